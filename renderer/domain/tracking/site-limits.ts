import { type AgeingLimit, type AgeingPolicy, type PriorityLimits, USUAL_LIMITS } from './ageing-limits';

const CLOCKS = ['result', 'transit', 'call'] as const;

/**
 * The hospital's own limits over the usual ones, clock by clock: `{"laboratory":{"stat":{"result":{"amber":30,"red":45}}}}`.
 * A limit that makes no sense (red before amber, below a minute, above a week) is passed over and the usual one holds: a
 * slip of the pen must not silence an alarm.
 */
export function siteLimits(given: unknown, usual: AgeingPolicy = USUAL_LIMITS): AgeingPolicy {
  const site = recordOf(given);
  return Object.fromEntries(
    Object.entries(usual).map(([department, priorities]) => [
      department,
      Object.fromEntries(
        Object.entries(priorities).map(([priority, limits]) => [
          priority,
          priorityLimits(limits, recordOf(recordOf(site[department])[priority])),
        ]),
      ),
    ]),
  ) as AgeingPolicy;
}

function priorityLimits(usual: PriorityLimits, site: Readonly<Record<string, unknown>>): PriorityLimits {
  return Object.fromEntries(
    CLOCKS.flatMap((clock) => {
      const limit = limitOf(site[clock]) ?? usual[clock];
      return limit === undefined ? [] : [[clock, limit]];
    }),
  );
}

function limitOf(given: unknown): AgeingLimit | undefined {
  const { amber, red } = recordOf(given);
  const sane = (minutes: unknown): minutes is number =>
    typeof minutes === 'number' && Number.isInteger(minutes) && minutes >= 1 && minutes <= 7 * 24 * 60;
  return sane(amber) && sane(red) && amber <= red ? { amber, red } : undefined;
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
