/** Units of time FHIRPath's duration() and difference() count in. */
export type Period = 'year' | 'month' | 'week' | 'day' | 'hour' | 'minute' | 'second' | 'millisecond';

const LENGTH_MS = {
  week: 604_800_000,
  day: 86_400_000,
  hour: 3_600_000,
  minute: 60_000,
  second: 1_000,
  millisecond: 1,
};

const MOMENT =
  /^(?:(\d{4})(?:-(\d\d)(?:-(\d\d))?)?)?(?:T(?:(\d\d)(?::(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?)?)?)?(Z|[+-]\d\d:\d\d)?$/;

/** How exact a moment is: the finest unit it names. */
const FINEST: readonly Period[] = ['year', 'month', 'day', 'hour', 'minute', 'second', 'millisecond'];

interface Moment {
  /** As the clock on the wall showed it, counted as if it were UTC. */
  readonly wallMs: number;
  /** Undefined where no offset is named. */
  readonly offsetMs: number | undefined;
  readonly finest: number;
  readonly isTime: boolean;
}

/** The period a word of an expression names, singular or plural. */
export function periodNamed(word: string): Period | undefined {
  const name = word.replace(/s$/, '');
  return name === 'week' || (FINEST as readonly string[]).includes(name) ? (name as Period) : undefined;
}

/** Whole periods from one moment to another, negative backwards; undefined where the two are not exact enough. */
export function wholePeriods(from: string, to: string, period: Period): number | undefined {
  const pair = comparable(from, to, period);
  if (!pair) return undefined;
  const [a, b] = pair;
  if (period !== 'year' && period !== 'month') return Math.trunc((b - a) / LENGTH_MS[period]) + 0;
  const months = monthsOf(b) - monthsOf(a);
  const [restA, restB] = [withinMonth(a), withinMonth(b)];
  const whole = months > 0 && restB < restA ? months - 1 : months < 0 && restB > restA ? months + 1 : months;
  return period === 'month' ? whole : Math.trunc(whole / 12) + 0;
}

/** Boundaries crossed between two moments (midnights, firsts of the month; weeks begin on Sunday, as in CQL). */
export function crossedPeriods(from: string, to: string, period: Period): number | undefined {
  const pair = comparable(from, to, period);
  if (!pair) return undefined;
  const [a, b] = pair;
  if (period === 'year') return new Date(b).getUTCFullYear() - new Date(a).getUTCFullYear();
  if (period === 'month') return monthsOf(b) - monthsOf(a);
  // 1 January 1970 was a Thursday.
  const shift = period === 'week' ? 4 * LENGTH_MS.day : 0;
  return Math.floor((b + shift) / LENGTH_MS[period]) - Math.floor((a + shift) / LENGTH_MS[period]);
}

/** Both on the wall clock of the first; undefined where one lacks what the period asks for. */
function comparable(from: string, to: string, period: Period): readonly [number, number] | undefined {
  const [a, b] = [read(from), read(to)];
  if (!a || !b || a.isTime !== b.isTime || (a.offsetMs === undefined) !== (b.offsetMs === undefined)) return undefined;
  const needed = FINEST.indexOf(period === 'week' ? 'day' : period);
  if (a.finest < needed || b.finest < needed || (a.isTime && needed < FINEST.indexOf('hour'))) return undefined;
  return [a.wallMs, b.wallMs - (b.offsetMs ?? 0) + (a.offsetMs ?? 0)];
}

function read(text: string): Moment | undefined {
  const found = MOMENT.exec(/^\d\d:/.test(text) ? `T${text}` : text);
  if (!found) return undefined;
  const [, year, month, day, hour, minute, second, fraction, zone] = found;
  const isTime = year === undefined;
  const parts = [year ?? '1970', month, day, hour, minute, second, fraction];
  let finest = parts.findLastIndex((part) => part !== undefined);
  // Seconds and their fractions are one precision (FHIRPath): a whole second is exact to the millisecond.
  if (finest === 5) finest = 6;
  const wallMs = Date.UTC(
    Number(year ?? 1970),
    Number(month ?? 1) - 1,
    Number(day ?? 1),
    Number(hour ?? 0),
    Number(minute ?? 0),
    Number(second ?? 0),
    Math.trunc(Number(`0.${fraction ?? '0'}`) * 1000),
  );
  return { wallMs, offsetMs: offsetOf(zone), finest, isTime };
}

function offsetOf(zone: string | undefined): number | undefined {
  if (zone === undefined || zone === 'Z') return zone && 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6));
  return (zone.startsWith('-') ? -minutes : minutes) * LENGTH_MS.minute;
}

function monthsOf(ms: number): number {
  const date = new Date(ms);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** Time since the first of the month. */
function withinMonth(ms: number): number {
  const date = new Date(ms);
  return ms - Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
}
