import type { BackupRefusal, RecoveryRefusal } from '../../app/backup-port';
import type { BadgeRefusal, BreakGlassRefusal, EnrolRefusal, PortFailureCode, SignInRefusal } from '../../app/ports';
import type { ChecklistRefusal } from '../../domain/checklist/commands';
import type { FormRefusal } from '../../domain/form/commands';
import type { VersionRefusal } from '../../domain/library/commands';
import type { OutageRefusal } from '../../domain/outage/commands';
import type { PatientRefusal } from '../../domain/patient/commands';
import type { RunbookRefusal } from '../../domain/runbook/commands';
import type { ProblemRefusal } from '../../domain/runbook/problem-commands';
import type { TrackingRefusal } from '../../domain/tracking/commands';
import type { ClosingRefusal } from '../../domain/reconciliation/close-back-entry';
import type { PageRefusal } from '../../domain/reconciliation/page-commands';
import type { ReconciliationRefusal } from '../../domain/reconciliation/commands';
import type { RetentionRefusal } from '../../domain/retention/commands';
import type { ReviewRefusal } from '../../domain/workstation/break-glass';
import type { PrintJobRefusal } from '../../domain/workstation/print-jobs';
import failures from './en/failures.json';
import refusals from './en/refusals.json';

/** Every refusal a command or the vault can answer; a new noun adds its union here. */
export type RefusalCode = (
  | OutageRefusal
  | ChecklistRefusal
  | PatientRefusal
  | FormRefusal
  | VersionRefusal
  | BackupRefusal
  | RecoveryRefusal
  | ReconciliationRefusal
  | ClosingRefusal
  | PageRefusal
  | RunbookRefusal
  | ProblemRefusal
  | TrackingRefusal
  | SignInRefusal
  | BreakGlassRefusal
  | ReviewRefusal
  | PrintJobRefusal
  | RetentionRefusal
  | BadgeRefusal
  | EnrolRefusal
)['code'];

/** Each code has its sentence: the compiler refuses a missing one. */
export const REFUSAL_SENTENCES = refusals satisfies Record<RefusalCode | 'unknown', string>;

/** Each outside failure has its sentence. */
export const FAILURE_SENTENCES = failures satisfies Record<PortFailureCode | 'internal', string>;
