import { describe, expect, test } from 'vitest';
import { packProblems } from '../../../renderer/content/pack-schema';
import { PACKS } from '../../../renderer/content/packs';
import { PARSED_FORMS } from '../../../renderer/content/parsed-forms';
import { aboutWhom } from '../../../renderer/domain/form/about-whom';
import { parLevels } from '../../../renderer/domain/paper/pack';

const FORMS = PARSED_FORMS.map(({ id }) => id);
const acute = PACKS.find(({ id }) => id === 'acute-ward');

describe('packs', () => {
  test.each(PACKS.map((pack) => [pack.id, pack] as const))(
    '%s names forms of the library and levels that rise',
    (_id, pack) => {
      expect(packProblems(pack, FORMS)).toEqual([]);
    },
  );

  test('count forms about the ward by ward and forms about a patient by bed or as spares', () => {
    const wards = PARSED_FORMS.filter((form) => aboutWhom(form) === 'ward').map(({ id }) => id);
    const byBed = PACKS.flatMap(({ forms }) => forms.filter(({ perBed }) => perBed !== undefined));
    expect(byBed.length).toBeGreaterThan(0);
    expect(byBed.filter(({ form }) => wards.includes(form))).toEqual([]);
  });

  test('round a part of a form up over the ward, not over each bed', () => {
    if (!acute) throw new Error('no acute pack');
    const of = (hours: 8 | 24, beds: number) =>
      Object.fromEntries(parLevels(acute, hours, beds).map((one) => [one.form, one.copies]));
    expect(of(8, 24)).toMatchObject({ F04: 24, F12: 6, F13: 3, F20: 2 });
    expect(of(24, 24)).toMatchObject({ F04: 48, F12: 12, F20: 4 });
    expect(of(8, 1)).toMatchObject({ F04: 1, F12: 1 });
  });

  test('are refused place by place when a form is unknown, twice, without a number or fewer for the longer time', () => {
    const bad = {
      ...acute,
      forms: [{ form: 'F99', perBed: { 8: 1, 24: 1 } }, { form: 'F04' }, { form: 'F04', perBed: { 8: 2, 24: 1 } }],
    };
    expect(packProblems(bad, FORMS)).toEqual([
      'forms.0: no form F99 in the library',
      'forms.1: neither per bed nor per ward',
      'forms.2: fewer for 24 hours than for 8',
      'forms.2: F04 stands twice',
    ]);
  });
});
