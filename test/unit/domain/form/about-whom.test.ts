import { describe, expect, test } from 'vitest';
import { aboutWhom, isMisfiled, NO_PATIENT } from '../../../../renderer/domain/form/about-whom';
import { amendForm, type FormRefusal, signForm } from '../../../../renderer/domain/form/commands';
import type { Result } from '../../../../renderer/domain/basics/result';
import { backEntryItems } from '../../../../renderer/domain/form/back-entry-items';
import { NO_FORMS, type FormsState } from '../../../../renderer/domain/form/forms-state';
import { newResponse } from '../../../../renderer/domain/form/new-response';
import { foldForms } from '../../../../renderer/domain/form/projection';
import type { Entry, NewEntry } from '../../../../renderer/domain/ledger/entry';
import { answered, formOf } from '../../../support/form-answers';

const items = [{ linkId: 'a', type: 'string', text: 'A' }];
const BACK_ENTRY = 'https://downtime-box.invalid/fhir/StructureDefinition/backEntry';
const wardForm = formOf(items, { subjectType: ['Location'] });
const patientForm = formOf(items);
const now = '2026-11-22T07:41:00.000+01:00';
const context = { now, newId: () => 'id', by: 'u-moreau' };
const signer = { name: 'A. Moreau', role: 'nurse', signedWith: 'pin' } as const;
const codeOf = (result: Result<unknown, FormRefusal>) => (result.ok ? 'ok' : result.error.code);
const signing = (definition: typeof wardForm, patient: string) => ({
  book: 'outage-1',
  serial: 'DT-7B-0001',
  patient,
  ...(patient === NO_PATIENT ? { ward: '7B' } : {}),
  definition,
  response: newResponse(definition),
  signer,
});

describe('aboutWhom', () => {
  test.each([
    ['it names no subject', undefined, 'patient'],
    ['its subjects are an empty list', [], 'patient'],
    ['it names the patient', ['Patient'], 'patient'],
    ['it names the patient among others', ['Location', 'Patient'], 'patient'],
    ['it names a place', ['Location'], 'ward'],
    ['it names a device', ['Device'], 'ward'],
  ])('answers rightly when %s', (_, subjectType, about) => {
    expect(aboutWhom(formOf(items, subjectType === undefined ? {} : { subjectType }))).toBe(about);
  });
});

describe('signForm', () => {
  test.each([
    ['a form about a ward names a patient', wardForm, 'p1', 'about-a-ward'],
    ['a form about a patient names nobody', patientForm, NO_PATIENT, 'about-a-patient'],
    ['a form about a patient names an empty id', patientForm, '', 'about-a-patient'],
  ])('is refused when %s', (_, form, patient, code) => {
    expect(codeOf(signForm(NO_FORMS, signing(form, patient), context))).toBe(code);
  });

  test('is allowed when each form is about whom it is meant for', () => {
    expect(codeOf(signForm(NO_FORMS, signing(wardForm, NO_PATIENT), context))).toBe('ok');
    expect(codeOf(signForm(NO_FORMS, signing(patientForm, 'p1'), context))).toBe('ok');
  });
});

const written = (result: Result<readonly NewEntry[], FormRefusal>, lamport = 1): readonly Entry[] => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value.map((entry) => ({
    ...entry,
    id: `e${lamport}`,
    device: 'd1',
    seq: lamport,
    lamport,
    at: now,
    v: 1,
    prev: '',
  }));
};
const fold = (...entries: readonly Entry[]): FormsState => entries.reduce(foldForms, NO_FORMS);

describe('a form about a ward', () => {
  const sign = signing(wardForm, NO_PATIENT);

  test('is refused when no ward is named', () => {
    const { ward: _ward, ...nowhere } = sign;
    expect(codeOf(signForm(NO_FORMS, nowhere, context))).toBe('ward-missing');
    expect(codeOf(signForm(NO_FORMS, { ...sign, ward: ' ' }, context))).toBe('ward-missing');
  });

  test('keeps the ward of its original when somebody of another ward corrects it', () => {
    const signed = written(signForm(NO_FORMS, sign, context));
    const response = answered(wardForm, sign.response, { a: { valueString: 'x' } });
    const amended = written(amendForm(fold(...signed), { ...sign, ward: 'ICU', response, reason: 'r' }, context), 2);
    expect(amended[0]?.payload).toMatchObject({ patient: NO_PATIENT, ward: '7B' });
    expect(fold(...signed, ...amended).bySerial.get(sign.serial)).toMatchObject({
      patient: NO_PATIENT,
      ward: '7B',
      conflicts: [],
      versions: { length: 2 },
    });
  });

  test('is asked for in back-entry under its ward and no patient', () => {
    const marked = formOf(
      [
        {
          ...items[0],
          extension: [
            {
              url: BACK_ENTRY,
              extension: [
                { url: 'owner', valueCode: 'nursing' },
                { url: 'disposition', valueCode: 'enter' },
                { url: 'priority', valueInteger: 6 },
              ],
            },
          ],
        },
      ],
      { subjectType: ['Location'] },
    );
    const response = answered(marked, newResponse(marked), { a: { valueString: 'x' } });
    const state = fold(...written(signForm(NO_FORMS, { ...signing(marked, NO_PATIENT), response }, context)));
    const form = state.bySerial.get(sign.serial);
    expect(form && backEntryItems(marked, form).map(({ patient, ward }) => [patient, ward])).toEqual([['-', '7B']]);
  });
});

test('a log that an older version filed under a patient opens as it was and is not added to when it is amended', () => {
  const state = fold(...written(signForm(NO_FORMS, signing(patientForm, 'p1'), context)));
  const old = state.bySerial.get('DT-7B-0001');
  expect(old).toMatchObject({ patient: 'p1' });
  expect(old && isMisfiled(wardForm, old)).toBe(true);
  expect(old && isMisfiled(patientForm, old)).toBe(false);
  expect(codeOf(amendForm(state, { ...signing(wardForm, 'p1'), reason: 'r' }, context))).toBe('about-a-ward');
});
