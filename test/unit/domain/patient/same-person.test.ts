import { describe, expect, test } from 'vitest';
import {
  possibleDuplicates,
  SAME_PERSON_ASK_AT,
  sameNameGroups,
  samePersonScore,
  typos,
} from '../../../../renderer/domain/patient/same-person';

const ana = { id: 'a', family: 'García', given: 'Ana', birthDate: '1980-08-14', sex: 'female' as const, mrn: '1' };

describe('same person', () => {
  test.each([
    [{ family: 'Garcia', given: 'Ana', birthDate: '1980-08-14' }, ['same-name', 'same-birth-date']],
    [{ family: 'Ana', given: 'Garcia', birthDate: '1980-08-14' }, ['swapped-names', 'same-birth-date']],
    [{ family: 'Gracia', given: 'Anna', birthDate: '1980-08-14' }, ['similar-name', 'same-birth-date']],
    [{ family: 'Garcia', given: 'Ana', birthDate: '1980-08-15' }, ['same-name', 'birth-date-one-apart']],
    [{ family: 'Garcia', given: 'A', ageEstimateYears: 45 }, ['same-name']],
    [{ family: 'X', given: 'Y', mrn: '1' }, ['same-mrn']],
  ])('is asked about when a newcomer is %j', (who, reasons) => {
    const [match] = possibleDuplicates(who, [ana]);
    expect(match).toMatchObject({ id: 'a', reasons });
    expect(match?.score).toBeGreaterThanOrEqual(SAME_PERSON_ASK_AT);
  });

  test.each([
    [{ family: 'Garcia', given: 'Ana', birthDate: '1951-01-02' }],
    [{ family: 'Keller', given: 'Ana', birthDate: '1980-08-14' }],
    [{ family: '', given: '', birthDate: '1980-08-14' }],
  ])('is not asked about when a newcomer is %j', (who) => expect(possibleDuplicates(who, [ana])).toEqual([]));

  test('scores less when the sex differs', () => {
    const twin = { family: 'Garcia', given: 'Ana', birthDate: '1980-08-14' };
    expect(samePersonScore({ ...twin, sex: 'male' }, ana).score).toBeLessThan(
      samePersonScore({ ...twin, sex: 'female' }, ana).score,
    );
  });

  test('alerts both when names could be taken for one another', () => {
    const groups = sameNameGroups([
      ana,
      { id: 'b', family: 'GARCIA', given: 'Antonio' },
      { id: 'c', family: 'Meier', given: 'A' },
    ]);
    expect(groups.get('a')).toEqual(['b']);
    expect(groups.get('b')).toEqual(['a']);
    expect(groups.has('c')).toBe(false);
  });

  test('counts one typo when two letters are swapped', () => {
    expect(typos('meier', 'meire')).toBe(1);
    expect(typos('meier', 'maier')).toBe(1);
    expect(typos('meier', 'meier')).toBe(0);
    expect(typos('', 'abc')).toBe(3);
  });
});
