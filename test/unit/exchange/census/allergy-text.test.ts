import { describe, expect, test } from 'vitest';
import { readAllergyText } from '../../../../renderer/exchange/census/allergy-text';

describe('an allergy text', () => {
  test.each([
    'NKDA',
    'NKA',
    'No Known Allergies',
    'No known drug allergies',
    'none known',
    'Nil known',
    'keine bekannt',
    'Keine Allergien bekannt',
    'Aucune connue',
    'Sin alergias conocidas',
    'Nessuna nota',
    'NKDA.',
    'No Known Allergy (situation)'.replace(' (situation)', ''),
  ])('"%s" says that none is known', (text) =>
    expect(readAllergyText(text)).toEqual({ allergyStatus: 'none-known', allergies: [] }),
  );

  test.each(['', '  ', '-'])('"%s" says nothing', (text) =>
    expect(readAllergyText(text)).toEqual({ allergyStatus: 'not-in-snapshot', allergies: [] }),
  );

  test.each(['None', 'none', 'n/a', 'NULL', 'Unknown', 'not recorded', 'nil', 'No'])(
    '"%s" is unclear, and never taken for "none known"',
    (text) => expect(readAllergyText(text)).toEqual({ allergyStatus: 'not-in-snapshot', allergies: [], unclear: true }),
  );

  test('says that nobody could ask', () => {
    expect(readAllergyText('Unable to obtain').allergyStatus).toBe('unable-to-obtain');
  });

  test.each([
    ['Penicillin', [{ substance: 'Penicillin' }]],
    [
      'Penicillin (rash), Latex - anaphylaxis; Nuts',
      [
        { substance: 'Penicillin', reaction: 'rash' },
        { substance: 'Latex', reaction: 'anaphylaxis', severity: 'severe' },
        { substance: 'Nuts' },
      ],
    ],
    ['SULFA (RASH, HIVES)', [{ substance: 'SULFA', reaction: 'RASH, HIVES' }]],
    ['Aspirin: severe bronchospasm', [{ substance: 'Aspirin', reaction: 'severe bronchospasm', severity: 'severe' }]],
    ['NKDA; Latex', [{ substance: 'Latex' }]],
    ['Co-trimoxazole', [{ substance: 'Co-trimoxazole' }]],
  ])('"%s" lists its substances', (text, allergies) =>
    expect(readAllergyText(text)).toEqual({ allergyStatus: 'listed', allergies }),
  );
});
