import type { Department } from './request-kinds';

/** Minutes after which something is looked at (amber) and late (red). */
export interface AgeingLimit {
  readonly amber: number;
  readonly red: number;
}

/** The clocks of one priority; one that is left out does not run. */
export interface PriorityLimits {
  /** From request to result. */
  readonly result?: AgeingLimit;
  /** From sent to received: a specimen on its way that nobody has is lost until found. */
  readonly transit?: AgeingLimit;
  /** From result to call with read-back. Without it the result need not be phoned. */
  readonly call?: AgeingLimit;
}

/** Limits by department and code of the priority. */
export type AgeingPolicy = Readonly<Record<Department, Readonly<Record<string, PriorityLimits>>>>;

const FAST: PriorityLimits = {
  result: { amber: 45, red: 60 },
  transit: { amber: 10, red: 20 },
  call: { amber: 5, red: 15 },
};
const URGENT: PriorityLimits = {
  result: { amber: 90, red: 120 },
  transit: { amber: 20, red: 40 },
  call: { amber: 15, red: 30 },
};
const ROUTINE: PriorityLimits = { result: { amber: 240, red: 360 }, transit: { amber: 45, red: 90 } };

/**
 * What holds where the hospital has set nothing else. Usual targets of laboratories (STAT in one hour) with room for paper
 * and runners; a hospital adopts its own. A sample on hold is waited for by nobody, so no clock runs.
 */
export const USUAL_LIMITS: AgeingPolicy = {
  laboratory: { stat: FAST, urgent: URGENT, routine: ROUTINE, timed: URGENT },
  imaging: { emergency: FAST, urgent: URGENT, routine: ROUTINE },
  'blood-bank': { emergency: { ...FAST, result: { amber: 10, red: 15 } }, stat: FAST, routine: ROUTINE, hold: {} },
};
