/** An instant as ISO 8601 with its UTC offset as the ward's clock showed it, e.g. `2026-11-22T05:27:00.000+01:00`. */
export type Instant = string;

/** A calendar date, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; a birth date may be known in part only. */
export type CalendarDate = string;

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;

/** Milliseconds since 1970 UTC of an instant; NaN never leaves this function: a malformed instant throws. */
export function toEpochMs(instant: Instant): number {
  const ms = INSTANT.test(instant) ? Date.parse(instant) : Number.NaN;
  if (Number.isNaN(ms)) throw new RangeError('not an instant with an offset');
  return ms;
}

/** Whether a text is an instant with an offset. */
export function isInstant(text: string): boolean {
  return INSTANT.test(text) && !Number.isNaN(Date.parse(text));
}

/** Milliseconds from `from` to `to`; negative when `to` is earlier. */
export function elapsedMs(from: Instant, to: Instant): number {
  return toEpochMs(to) - toEpochMs(from);
}
