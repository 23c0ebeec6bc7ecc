import { toEpochMs, type Instant } from '../../domain/basics/time';
import { instantIn, zoneOffsetMinutes } from '../../domain/basics/zoned-time';

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
