import { toEpochMs, type Instant } from '../domain/basics/time';
import { instantIn, zoneOffsetMinutes } from '../domain/basics/zoned-time';

/**
 * A moment as the ward's clock shows it. Follows the zone of this PC over a change of the clock; where the ward's clock
 * does not run in it, the offset of now holds.
 */
export function wardInstant(epochMs: number, now: Instant): Instant {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const offset = /(Z|[+-]\d\d:\d\d)$/.exec(now)?.[0] ?? 'Z';
  const [, sign = '+', hours = '0', minutes = '0'] = /^([+-])(\d\d):(\d\d)$/.exec(offset) ?? [];
  const ahead = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
  if (zoneOffsetMinutes(zone, toEpochMs(now)) === ahead) return instantIn(zone, epochMs);
  return `${new Date(epochMs + ahead * 60_000).toISOString().slice(0, -1)}${offset}`;
}

/** An instant on the clock of the ward, whichever offset it was written with: the shell and files tell UTC. */
export function onWardClock(instant: string, now: Instant): Instant {
  const ms = Date.parse(instant);
  return Number.isFinite(ms) ? wardInstant(ms, now) : now;
}

const UTC_INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z$/;

/**
 * Everything in a value that is a moment in UTC, as the ward's clock shows it: screens and paper show an instant with the
 * hour it carries, and a list that says 05:00Z means 06:00 on a ward in Berlin. Other offsets were a clock on some wall
 * and stay. The moment is the same; the value is new only where something changed.
 */
export function wardTimes<T>(value: T, now: Instant): T {
  if (typeof value === 'string') {
    if (!UTC_INSTANT.test(value)) return value;
    const shown = onWardClock(value, now);
    // Where the ward's clock runs in UTC, the text stays as it was written.
    return (/(Z|[+-]00:00)$/.test(shown) ? value : shown) as T;
  }
  if (Array.isArray(value)) {
    const list = value.map((each: unknown) => wardTimes(each, now));
    return (list.some((each, index) => each !== value[index]) ? list : value) as T;
  }
  if (typeof value !== 'object' || value === null) return value;
  const pairs = Object.entries(value).map(([key, each]) => [key, wardTimes(each as unknown, now)] as const);
  return pairs.some(([key, each]) => each !== (value as Record<string, unknown>)[key])
    ? (Object.fromEntries(pairs) as T)
    : value;
}
