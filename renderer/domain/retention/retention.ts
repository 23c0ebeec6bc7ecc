import { elapsedMs, type Instant, toEpochMs } from '../basics/time';
import type { Entry, EntryOf } from '../ledger/entry';
import type { OutagesState, OutageState } from '../outage/outage';

/** What is known of keeping and removing, by outage. */
export interface RetentionState {
  readonly extended: Readonly<
    Record<string, { readonly until: Instant; readonly reason: string; readonly by: string }>
  >;
  readonly removed: Readonly<Record<string, EntryOf<'patients.removed'>>>;
}

/** Nothing removed, nothing kept longer. */
export const NO_RETENTION: RetentionState = { extended: {}, removed: {} };

/** Folds one entry; entries of other nouns pass by. The first removal counts, the last word on keeping. */
export function foldRetention(state: RetentionState, entry: Entry): RetentionState {
  switch (entry.type) {
    case 'retention.extended':
      return { ...state, extended: { ...state.extended, [entry.subject]: { ...entry.payload, by: entry.by } } };
    case 'patients.removed':
      return state.removed[entry.book] ? state : { ...state, removed: { ...state.removed, [entry.book]: entry } };
    default:
      return state;
  }
}

/** Folds a whole ledger. */
export function projectRetention(entries: Iterable<Entry>): RetentionState {
  let state = NO_RETENTION;
  for (const entry of entries) state = foldRetention(state, entry);
  return state;
}

/** Where an outage's patients stand. `open`: running or back-entry not closed, nothing counts yet. */
export type RetentionStage = 'open' | 'waiting' | 'due' | 'removed';

/** One outage in the plan. */
export interface RetentionLine {
  readonly outage: OutageState;
  readonly stage: RetentionStage;
  readonly closedAt?: Instant;
  /** When its patients are to be removed. */
  readonly dueMs?: number;
  readonly extended?: RetentionState['extended'][string];
  readonly removed?: EntryOf<'patients.removed'>;
}

const DAY = 86_400_000;

/** What is to be removed when, newest first. `days`: how long the policy keeps a closed outage. */
export function retentionPlan(
  outages: OutagesState,
  state: RetentionState,
  days: number,
  now: Instant,
): readonly RetentionLine[] {
  return outages.events.toReversed().map((outage) => lineOf(outage, state, days, now));
}

function lineOf(outage: OutageState, state: RetentionState, days: number, now: Instant): RetentionLine {
  const removed = state.removed[outage.id];
  if (removed) return { outage, stage: 'removed', closedAt: removed.payload.closedAt, removed };
  const { closedAt } = outage;
  if (outage.stage !== 'closed' || closedAt === undefined) return { outage, stage: 'open' };
  const extended = state.extended[outage.id];
  const dueMs = Math.max(toEpochMs(closedAt) + days * DAY, extended ? toEpochMs(extended.until) : 0);
  const stage = elapsedMs(closedAt, now) >= dueMs - toEpochMs(closedAt) ? 'due' : 'waiting';
  return { outage, stage, closedAt, dueMs, ...(extended ? { extended } : {}) };
}
