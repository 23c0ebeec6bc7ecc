import { toEpochMs, type Instant } from '../basics/time';
import type { QueueItem } from './queue';
import { isCritical, SETTLED } from './rules';

/** How long a line has been waiting, and how alarming that is. */
export interface ItemAge {
  readonly ageMs: number;
  readonly level: 'in-time' | 'amber' | 'red';
}

const HOUR_MS = 3_600_000;

/**
 * Proposals of this product, without a source but the closing limits of RB-C6 (audit within 24 h, scan within 24 to 72 h):
 * what the next dose depends on ages in hours, the rest in days.
 */
const LIMITS = {
  critical: { amber: HOUR_MS, red: 4 * HOUR_MS },
  rest: { amber: 24 * HOUR_MS, red: 72 * HOUR_MS },
} as const;

/** Age since it could be entered: the all-clear, or when it was written down after it. */
export function itemAge(item: QueueItem, since: Instant, now: Instant): ItemAge | undefined {
  if (SETTLED.includes(item.state)) return undefined;
  const ageMs = Math.max(0, toEpochMs(now) - Math.max(toEpochMs(since), toEpochMs(item.occurredAt)));
  const { amber, red } = isCritical(item) ? LIMITS.critical : LIMITS.rest;
  return { ageMs, level: ageMs >= red ? 'red' : ageMs >= amber ? 'amber' : 'in-time' };
}
