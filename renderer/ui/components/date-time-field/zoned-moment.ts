import { type CalendarDate, type Instant, toEpochMs } from '../../../domain/basics/time';
import { epochMsOfLocal, instantIn, zoneOffsetMinutes } from '../../../domain/basics/zoned-time';

/** The day and the time of day somebody means, as this PC's clock shows them. */
export interface Moment {
  readonly date: CalendarDate;
  readonly time: string;
}

/**
 * A day with a time of day as an instant; the offset is the one the ward's clock had then, also over a clock change.
 * Where the ward's clock does not run in this PC's zone, its own offset holds.
 */
export function instantOfMoment({ date, time }: Moment, now: Instant): Instant {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const offset = /(Z|[+-]\d\d:\d\d)$/.exec(now)?.[0] ?? 'Z';
  if (zoneOffsetMinutes(zone, toEpochMs(now)) !== minutesOf(offset)) return `${date}T${time}:00.000${offset}`;
  const [year = 1970, month = 1, day = 1] = date.split('-').map(Number);
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return instantIn(zone, epochMsOfLocal(zone, { year, month, day, hour, minute }));
}

/** The day a bare time of day most likely means: today, or yesterday where only the past makes sense and that hour is still to come. */
export function likelyDay(time: string, now: Instant, past: boolean): CalendarDate {
  const today = now.slice(0, 10);
  if (!past || time <= now.slice(11, 16)) return today;
  return new Date(Date.parse(`${today}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

function minutesOf(offset: string): number {
  if (offset === 'Z') return 0;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6));
  return offset.startsWith('-') ? -minutes : minutes;
}
