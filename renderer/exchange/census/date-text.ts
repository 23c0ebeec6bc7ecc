import { daysInMonth } from '../../domain/patient/birth-date';

/** Order of the parts of a date written in digits. */
export type DateOrder = 'ymd' | 'dmy' | 'mdy' | 'ydm';

/** One way to read a date. `order` is missing where the text allows only one. */
export interface DateReading {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  readonly order?: DateOrder;
  /** The year was written with two digits: `year` is 0-99. */
  readonly twoDigits?: boolean;
}

/** A date text taken apart: every way it can be read, and the time of day behind it. */
export interface DateText {
  readonly readings: readonly DateReading[];
  /** True when it is written like a date, whether or not such a day exists. */
  readonly dateLike: boolean;
  /** `HH:MM:SS`, when given. */
  readonly time?: string;
  /** `Z` or `+02:00`, when given. */
  readonly offset?: string;
}

// First letters of month names: English, German, French, Spanish, Italian, Portuguese, Dutch, Nordic, Polish.
const MONTHS: readonly string[] = [
  'jan|ene|gen|sty|januar',
  'feb|fev|lut',
  'mar|mrz|maer|maa|mae|mrt',
  'apr|avr|abr|kwi',
  'may|mai|mag|mei|maj',
  'jun|juin|giu|cze',
  'jul|juil|lug|lip',
  'aug|aou|ago|sie',
  'sep|set|wrz',
  'oct|okt|ott|out|paz',
  'nov|lis',
  'dec|dez|dic|des|gru',
];

const TIME =
  /(?:^|[T ,]+)(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*([ap]\.?m\.?)?\s*(Z|[+-]\d\d:?\d\d)?(?:\s*\[[^\]]*\])?$/i;

/** Takes a date apart without deciding between day and month. No reading at all: it is no date that exists. */
export function readDateText(raw: string): DateText {
  const plain = readPlainDate(raw);
  if (plain.dateLike) return plain;
  // "03/25/1950 (76 Y)", "25.03.1950 / 76 J.": the age behind it is not the date.
  const date =
    /^(.*?\d{2,4})\s*(?:[([/,;-]\s*|\s)\d{1,3}\s*(?:y|yr|yrs|yo|y\.o\.|years?( old)?|j|jahre?|ans|a)?\.?\s*[)\]]?$/i.exec(
      raw.trim(),
    )?.[1];
  return date === undefined ? plain : readPlainDate(date);
}

function readPlainDate(raw: string): DateText {
  const text = raw.replace(/[\u00a0\u202f]/g, ' ').trim();
  const stamp = /^(\d{8})(\d\d)(\d\d)(\d\d)?(?:\.\d+)?([+-]\d{4})?$/.exec(text);
  if (stamp !== null) {
    const [, date = '', hour = '', minute = '', second = '00', zone] = stamp;
    return { ...readingsOf(date), time: `${hour}:${minute}:${second}`, ...offsetOf(zone) };
  }
  const time = TIME.exec(text);
  const date = (time === null ? text : text.slice(0, time.index))
    .replace(/^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[., ]+/i, '')
    .trim();
  return { ...readingsOf(date), ...(time === null ? {} : clockOf(time)) };
}

function clockOf([, h = '0', minute = '00', second = '00', half, zone]: RegExpExecArray): Pick<
  DateText,
  'time' | 'offset'
> {
  const twelve = Number(h) % 12;
  const hour = half === undefined ? Number(h) : /^p/i.test(half) ? twelve + 12 : twelve;
  if (hour > 23 || Number(minute) > 59 || Number(second) > 59) return {};
  return { time: `${String(hour).padStart(2, '0')}:${minute}:${second}`, ...offsetOf(zone) };
}

function offsetOf(zone: string | undefined): Pick<DateText, 'offset'> {
  if (zone === undefined) return {};
  return { offset: /^z$/i.test(zone) ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}` };
}

function readingsOf(date: string): Pick<DateText, 'readings' | 'dateLike'> {
  const all = digitReadings(date);
  return { readings: all.filter(exists), dateLike: all.length > 0 };
}

function digitReadings(date: string): readonly DateReading[] {
  const named = namedMonth(date);
  if (named !== undefined) return [named];
  const parts = /^(\d{1,4})([-/. ])\s?(\d{1,2})[-/. ]\s?(\d{1,4})\.?$/.exec(date);
  if (parts !== null) return threeParts(parts[1] ?? '', parts[3] ?? '', parts[4] ?? '', parts[2] === '-');
  if (/^\d{8}$/.test(date)) {
    const ymd = threeParts(date.slice(0, 4), date.slice(4, 6), date.slice(6));
    const plausible = ymd.filter((one) => one.order === 'ymd' && exists(one) && one.year >= 1850 && one.year <= 2150);
    return plausible.length > 0 ? plausible : threeParts(date.slice(0, 2), date.slice(2, 4), date.slice(4));
  }
  if (/^\d{6}$/.test(date)) return threeParts(date.slice(0, 2), date.slice(2, 4), date.slice(4), true);
  const month = /^(\d{4})[-/.](\d{1,2})$/.exec(date) ?? undefined;
  if (month !== undefined) return [{ year: Number(month[1]), month: Number(month[2]) }];
  const monthFirst = /^(\d{1,2})[-/.](\d{4})$/.exec(date) ?? undefined;
  if (monthFirst !== undefined) return [{ year: Number(monthFirst[2]), month: Number(monthFirst[1]) }];
  return /^(?:1[89]|20)\d\d$/.test(date) ? [{ year: Number(date) }] : [];
}

/** `yearFirst`: two digits may be the year in front, as in 80-08-14 and 800814; nobody writes 80/08/14 or 80.08.14. */
function threeParts(a: string, b: string, c: string, yearFirst = false): readonly DateReading[] {
  const [x, y, z] = [Number(a), Number(b), Number(c)];
  if (a.length === 4)
    return [
      { year: x, month: y, day: z, order: 'ymd' },
      { year: x, month: z, day: y, order: 'ydm' },
    ];
  if (c.length === 4)
    return [
      { year: z, month: y, day: x, order: 'dmy' },
      { year: z, month: x, day: y, order: 'mdy' },
    ];
  if (a.length > 2 || c.length !== 2) return [];
  const short: DateReading[] = [
    { year: z, month: y, day: x, order: 'dmy', twoDigits: true },
    { year: z, month: x, day: y, order: 'mdy', twoDigits: true },
  ];
  return a.length === 2 && yearFirst ? [...short, { year: x, month: y, day: z, order: 'ymd', twoDigits: true }] : short;
}

function namedMonth(date: string): DateReading | undefined {
  const folded = date.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const [, day, name, year] =
    /^(\d{1,2})(?:st|nd|rd|th|er|º)?[-/. ]*(?:de |of )?([a-z]{3,})\.?[-/., ]*(?:de )?(\d{4}|\d\d)$/.exec(folded) ?? [];
  const [, name2, day2, year2] =
    /^([a-z]{3,})\.?[-/. ]*(\d{1,2})(?:st|nd|rd|th)?[-/., ]+(\d{4}|\d\d)$/.exec(folded) ?? [];
  const [, year3, name3, day3] = /^(\d{4})[-/. ]*([a-z]{3,})\.?[-/. ]*(\d{1,2})$/.exec(folded) ?? [];
  const month = monthNamed(name ?? name2 ?? name3);
  const written = year ?? year2 ?? year3;
  if (month === undefined || written === undefined) return undefined;
  const reading = { year: Number(written), month, day: Number(day ?? day2 ?? day3) };
  return written.length === 2 ? { ...reading, twoDigits: true } : reading;
}

function monthNamed(name: string | undefined): number | undefined {
  if (name === undefined) return undefined;
  const at = MONTHS.findIndex((starts) => starts.split('|').some((start) => name.startsWith(start)));
  // "jui" begins both juin and juillet; "mar" both März and Spanish martes, which no date of birth holds.
  return at < 0 ? undefined : at + 1;
}

function exists(reading: DateReading): boolean {
  const { month, day } = reading;
  if (month !== undefined && (month < 1 || month > 12)) return false;
  // A two-digit year may turn out a leap year: 29 February stays possible until the century is known.
  const year = reading.twoDigits === true ? 2000 + reading.year - (reading.year % 4) : reading.year;
  return day === undefined || month === undefined || (day >= 1 && day <= daysInMonth(year, month));
}
