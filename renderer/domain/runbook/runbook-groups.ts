import type { Runbook, RunbookPhaseId } from './runbook';
import { stepsOf, type RunbookRole } from './runbook';

/** The three shelves of the library, told by the code: RB-01 care on the ward, RB-LAB a department, RB-C1 the event. */
export type RunbookGroup = 'care' | 'departments' | 'event';

/** Order in which the shelves stand. */
export const RUNBOOK_GROUPS: readonly RunbookGroup[] = ['care', 'event', 'departments'];

/** The shelf of a runbook. */
export function groupOf({ code }: Pick<Runbook, 'code'>): RunbookGroup {
  if (/^RB-\d/.test(code)) return 'care';
  return /^RB-C\d/.test(code) ? 'event' : 'departments';
}

/** Whether somebody of these roles has a step of their own in it; what is for everyone does not count. */
export function concerns(runbook: Runbook, roles: readonly RunbookRole[]): boolean {
  return stepsOf(runbook).some(({ step }) => step.roles.some((role) => roles.includes(role)));
}

/** The first block of a phase; undefined where the runbook has none. */
export function blockOfPhase(runbook: Runbook, phase: RunbookPhaseId): string | undefined {
  return runbook.phases.find((one) => one.id === phase)?.blocks[0]?.id;
}
