import type { Instant } from './time';

/** A moment as a ward clock shows it; month 1-12. */
export interface LocalTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

// Building a formatter costs far more than using it; the cache holds no state anyone can observe.
function formatterFor(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formatters.set(zone, made);
  return made;
}

/** What the ward's clock shows at a moment. Throws RangeError for an unknown zone. */
export function localTimeAt(zone: string, epochMs: number): LocalTime & { readonly second: number } {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatterFor(zone).formatToParts(epochMs)) parts[type] = Number(value);
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = parts;
  return { year, month, day, hour, minute, second };
}

/** Minutes the zone is ahead of UTC at a moment. */
export function zoneOffsetMinutes(zone: string, epochMs: number): number {
  const { year, month, day, hour, minute, second } = localTimeAt(zone, epochMs);
  const asUtc = Date.UTC(year, month - 1, day, hour, minute, second);
  return Math.round((asUtc - Math.floor(epochMs / 1000) * 1000) / 60_000);
}

/**
 * The moment a ward clock shows a time. Shown twice (clock set back): the first. Never shown (clock set forward): the
 * same distance after the jump, so that a due time is late by the hour rather than lost.
 */
export function epochMsOfLocal(zone: string, local: LocalTime): number {
  const { year, month, day, hour, minute } = local;
  const asUtc = Date.UTC(year, month - 1, day, hour, minute);
  const before = zoneOffsetMinutes(zone, asUtc - 86_400_000);
  const after = zoneOffsetMinutes(zone, asUtc + 86_400_000);
  const candidates = [before, after]
    .map((offset) => ({ offset, epochMs: asUtc - offset * 60_000 }))
    .filter(({ offset, epochMs }) => zoneOffsetMinutes(zone, epochMs) === offset)
    .map(({ epochMs }) => epochMs);
  return candidates.length > 0 ? Math.min(...candidates) : asUtc - before * 60_000;
}

/** A moment as an instant with the offset the ward's clock had then. */
export function instantIn(zone: string, epochMs: number): Instant {
  const offset = zoneOffsetMinutes(zone, epochMs);
  const local = new Date(epochMs + offset * 60_000).toISOString().slice(0, -1);
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  return `${local}${offset < 0 ? '-' : '+'}${pad(hours)}:${pad(minutes)}`;
}

/** `HH:MM` as the ward's clock shows it. */
export function clockTimeIn(zone: string, epochMs: number): string {
  const { hour, minute } = localTimeAt(zone, epochMs);
  return `${pad(hour)}:${pad(minute)}`;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
