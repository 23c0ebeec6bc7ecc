import { RUNBOOKS } from '../../../renderer/content/runbooks';
import { findRunbookStep, nextStep } from '../../../renderer/domain/runbook/path';
import { stepsOf, type Runbook, type RunbookStep } from '../../../renderer/domain/runbook/runbook';
import { timerMinutes, type SettingValues } from '../../../renderer/domain/runbook/timers';

/** A shipped runbook read by step numbers, as a person with the printed text would. */
export function readByNumber(id: string) {
  const runbook = shippedRunbook(id);
  const step = (number: number): RunbookStep => {
    const found = stepsOf(runbook).find((one) => one.step.number === number)?.step;
    if (!found) throw new Error(`${id} has no step ${number}`);
    return found;
  };
  /** Where each answer leads; `end` where the block ends. */
  const answers = (number: number): Record<string, number | 'end'> =>
    Object.fromEntries(
      (step(number).options ?? []).map((option) => [
        option.label,
        option.goTo === undefined ? 'end' : (findRunbookStep(runbook, option.goTo)?.step.number ?? Number.NaN),
      ]),
    );
  const after = (number: number): number | undefined => nextStep(runbook, step(number).id)?.number;
  /** Every number that can be met on the way from one step, going no further at those closed. */
  const reachable = (from: number, closed: readonly number[] = []): ReadonlySet<number> => {
    const met = new Set([from]);
    for (const number of met) {
      if (closed.includes(number)) continue;
      const ways = step(number).options ? Object.values(answers(number)) : [after(number)];
      for (const way of ways) if (typeof way === 'number') met.add(way);
    }
    return met;
  };
  const minutes = (number: number, site: SettingValues = {}): number | undefined =>
    timerMinutes(runbook, step(number), 1, site);
  const needs = (number: number): string[] => step(number).needs.map((need) => need.id);
  return { runbook, step, answers, after, reachable, minutes, needs };
}

/** A runbook of the library; a test of one that is gone fails by its name. */
export function shippedRunbook(id: string): Runbook {
  const found = RUNBOOKS.find((one) => one.id === id);
  if (!found) throw new Error(`runbook ${id} is not in the library`);
  return found;
}
