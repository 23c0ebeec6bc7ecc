import { describe, expect, test } from 'vitest';
import { shippedForm } from '../../../renderer/content/forms';
import { invariant } from '../../../renderer/domain/basics/assert-never';
import { newResponse } from '../../../renderer/domain/form/new-response';
import { prefillForm } from '../../../renderer/domain/form/prefill';
import { answered, formOf } from '../../support/form-answers';
import { MAJA } from '../../support/snapshot-patient';

const at = (time: string) => `2026-11-22T${time}:00+01:00`;
const mar = shippedForm('F04');
invariant(mar, 'F04 is shipped');
const prefilled = prefillForm({ definition: mar, response: newResponse(mar), facts: MAJA, asOf: at('05:15') });

describe('a MAR', () => {
  test('starts with each medicine of the snapshot in its part, marked as from the EHR', () => {
    expect(prefilled.item?.map(({ linkId, id }) => [linkId, id])).toEqual([
      ['measures', undefined],
      ['once', 'once-1'],
      ['regular', 'regular-1'],
      ['prn', 'prn-1'],
      ['variable', 'variable-1'],
      ['infusions', 'infusions-1'],
    ]);
    const regular = prefilled.item?.[2]?.item?.map(({ linkId, answer }) => [
      linkId,
      answer?.[0]?.valueString ?? answer?.[0]?.valueDateTime,
    ]);
    expect(regular).toEqual([
      ['regular-drug', 'Metoprolol'],
      ['regular-dose', '50 mg'],
      ['regular-route', 'PO'],
      ['regular-frequency', 'twice daily'],
      ['regular-last', at('06:00')],
      ['regular-next', at('18:00')],
    ]);
    expect(JSON.stringify(prefilled).match(/from-snapshot/g)).toHaveLength(22);
  });

  test('does not prefill twice nor over an answer', () => {
    const heavier = answered(mar, newResponse(mar), { weight: { valueDecimal: 70 } });
    expect(
      prefillForm({ definition: mar, response: heavier, facts: { ...MAJA, medicines: [] }, asOf: at('05:15') }),
    ).toEqual(heavier);
  });
});

describe('a form with codes of facts', () => {
  const own = (valueCode: string) => ({
    extension: [{ url: 'https://downtime-box.invalid/fhir/StructureDefinition/prefill', valueCode }],
  });
  const form = formOf([
    { linkId: 'allergies', type: 'text', ...own('patient.allergies') },
    { linkId: 'weight', type: 'decimal', ...own('patient.weightKg') },
    { linkId: 'born', type: 'date', ...own('patient.birthDate') },
    {
      linkId: 'sex',
      type: 'choice',
      answerOption: [{ valueCoding: { system: 's', code: 'female' } }],
      ...own('patient.sex'),
    },
    { linkId: 'nonsense', type: 'string', ...own('patient.nonsense') },
  ]);
  const filled = (facts: object, more: object = {}) =>
    prefillForm({ definition: form, response: newResponse(form), facts: { ...MAJA, ...facts }, ...more }).item ?? [];

  test('takes what fits its questions and leaves the rest empty', () => {
    expect(filled({ birthDate: '1939', sex: 'female' }).map(({ linkId, answer }) => [linkId, answer?.[0]])).toEqual([
      ['allergies', { valueString: 'Latex' }],
      ['weight', { valueDecimal: 61.5 }],
      ['born', { valueDate: '1939' }],
      ['sex', { valueCoding: { system: 's', code: 'female' } }],
    ]);
    expect(filled({ birthDate: '30 Jan 1939', sex: 'other' }).map(({ linkId }) => linkId)).toEqual([
      'allergies',
      'weight',
    ]);
  });

  test('says in words what is known of allergies, and nothing when the snapshot does not say', () => {
    const said = (allergyStatus: string) => filled({ allergyStatus, weightKg: undefined })[0]?.answer?.[0]?.valueString;
    expect([said('none-known'), said('unable-to-obtain'), said('not-in-snapshot')]).toEqual([
      'No known allergies',
      'Unable to obtain',
      undefined,
    ]);
  });

  test('marks as from the EHR only what was not written here', () => {
    const items = filled({}, { asOf: at('05:15'), writtenHere: ['weightKg'] });
    expect(items.map(({ linkId, answer }) => [linkId, answer?.[0]?.extension !== undefined])).toEqual([
      ['allergies', true],
      ['weight', false],
    ]);
  });
});
