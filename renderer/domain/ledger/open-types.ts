import type { EntryType } from './entry';

/**
 * Facts that hold no patient and are written before anybody signs in: on the worst night the directory is dead and
 * nobody remembers a PIN, yet the outage must be declared and the checklist ticked. They are sealed with data key
 * epoch 0, the workstation key, which opens at this PC without a sign-in; every other fact needs a person's key.
 */
export const OPEN_TYPES: readonly EntryType[] = [
  'workstation.set-up',
  'storage.recovered',
  'record.doubted',
  // Says why the rest of an outage cannot be read; counts and keys only, and no key of the outage could seal it.
  'patients.removed',
  // Noticed whenever it happens; times of a PC only.
  'clock.changed',
  // Serials and opaque ids only; blank forms are printed before anybody signs in.
  'pack.printed',
  'print.queued',
  'print.failed',
  'print.answered',
  'print.dropped',
  'printer.tested',
  // Which forms are approved decides whether a blank one is a draft, and blanks are printed before anybody signs in.
  'form-version.submitted',
  'form-version.returned',
  'form-version.approved',
  'form-version.retired',
  'pack-signer.trusted',
  'outage.declared',
  'outage.joined',
  'outage.ended',
  'outage.resumed',
  'outage.updated',
  'system.changed',
  'run.started',
  'step.done',
  'step.marked-not-applicable',
  'step.undone',
  'runbook.opened',
  'runbook-step.done',
  'runbook.answered',
  'runbook-step.undone',
  'runbook.closed',
  // A dead printer is worked on before anybody signs in; ids of the library only.
  'problem.opened',
  'problem-fix.tried',
  'problem.escalated',
  'problem.taken',
  'problem.closed',
  'problem.reopened',
  'problem-act.undone',
];

/** Data key epoch of open facts. */
export const OPEN_EPOCH = 0;

/** Whether a fact may be written and read at this PC without a sign-in. */
export function isOpenType(type: string): boolean {
  return (OPEN_TYPES as readonly string[]).includes(type);
}
