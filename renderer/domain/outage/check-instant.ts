import { elapsedMs, isInstant, type Instant } from '../basics/time';
import { OUTAGE_LIMITS } from './rules';

/** What can be wrong with a time a person or a script gave. */
export type InstantRefusal =
  | { readonly code: 'bad-time'; readonly field: string }
  | { readonly code: 'in-future'; readonly field: string; readonly byMs: number }
  | { readonly code: 'too-long-ago'; readonly field: string; readonly byMs: number };

/** Refuses a time that is malformed, further ahead than clocks differ, or so long ago that the date must be wrong. */
export function checkInstant(field: string, time: Instant, now: Instant): InstantRefusal | undefined {
  if (!isInstant(time)) return { code: 'bad-time', field };
  const ago = elapsedMs(time, now);
  if (-ago > OUTAGE_LIMITS.futureMs) return { code: 'in-future', field, byMs: -ago };
  if (ago > OUTAGE_LIMITS.pastMs) return { code: 'too-long-ago', field, byMs: ago };
  return undefined;
}
