import type { CalendarDate, Instant } from '../../domain/basics/time';
import { isCalendarDate } from '../../domain/patient/birth-date';

const TIME = /^(\d{4})(\d\d)?(\d\d)?(?:(\d\d)(\d\d)?(\d\d)?(?:\.(\d{1,4}))?)?\s*([+-]\d{4})?$/;

/** The calendar date of an HL7 time, as far as it is known; undefined when it is none or does not exist. */
export function hl7Date(text: string): CalendarDate | undefined {
  const match = TIME.exec(text.trim());
  if (match === null) return undefined;
  const date = [match[1], match[2], match[3]].filter((part) => part !== undefined).join('-');
  return isCalendarDate(date) ? date : undefined;
}

/** The instant of an HL7 time that has at least a day; without an offset that of `now` counts. */
export function hl7Instant(text: string, now: Instant): Instant | undefined {
  const match = TIME.exec(text.trim());
  const date = hl7Date(text);
  if (match === null || date?.length !== 10) return undefined;
  const [hour, minute, second] = [match[4] ?? '00', match[5] ?? '00', match[6] ?? '00'];
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const zone = match[8];
  const offset =
    zone === undefined ? (/(Z|[+-]\d\d:\d\d)$/.exec(now)?.[0] ?? 'Z') : `${zone.slice(0, 3)}:${zone.slice(3)}`;
  return `${date}T${hour}:${minute}:${second}${offset}`;
}

/** An instant as HL7 writes it: `20261122052700+0100`. */
export function toHl7Time(instant: Instant): string {
  const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d))?(?:\.\d+)?(Z|[+-]\d\d:\d\d)$/.exec(instant);
  if (match === null) return instant.replace(/[-:T]/g, '').slice(0, 8);
  const [, year, month, day, hour, minute, second = '00', zone = 'Z'] = match;
  return `${year}${month}${day}${hour}${minute}${second}${zone === 'Z' ? '+0000' : zone.replace(':', '')}`;
}
