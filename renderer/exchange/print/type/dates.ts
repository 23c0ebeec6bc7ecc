import { type CalendarDate, type Instant, elapsedMs } from '../../../domain/basics/time';
import { durationText } from '../../../domain/outage/duration-text';
import { formatBirthDate } from '../../../domain/patient/birth-date';

/** `14-Aug-1980`: month in letters, so that no reader swaps day and month. Partly known dates keep what is known. */
export function clinicalDate(date: CalendarDate): string {
  return formatBirthDate(date.slice(0, 10));
}

/** `22-Nov-2026 07:40`, as the ward's clock showed it: the offset of the instant is used, no time zone is guessed. */
export function clinicalInstant(instant: Instant): string {
  const time = clockTime(instant);
  return time === '' ? clinicalDate(instant) : `${clinicalDate(instant)} ${time}`;
}

/** `07:40`. */
export function clockTime(instant: Instant): string {
  return instant.slice(11, 16);
}

/** `06:15 today` beside a page printed the same day, else the whole date. */
export function timeSeenFrom(instant: Instant, now: Instant): string {
  return instant.slice(0, 10) === now.slice(0, 10) ? `${clockTime(instant)} today` : clinicalInstant(instant);
}

/** `1 h 25 min`: how old data is when it is printed. */
export function ageOfData(from: Instant, to: Instant): string {
  return durationText(elapsedMs(from, to));
}
