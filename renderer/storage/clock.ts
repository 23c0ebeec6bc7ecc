import type { Clock } from '../app/ports';
import type { Instant } from '../domain/basics/time';

/** The wall clock of this PC with the offset it shows, to the millisecond. */
export function createClock(now: () => Date = () => new Date()): Clock {
  return { now: () => toInstant(now()) };
}

function toInstant(date: Date): Instant {
  const offsetMinutes = -date.getTimezoneOffset();
  const local = new Date(date.getTime() + offsetMinutes * 60_000).toISOString().slice(0, -1);
  const away = Math.abs(offsetMinutes);
  return `${local}${offsetMinutes < 0 ? '-' : '+'}${twoDigits(Math.floor(away / 60))}:${twoDigits(away % 60)}`;
}

function twoDigits(count: number): string {
  return String(count).padStart(2, '0');
}
