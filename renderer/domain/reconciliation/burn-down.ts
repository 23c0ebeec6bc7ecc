import { toEpochMs, type Instant } from '../basics/time';
import type { Reconciliation } from './queue';
import { SETTLED } from './rules';

/** How many lines were open at a moment. */
export interface BurnDownPoint {
  readonly atMs: number;
  readonly open: number;
}

/** The backlog over time, and when it will be empty at the pace of the last hour. */
export interface BurnDown {
  readonly total: number;
  readonly points: readonly BurnDownPoint[];
  readonly perHour: number;
  /** Missing when nothing was settled in the last hour, or nothing is open. */
  readonly emptyAtMs?: number;
}

const HOUR_MS = 3_600_000;

/** Counts what was open at `steps` moments from the all-clear until now; only marks that still count are counted. */
export function burnDown(state: Reconciliation, from: Instant, now: Instant, steps = 24): BurnDown {
  const fromMs = toEpochMs(from);
  const nowMs = Math.max(toEpochMs(now), fromMs);
  const asked = state.items.filter((item) => !item.byPolicy);
  const settled = asked
    .flatMap((item) => (item.mark && SETTLED.includes(item.state) ? [toEpochMs(item.mark.at)] : []))
    .sort((a, b) => a - b);
  let done = 0;
  const points = Array.from({ length: steps + 1 }, (_, step): BurnDownPoint => {
    const atMs = fromMs + ((nowMs - fromMs) * step) / steps;
    while (done < settled.length && (settled[done] ?? 0) <= atMs) done += 1;
    return { atMs, open: asked.length - done };
  });
  const perHour = settled.filter((ms) => ms > nowMs - HOUR_MS && ms <= nowMs).length;
  const open = asked.length - settled.length;
  return {
    total: asked.length,
    points,
    perHour,
    ...(perHour > 0 && open > 0 ? { emptyAtMs: nowMs + (open / perHour) * HOUR_MS } : {}),
  };
}
