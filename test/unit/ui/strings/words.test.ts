import { describe, expect, test } from 'vitest';
import { createStrings } from '../../../../renderer/ui/strings/i18n';
import { clockOf, countdown, timeWords } from '../../../../renderer/ui/strings/time-words';
import { en } from '../../../../renderer/ui/strings/en';
import { SCREEN_NAMES } from '../../../../renderer/ui/route/screen-names';

const words = timeWords(createStrings().getFixedT('en', 'time'));
const NOW = '2026-11-22T07:41:05.000+01:00';

describe('time in words', () => {
  test('shows the clock as the ward wrote it when the zone of this PC is another', () =>
    expect(clockOf('2026-11-22T05:27:00.000-05:00')).toBe('05:27'));
  test('is said in minutes, hours and days when it grows', () => {
    const minute = 60_000;
    expect([0, 5, 60, 146, 47 * 60 + 1, 50 * 60].map((count) => words.duration(count * minute))).toEqual([
      'less than 1 min',
      '5 min',
      '1 h',
      '2 h 26 min',
      '47 h 1 min',
      '2 d 2 h',
    ]);
  });
  test('names the day when it is not today', () => {
    expect(words.moment('2026-11-22T06:55:00.000+01:00', NOW)).toBe('06:55');
    expect(words.moment('2026-11-21T23:10:00.000+01:00', NOW)).toBe('23:10 yesterday');
    expect(words.moment('2026-08-14T06:55:00.000+02:00', NOW)).toBe('06:55 14-Aug-2026');
  });
  test('counts the last minute down by seconds', () => {
    expect(countdown(235_000)).toBe('03:55');
    expect(countdown(3_835_000)).toBe('1:03:55');
    expect(countdown(-1)).toBe('00:00');
  });
});

describe('the texts', () => {
  const leaves = (value: unknown, path: string): [string, string][] =>
    typeof value === 'string'
      ? [[path, value]]
      : Object.entries(value as object).flatMap(([key, each]) => leaves(each, `${path}.${key}`));

  test('have no empty sentence and balanced placeholders', () => {
    const odd = leaves(en, 'en').filter(
      ([, text]) => text.trim() === '' || text.split('{{').length !== text.split('}}').length,
    );
    expect(odd).toEqual([]);
  });
  test('come in pairs when they count', () => {
    const keys = leaves(en, 'en').map(([path]) => path);
    const single = keys.filter((key) => key.endsWith('_one') && !keys.includes(key.replace(/_one$/, '_other')));
    expect(single).toEqual([]);
  });
  test('name every place of the rail', () => {
    const named = Object.keys(en.frame.rail);
    const without = SCREEN_NAMES.filter(
      (name) => !['declare', 'census', 'help', 'sign-in'].includes(name) && !named.includes(name),
    );
    expect(without).toEqual([]);
  });
});
