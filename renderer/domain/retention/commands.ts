import type { CommandContext } from '../basics/command-context';
import { ok, refuse, type Result } from '../basics/result';
import { elapsedMs, type Instant, isInstant } from '../basics/time';
import { type NewEntry, WORKSTATION_BOOK } from '../ledger/entry';
import type { OutagesState } from '../outage/outage';
import type { RetentionEntries } from './entries';
import { type RetentionState, retentionPlan } from './retention';

/** Why nothing is removed or kept longer. */
export type RetentionRefusal =
  | { readonly code: 'unknown-outage' }
  | { readonly code: 'already-removed' }
  | { readonly code: 'not-closed-yet' }
  /** A downtime runs: nothing is removed while a ward leans on its records. */
  | { readonly code: 'downtime-running' }
  /** Before its time: a second person and a reason. */
  | { readonly code: 'second-person-missing' }
  | { readonly code: 'same-person' }
  | { readonly code: 'reason-missing' }
  /** The clock was set forward since it was closed: its time may not have come. */
  | { readonly code: 'clock-doubtful' }
  /** Some of it lies under a key that other records need (written by an older version). */
  | { readonly code: 'shared-key'; readonly entries: number }
  | { readonly code: 'bad-until' };

/** What a removal is decided on. */
export interface RemovalScene {
  readonly outages: OutagesState;
  readonly retention: RetentionState;
  readonly days: number;
  /** The clock of this PC was set forward after the outage was closed. */
  readonly clockDoubtful: boolean;
}

/** What lies under an outage's keys; counted, never opened. */
export interface RemovalSurvey {
  readonly counts: Readonly<Record<string, number>>;
  readonly entries: number;
  /** Entries under a key that other books need. */
  readonly shared: number;
  readonly drafts: number;
  readonly snapshots: number;
  readonly epochs: readonly number[];
}

/** The facts of one removal. */
export interface RemovalInput {
  readonly outage: string;
  readonly survey: RemovalSurvey;
  readonly reason?: string;
  /** Proved by their own PIN or passphrase just now. */
  readonly secondPerson?: string;
  readonly lastBackupAt?: Instant;
  readonly lastNumbers: readonly string[];
  readonly lastSerials: readonly string[];
}

/** Removes the patients of a closed outage: when their time has come, or sooner by two people who say why. */
export function removePatients(
  { outages, retention, days, clockDoubtful }: RemovalScene,
  input: RemovalInput,
  { now, by }: Pick<CommandContext, 'now' | 'by'>,
): Result<NewEntry[], RetentionRefusal> {
  const line = retentionPlan(outages, retention, days, now).find(({ outage }) => outage.id === input.outage);
  if (!line) return refuse({ code: 'unknown-outage' });
  if (line.stage === 'removed') return refuse({ code: 'already-removed' });
  if (line.stage === 'open' || line.closedAt === undefined) return refuse({ code: 'not-closed-yet' });
  if (outages.events.some(({ stage }) => stage === 'running')) return refuse({ code: 'downtime-running' });
  const reason = input.reason?.trim() ?? '';
  const two = input.secondPerson !== undefined;
  if (!two && line.stage !== 'due') return refuse({ code: 'second-person-missing' });
  if (!two && clockDoubtful) return refuse({ code: 'clock-doubtful' });
  if (two && input.secondPerson === by) return refuse({ code: 'same-person' });
  if (two && reason === '') return refuse({ code: 'reason-missing' });
  const { survey } = input;
  if (survey.shared > 0) return refuse({ code: 'shared-key', entries: survey.shared });
  // Back-entry of another outage still looks at the patients as they were.
  const needed = outages.events.some(({ id, stage }) => id !== input.outage && stage === 'ended');
  const payload: RetentionEntries['patients.removed'] = {
    closedAt: line.closedAt,
    counts: survey.counts,
    entries: survey.entries,
    drafts: survey.drafts,
    snapshots: needed ? 0 : survey.snapshots,
    epochs: survey.epochs,
    why: two ? 'two-people' : 'policy',
    keptDays: days,
    ...(reason === '' ? {} : { reason }),
    ...(input.secondPerson === undefined ? {} : { secondPerson: input.secondPerson }),
    ...(input.lastBackupAt === undefined ? {} : { lastBackupAt: input.lastBackupAt }),
    lastNumbers: input.lastNumbers,
    lastSerials: input.lastSerials,
    snapshotsUpTo: needed ? null : (line.outage.until ?? line.closedAt),
  };
  return ok([{ book: input.outage, subject: input.outage, by, type: 'patients.removed', payload }]);
}

const LONGEST_MS = 10 * 366 * 86_400_000;

/** Keeps an outage's patients longer than the policy says, with a reason; a later word replaces an earlier one. */
export function keepLonger(
  { outages, retention, days }: RemovalScene,
  { outage, until, reason }: { readonly outage: string; readonly until: Instant; readonly reason: string },
  { now, by }: Pick<CommandContext, 'now' | 'by'>,
): Result<NewEntry[], RetentionRefusal> {
  const line = retentionPlan(outages, retention, days, now).find((one) => one.outage.id === outage);
  if (!line) return refuse({ code: 'unknown-outage' });
  if (line.stage === 'removed') return refuse({ code: 'already-removed' });
  if (line.stage === 'open') return refuse({ code: 'not-closed-yet' });
  if (reason.trim() === '') return refuse({ code: 'reason-missing' });
  if (!isInstant(until) || elapsedMs(now, until) <= 0 || elapsedMs(now, until) > LONGEST_MS)
    return refuse({ code: 'bad-until' });
  const payload = { until, reason: reason.trim() };
  return ok([{ book: WORKSTATION_BOOK, subject: outage, by, type: 'retention.extended', payload }]);
}
