import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDateColumn, type DateColumnOptions } from '../../../../renderer/exchange/census/date-column';

const options: DateColumnOptions = { birth: true, today: '2026-11-22' };
const dates = (values: readonly string[], more: Partial<DateColumnOptions> = {}) =>
  readDateColumn(values, { ...options, ...more }).outcomes.map((one) => (one.ok ? one.date : one.code));

describe('a date', () => {
  test.each([
    ['1980-08-14', '1980-08-14'],
    ['1980/08/14', '1980-08-14'],
    ['19800814', '1980-08-14'],
    ['14.08.1980', '1980-08-14'],
    ['14/8/1980', '1980-08-14'],
    ['8/14/1980', '1980-08-14'],
    ['14081980', '1980-08-14'],
    ['14-Aug-1980', '1980-08-14'],
    ['14 August 1980', '1980-08-14'],
    ['Aug 14, 1980', '1980-08-14'],
    ['14. März 1980', '1980-03-14'],
    ['14 de agosto de 1980', '1980-08-14'],
    ['14 août 1980', '1980-08-14'],
    ['1980-08-14T23:30:00Z', '1980-08-14'],
    ['1980-08-14 00:00:00.000', '1980-08-14'],
    ['8/14/1980 12:00:00 AM', '1980-08-14'],
    ['198008141126+0215', '1980-08-14'],
    ['1980', '1980'],
    ['1980-08', '1980-08'],
    ['08/1980', '1980-08'],
    ['Thursday, 14 August 1980', '1980-08-14'],
  ])('%s is read as %s when nothing about it is doubtful', (text, date) => expect(dates([text])).toEqual([date]));

  test.each([
    ['30.02.1950', 'impossible-date'],
    ['29.02.1951', 'impossible-date'],
    ['32/13/1980', 'impossible-date'],
    ['1980-13-40', 'impossible-date'],
    ['2027-01-01', 'date-in-future'],
    ['1850-01-01', 'date-too-old'],
    ['tomorrow', 'no-date'],
    ['14.08.80', 'two-digit-year'],
    ['03/04/1980', 'ambiguous-date'],
  ])('%s is refused as %s', (text, code) => expect(dates([text])).toEqual([code]));
});

describe('day and month', () => {
  test('are told apart by a value of the same column that allows one reading only', () => {
    expect(dates(['03/04/1980', '25/12/1950'])).toEqual(['1980-04-03', '1950-12-25']);
    expect(dates(['03/04/1980', '12/25/1950'])).toEqual(['1980-03-04', '1950-12-25']);
  });

  test('are told apart by a birth date whose other reading lies ahead', () => {
    expect(dates(['12/11/2026', '03/04/1980'])).toEqual(['2026-11-12', '1980-04-03']);
  });

  test('stay unread when the column proves nothing or contradicts itself', () => {
    expect(dates(['03/04/1980', '05/06/1981', '07/07/1982'])).toEqual([
      'ambiguous-date',
      'ambiguous-date',
      '1982-07-07',
    ]);
    expect(dates(['25/12/1950', '12/25/1950', '03/04/1980'])).toEqual(['1950-12-25', '1950-12-25', 'ambiguous-date']);
  });

  test('are read as the mapping says', () => {
    expect(dates(['03/04/1980'], { order: 'dmy' })).toEqual(['1980-04-03']);
    expect(dates(['03/04/1980'], { order: 'mdy' })).toEqual(['1980-03-04']);
  });

  test('are never guessed: every day up to 12 alone in its column stays ambiguous', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1930, max: 2020 }),
        (a, b, year) => {
          const [outcome] = dates([`${a}/${b}/${year}`]);
          return a === b ? outcome?.startsWith(String(year)) === true : outcome === 'ambiguous-date';
        },
      ),
    );
  });
});

describe('a year of two digits', () => {
  test('is read as the mapping says', () => {
    expect(dates(['14.08.80', '23.11.26', '21.11.26'], { twoDigitYears: 'past' })).toEqual([
      '1980-08-14',
      '1926-11-23',
      '2026-11-21',
    ]);
    expect(dates(['14.08.30'], { twoDigitYears: 1927 })).toEqual(['1930-08-14']);
  });
});

describe('Excel day numbers', () => {
  test('are read when the whole column holds them', () => {
    expect(dates(['29447', '18700'])).toEqual(['1980-08-14', '1951-03-13']);
    expect(readDateColumn(['29447', '18700'], options).excel).toBe(true);
  });

  test('are not seen in a column that holds other things', () => {
    expect(dates(['29447', 'x', '1980-08-14'])).toEqual(['no-date', 'no-date', '1980-08-14']);
  });
});
