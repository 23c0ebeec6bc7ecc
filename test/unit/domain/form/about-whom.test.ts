import { describe, expect, test } from 'vitest';
import { aboutWhom, NO_PATIENT } from '../../../../renderer/domain/form/about-whom';
import { amendForm, type FormRefusal, signForm } from '../../../../renderer/domain/form/commands';
import type { Result } from '../../../../renderer/domain/basics/result';
import { NO_FORMS } from '../../../../renderer/domain/form/forms-state';
import { newResponse } from '../../../../renderer/domain/form/new-response';
import { foldForms } from '../../../../renderer/domain/form/projection';
import type { Entry } from '../../../../renderer/domain/ledger/entry';
import { formOf } from '../../../support/form-answers';

const items = [{ linkId: 'a', type: 'string', text: 'A' }];
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

test('a log that an older version filed under a patient opens as it was and is not added to when it is amended', () => {
  const old = {
    ...signForm(NO_FORMS, signing(patientForm, 'p1'), context),
  };
  if (!old.ok) throw new Error('not signed');
  const entries = old.value.map((entry): Entry => ({
    ...entry,
    id: 'e1',
    device: 'd1',
    seq: 1,
    lamport: 1,
    at: now,
    v: 1,
    prev: '',
  }));
  const state = entries.reduce(foldForms, NO_FORMS);
  expect(state.bySerial.get('DT-7B-0001')?.patient).toBe('p1');
  expect(codeOf(amendForm(state, { ...signing(wardForm, 'p1'), reason: 'r' }, context))).toBe('about-a-ward');
});
