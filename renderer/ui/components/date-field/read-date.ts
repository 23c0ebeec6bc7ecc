/** A date as three boxes hold it, exactly as typed. */
export interface DateParts {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

/** What three boxes say. `incomplete` while one is missing, `impossible` for 31 February. */
export type DateReading =
  | { readonly state: 'empty' | 'incomplete' | 'impossible' }
  | { readonly state: 'date'; readonly date: string };

/** The boxes for a date, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export function datePartsOf(date: string | null): DateParts {
  const [year = '', month = '', day = ''] = (date ?? '').split('-');
  return { day, month, year };
}

/** Reads the boxes. `partial` allows a year alone or a month with its year (a birth date known in part). */
export function readDate({ day, month, year }: DateParts, partial = false): DateReading {
  const [d, m, y] = [day.trim(), month.trim(), year.trim()];
  if (!d && !m && !y) return { state: 'empty' };
  if (!y || (d && !m) || (!partial && (!d || !m))) return { state: 'incomplete' };
  if (!/^\d+$/.test(y + m + d)) return { state: 'impossible' };
  if (y.length < 4) return { state: 'incomplete' };
  if (y.length > 4) return { state: 'impossible' };
  const iso = [y, m && m.padStart(2, '0'), d && d.padStart(2, '0')].filter(Boolean).join('-');
  const whole = new Date(`${y}-${(m || '1').padStart(2, '0')}-${(d || '1').padStart(2, '0')}T00:00:00Z`);
  // Date.parse rolls 31 February over into March; the day must come back as it went in.
  const same =
    !Number.isNaN(whole.getTime()) &&
    whole.getUTCDate() === Number(d || '1') &&
    whole.getUTCMonth() === Number(m || '1') - 1;
  return same ? { state: 'date', date: iso } : { state: 'impossible' };
}
