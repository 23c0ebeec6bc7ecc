import { describe, expect, test } from 'vitest';
import { ageAt, ageText } from '../../../../renderer/domain/patient/age';
import { nextAlias } from '../../../../renderer/domain/patient/alias';
import { formatBirthDate, isCalendarDate } from '../../../../renderer/domain/patient/birth-date';
import { displayName, foldText } from '../../../../renderer/domain/patient/names';

const NOW = '2026-11-22T05:27:00.000+01:00';

describe('displayed name', () => {
  test.each([
    [{ family: 'García', given: 'Ana' }, 'GARCÍA, Ana'],
    [{ family: 'Groß', given: 'Jörg' }, 'GROSS, Jörg'],
    [{ family: 'Okafor', given: '' }, 'OKAFOR'],
    [{ family: '', given: 'Suparman' }, 'Suparman'],
    [{ family: '', given: '', alias: 'UNKNOWN-MALE-BRAVO' }, 'UNKNOWN-MALE-BRAVO'],
    [{ family: '', given: '' }, 'Name not in snapshot'],
  ])('of %j is %s', (who, shown) => expect(displayName(who)).toBe(shown));

  test('folds accents, ligatures and apostrophes for searching', () => {
    expect(foldText("O'Brien-Łukasz Æther")).toBe('obrien lukasz aether');
  });
});

describe('age', () => {
  test.each([
    ['2026-11-22', '0 d'],
    ['2026-10-26', '27 d'],
    ['2026-10-25', '4 w'],
    ['2026-10-24', '4 w 1 d'],
    ['2025-11-22', '12 m'],
    ['2025-01-23', '21 m'],
    ['2024-11-23', '23 m'],
    ['2024-11-22', '2 y'],
    ['2011-06-22', '15 y 5 m'],
    ['2008-11-23', '17 y 11 m'],
    ['2008-11-22', '18 y'],
    ['1948-03-09', '78 y'],
    ['1948', 'about 78 y'],
    ['2027-01-01', 'Age not known'],
  ])('of somebody born %s is %s', (birthDate, shown) => expect(ageText({ birthDate }, NOW)).toBe(shown));

  test('is an estimate when only that is known', () => {
    expect(ageText({ ageEstimateYears: 45 }, NOW)).toBe('about 45 y');
    expect(ageText({}, NOW)).toBe('Age not known');
  });

  test('counts a 29 February birthday on 1 March when the year has none', () => {
    expect(ageAt('2008-02-29', '2026-02-28T12:00:00+01:00')?.years).toBe(17);
    expect(ageAt('2008-02-29', '2026-03-01T12:00:00+01:00')?.years).toBe(18);
  });
});

describe('birth date', () => {
  test('is shown with the month in letters', () => {
    expect(formatBirthDate('1980-08-14')).toBe('14-Aug-1980');
    expect(formatBirthDate('1980-08')).toBe('Aug-1980');
    expect(formatBirthDate(undefined)).toBe('Not in snapshot');
  });

  test('exists or is refused', () => {
    expect(isCalendarDate('2024-02-29')).toBe(true);
    expect(isCalendarDate('2026-02-29')).toBe(false);
    expect(isCalendarDate('1950-13-01')).toBe(false);
    expect(isCalendarDate('14.08.1980')).toBe(false);
  });
});

test('an alias is the next free one, per sex', () => {
  expect(nextAlias('male', [])).toBe('UNKNOWN-MALE-ALPHA');
  expect(nextAlias('male', ['UNKNOWN-MALE-ALPHA'])).toBe('UNKNOWN-MALE-BRAVO');
  expect(nextAlias(undefined, [])).toBe('UNKNOWN-PERSON-ALPHA');
});
