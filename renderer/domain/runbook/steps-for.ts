import type { Runbook, RunbookBlock, RunbookPhaseId, RunbookRole, RunbookStep } from './runbook';

/** Steps of one block that concern somebody now. */
export interface BlockSteps {
  readonly phase: RunbookPhaseId;
  readonly block: RunbookBlock;
  readonly steps: readonly RunbookStep[];
}

/**
 * The steps of one phase for one role, so that nobody faces 99 at once. Without a role all of them. Decisions of others
 * are left out too: whoever decides reads them.
 */
export function stepsFor(
  runbook: Runbook,
  choice: { readonly phase?: RunbookPhaseId; readonly roles?: readonly RunbookRole[] },
): readonly BlockSteps[] {
  const mine = (step: RunbookStep): boolean =>
    choice.roles === undefined || step.roles.some((role) => role === 'ALL' || choice.roles?.includes(role) === true);
  return runbook.phases
    .filter((phase) => choice.phase === undefined || phase.id === choice.phase)
    .flatMap((phase) => phase.blocks.map((block) => ({ phase: phase.id, block, steps: block.steps.filter(mine) })))
    .filter(({ steps }) => steps.length > 0);
}

/** Runbook roles of a role card, so that the reader opens with the right steps. */
export const RUNBOOK_ROLES_OF: Readonly<Record<string, readonly RunbookRole[]>> = {
  'nurse-in-charge': ['CN', 'RN', 'RN2', 'MGR', 'SU'],
  'bedside-nurse': ['RN', 'RN2', 'FND', 'REC', 'MRN', 'RRN'],
  doctor: ['MD', 'LED'],
  'ward-clerk': ['CLK', 'RUN'],
  pharmacy: ['PHA', 'PT', 'PHLEAD'],
  laboratory: ['LAB', 'MICRO', 'LABLEAD', 'PATH'],
  'blood-bank': ['BB', 'BBMD', 'LAB'],
  imaging: ['IMG', 'RADTECH', 'RAD', 'IMGLEAD', 'PACS'],
  registration: ['REG', 'REGLEAD', 'BED'],
  transport: ['TRN', 'RUN', 'HUB'],
  'allied-health': ['RT'],
  'house-supervisor': ['HS', 'BED', 'CMD', 'OPS', 'PLN', 'LOG', 'SAF'],
  'it-command': ['IT', 'CMD', 'SEC', 'MTS', 'OPS', 'PLN', 'LOG', 'FIN', 'SAF', 'PIO', 'LIA', 'PRV', 'BIO'],
  'medical-records': ['HIM', 'BIL', 'PRV'],
};
