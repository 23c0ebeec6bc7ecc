import { nextStep } from '../domain/runbook/path';
import { stepsOf, type Runbook, type RunbookStep } from '../domain/runbook/runbook';
import type { ContentProblem } from './content-problem';
import { error, warning } from './shared-schema';

/** Every step with its JSON path. */
export function placedSteps(runbook: Runbook): { step: RunbookStep; where: string }[] {
  return runbook.phases.flatMap((phase, p) =>
    phase.blocks.flatMap((block, b) =>
      block.steps.map((step, s) => ({ step, where: `phases[${p}].blocks[${b}].steps[${s}]` })),
    ),
  );
}

/** Every step must be reached from a block's start and must be able to reach an end: no ring without a way out. */
export function wayProblems(runbook: Runbook): ContentProblem[] {
  const steps = placedSteps(runbook);
  const next = new Map(steps.map(({ step }) => [step.id, following(runbook, step)]));
  const ends = new Set<string>();
  for (let grown = true; grown;) {
    grown = false;
    for (const [id, ways] of next) {
      if (ends.has(id) || !ways.some((way) => way === undefined || ends.has(way))) continue;
      ends.add(id);
      grown = true;
    }
  }
  const reached = new Set(stepsOf(runbook).flatMap(({ block, step }) => (block.steps[0] === step ? [step.id] : [])));
  for (const id of reached) for (const way of next.get(id) ?? []) if (way !== undefined) reached.add(way);
  return steps.flatMap(({ step, where }) => [
    ...(ends.has(step.id)
      ? []
      : [error('circular', `From step ${step.number} no way leads to an end: give one branch an end.`, where)]),
    ...(reached.has(step.id) ? [] : [warning('unreachable', `No branch leads to step ${step.number}.`, where)]),
  ]);
}

function following(runbook: Runbook, step: RunbookStep): (string | undefined)[] {
  if (step.kind === 'do') return [nextStep(runbook, step.id)?.id];
  return (step.options ?? []).map((option) => option.goTo);
}
