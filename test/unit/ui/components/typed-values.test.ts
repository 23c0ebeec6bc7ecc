import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDate } from '../../../../renderer/ui/components/date-field/read-date';
import { readNumber } from '../../../../renderer/ui/components/number-field/read-number';
import { readTime } from '../../../../renderer/ui/components/time-field/read-time';

describe('a number', () => {
  test.each([
    ['37.2', 37.2],
    ['37,2', 37.2],
    [' 5 ', 5],
    ['-1', -1],
    ['.5', 0.5],
  ])('is read when typed as %s', (text, value) => expect(readNumber(text)).toBe(value));

  test.each(['1,000', '', '4-5', '12 mg', '1e3', '1.2.3', 'NaN'])(
    'is refused when %j may mean something else',
    (text) => expect(readNumber(text)).toBeNull(),
  );
});

describe('a date in three boxes', () => {
  const read = (day: string, month: string, year: string, partial = false): unknown =>
    readDate({ day, month, year }, partial);

  test('is read when the day exists', () =>
    expect(read('4', '8', '1980')).toEqual({ state: 'date', date: '1980-08-04' }));
  test('is impossible when the month has no such day', () => {
    expect(read('31', '2', '1999')).toEqual({ state: 'impossible' });
    expect(read('29', '2', '1900')).toEqual({ state: 'impossible' });
    expect(read('29', '2', '2000')).toEqual({ state: 'date', date: '2000-02-29' });
    expect(read('1', '13', '1999')).toEqual({ state: 'impossible' });
  });
  test('waits when a box is missing or the year is half typed', () => {
    expect(read('', '8', '1980')).toEqual({ state: 'incomplete' });
    expect(read('4', '8', '19')).toEqual({ state: 'incomplete' });
    expect(read('', '', '')).toEqual({ state: 'empty' });
  });
  test('is read in part when the field allows it', () => {
    expect(read('', '', '1980', true)).toEqual({ state: 'date', date: '1980' });
    expect(read('', '8', '1980', true)).toEqual({ state: 'date', date: '1980-08' });
    expect(read('4', '', '1980', true)).toEqual({ state: 'incomplete' });
  });
  test('comes back as it went in when it is any day', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1890-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
        (date) => {
          const iso = date.toISOString().slice(0, 10);
          const [year = '', month = '', day = ''] = iso.split('-');
          expect(read(String(Number(day)), String(Number(month)), year)).toEqual({ state: 'date', date: iso });
        },
      ),
    );
  });
});

describe('a time of day', () => {
  test.each([
    ['0740', '07:40'],
    ['7:40', '07:40'],
    ['07.40', '07:40'],
    ['2359', '23:59'],
  ])('is read when typed as %s', (text, time) => expect(readTime(text)).toBe(time));
  test.each(['2400', '0760', '74', '', 'noon'])('is refused when typed as %j', (text) =>
    expect(readTime(text)).toBeNull(),
  );
});
