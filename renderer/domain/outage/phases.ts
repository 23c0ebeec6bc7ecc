import { elapsedMs, type Instant } from '../basics/time';
import type { OutageState } from './outage';

/** One stretch of an event by elapsed time. */
export interface OutagePhase {
  readonly id: OutagePhaseId;
  readonly title: string;
  /** Counted from the start of the outage, or from the all-clear. */
  readonly from: 'start' | 'end';
  readonly afterMinutes: number;
}

/** Names of the stretches, in order. */
export type OutagePhaseId =
  | 'first-15'
  | 'first-hour'
  | 'during'
  | 'extended-8h'
  | 'extended-24h'
  | 'extended-72h'
  | 'recovery'
  | 'back-entry'
  | 'closed';

/**
 * When each stretch begins (checklists.md 3B, practice.md D1): 8 h is where half of the reported long outages end and
 * shifts change, 24 h where printed charts must be rewritten [H-SWBH], 72 h where a hospital runs on paper.
 */
export const OUTAGE_PHASES = [
  { id: 'first-15', title: 'First 15 min', from: 'start', afterMinutes: 0 },
  { id: 'first-hour', title: 'First hour', from: 'start', afterMinutes: 15 },
  { id: 'during', title: 'Every hour', from: 'start', afterMinutes: 60 },
  { id: 'extended-8h', title: 'After 8 hours', from: 'start', afterMinutes: 8 * 60 },
  { id: 'extended-24h', title: 'After 24 hours', from: 'start', afterMinutes: 24 * 60 },
  { id: 'extended-72h', title: 'After 72 hours', from: 'start', afterMinutes: 72 * 60 },
  { id: 'recovery', title: 'EHR is back', from: 'end', afterMinutes: 0 },
  { id: 'back-entry', title: 'Back-entry', from: 'end', afterMinutes: 60 },
] as const satisfies readonly OutagePhase[];

/** Milliseconds the event has lasted: from its first start to the all-clear or to now. Never negative. */
export function outageElapsedMs(event: Pick<OutageState, 'since' | 'until'>, now: Instant): number {
  return Math.max(0, elapsedMs(event.since, event.until ?? now));
}

/** Which stretch the event is in. Counted in elapsed time, so a clock change in the night moves nothing. */
export function outagePhase(event: Pick<OutageState, 'since' | 'until' | 'stage'>, now: Instant): OutagePhaseId {
  if (event.stage === 'closed') return 'closed';
  const clock = event.until === undefined ? 'start' : 'end';
  const minutes = Math.max(0, elapsedMs(event.until ?? event.since, now)) / 60_000;
  const reached = OUTAGE_PHASES.filter((phase) => phase.from === clock && phase.afterMinutes <= minutes);
  return reached.at(-1)?.id ?? (clock === 'start' ? 'first-15' : 'recovery');
}

/** Since when this ward has been in the event; undefined when it does not take part. */
export function wardSince(event: OutageState, ward: string): Instant | undefined {
  return event.wards.find((one) => one.ward === ward)?.since;
}
