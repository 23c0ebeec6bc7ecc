import type { CalendarDate, Instant } from '../../domain/basics/time';
import { readDateText, type DateOrder, type DateReading, type DateText } from './date-text';

/** How a mapping says to read two-digit years: the last such year that is not in the future, or a first year of 100. */
export type TwoDigitYears = 'past' | number;

/** What is known about a column of dates before reading it. */
export interface DateColumnOptions {
  readonly order?: DateOrder;
  readonly twoDigitYears?: TwoDigitYears;
  /** True: numbers are Excel's days since 1900. Undefined: found out. */
  readonly excelDates?: boolean;
  /** Dates after this day cannot be (a birth date); also the last year of "past". */
  readonly today: CalendarDate;
  /** Birth dates cannot lie ahead or more than 130 years back; other dates may. */
  readonly birth: boolean;
}

/** One value of the column as it was read. */
export type DateOutcome =
  | { readonly ok: true; readonly date: CalendarDate; readonly time?: string; readonly offset?: string }
  | {
      readonly ok: false;
      readonly code:
        | 'no-date'
        | 'impossible-date'
        | 'ambiguous-date'
        | 'two-digit-year'
        | 'date-in-future'
        | 'date-too-old';
      readonly orderOpen?: boolean;
    };

/** A whole column: outcomes in the order of the values, and what it shows about its own order. */
export interface DateColumn {
  readonly outcomes: readonly DateOutcome[];
  readonly order?: DateOrder;
  /** Both day-first and month-first values are certain: the column mixes orders and proves nothing. */
  readonly mixed: boolean;
  readonly excel: boolean;
}

/**
 * Reads a column of dates. Day and month are told apart by the values of the column that allow one reading only
 * (25/03/1980, or a birth date whose other reading lies ahead); without such a value, or with contradicting ones,
 * the doubtful dates stay unread: a birth date is half of a patient's identity and is never guessed.
 */
export function readDateColumn(values: readonly string[], options: DateColumnOptions): DateColumn {
  const texts = values.map((value) => value.trim());
  const excel = options.excelDates ?? looksLikeExcel(texts, options);
  const read = texts.map((text) =>
    excel && /^\d{1,5}(?:[.,]\d+)?$/.test(text) ? excelText(text) : readDateText(text),
  );
  const possible = read.map((one) => one.readings.flatMap((reading) => withCentury(reading, options)));
  const orders = new Set<DateOrder>();
  for (const readings of possible) {
    const sane = readings.filter((one) => plausible(one, options));
    // One digit order left, and the other would have given another day.
    const dayMonth = sane.filter((one) => one.order === 'dmy' || one.order === 'mdy');
    const [only] = dayMonth;
    if (only?.order !== undefined && dayMonth.length === 1 && only.day !== only.month && sane.length === 1)
      orders.add(only.order);
  }
  const mixed = orders.has('dmy') && orders.has('mdy');
  const yearFirst = read.some((one) => one.readings.length === 1 && one.readings[0]?.order === 'ydm') ? 'ydm' : 'ymd';
  const order = options.order ?? (mixed ? undefined : [...orders][0]);
  const outcomes = read.map((one, at) => outcome(one, possible[at] ?? [], { ...options, order, yearFirst }));
  return { outcomes, ...(order === undefined ? {} : { order }), mixed: options.order === undefined && mixed, excel };
}

type Choosing = Omit<DateColumnOptions, 'order'> & {
  readonly order: DateOrder | undefined;
  readonly yearFirst: DateOrder;
};

function outcome(text: DateText, possible: readonly DateReading[], options: Choosing): DateOutcome {
  if (text.readings.length === 0) return { ok: false, code: text.dateLike ? 'impossible-date' : 'no-date' };
  const needsCentury = text.readings.every((one) => one.twoDigits === true) && options.twoDigitYears === undefined;
  const chosen =
    choose(
      possible.filter((one) => plausible(one, options)),
      options,
    ) ?? choose(possible, options);
  if (needsCentury) return { ok: false, code: 'two-digit-year', orderOpen: chosen === undefined };
  if (chosen === undefined) return { ok: false, code: 'ambiguous-date', orderOpen: true };
  if (options.birth && isoDate(chosen) > options.today) return { ok: false, code: 'date-in-future' };
  if (options.birth && chosen.year < Number(options.today.slice(0, 4)) - 130)
    return { ok: false, code: 'date-too-old' };
  return {
    ok: true,
    date: isoDate(chosen),
    ...(text.time === undefined ? {} : { time: text.time }),
    ...(text.offset === undefined ? {} : { offset: text.offset }),
  };
}

function choose(readings: readonly DateReading[], { order, yearFirst }: Choosing): DateReading | undefined {
  const [first] = readings;
  if (first === undefined) return undefined;
  if (readings.every((one) => isoDate(one) === isoDate(first))) return first;
  if (order !== undefined) {
    const told = readings.find((one) => one.order === order);
    if (told !== undefined) return told;
  }
  // Four digits first are ISO 8601 unless the column itself shows year-day-month.
  return yearFirst === 'ymd' ? readings.find((one) => one.order === 'ymd' && one.twoDigits !== true) : undefined;
}

/** A two-digit year becomes a full one when the mapping says how; until then it is kept, to compare orders by. */
function withCentury(
  reading: DateReading,
  { twoDigitYears, today }: Pick<DateColumnOptions, 'twoDigitYears' | 'today'>,
): readonly DateReading[] {
  if (reading.twoDigits !== true || twoDigitYears === undefined) return [reading];
  const first = twoDigitYears === 'past' ? Number(today.slice(0, 4)) - 99 : twoDigitYears;
  const year = first + ((((reading.year - first) % 100) + 100) % 100);
  const full = { ...reading, year };
  // 5 December of this very year is ahead of 22 November: then it was a hundred years ago.
  if (twoDigitYears === 'past' && isoDate(full) > today) return [{ ...reading, year: year - 100 }];
  return [full];
}

function plausible(reading: DateReading, options: Omit<DateColumnOptions, 'order'>): boolean {
  if (!options.birth || (reading.twoDigits === true && options.twoDigitYears === undefined)) return true;
  return isoDate(reading) <= options.today && reading.year >= Number(options.today.slice(0, 4)) - 130;
}

function isoDate({ year, month, day }: DateReading): CalendarDate {
  const parts = [String(year).padStart(4, '0'), month, day].filter((part) => part !== undefined);
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}

const EXCEL_EPOCH = Date.UTC(1899, 11, 30);

/** A column of nothing but five-digit numbers that fall into a lifetime is Excel's day count. */
function looksLikeExcel(texts: readonly string[], { today }: DateColumnOptions): boolean {
  const filled = texts.filter((text) => text !== '');
  const last = Math.floor((Date.parse(`${today}T00:00:00Z`) - EXCEL_EPOCH) / 86_400_000) + 1;
  const serials = filled.filter((text) => /^\d{5}(?:[.,]0*)?$/.test(text) && Number.parseInt(text, 10) <= last);
  return (
    serials.length > 0 &&
    serials.length >= filled.length * 0.8 &&
    filled.every((text) => /^\d{1,5}(?:[.,]\d*)?$/.test(text) || readDateText(text).readings.length > 0)
  );
}

function excelText(text: string): DateText {
  const days = Number.parseInt(text, 10);
  // Excel counts a 29 February 1900 that never was; before it the count is one off.
  const date = new Date(EXCEL_EPOCH + (days < 60 ? days + 1 : days) * 86_400_000);
  return {
    readings: [{ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }],
    dateLike: true,
  };
}

/** An instant from a date, a time of day and an offset (that of `now` when the source names none). */
export function instantOf(outcome: DateOutcome, now: Instant): Instant | undefined {
  if (!outcome.ok || outcome.date.length !== 10) return undefined;
  const offset = outcome.offset ?? /(Z|[+-]\d\d:\d\d)$/.exec(now)?.[0] ?? 'Z';
  return `${outcome.date}T${outcome.time ?? '00:00:00'}${offset}`;
}
