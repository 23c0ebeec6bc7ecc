import { describe, expect, test } from 'vitest';
import { checkAnswers } from '../../../../renderer/exchange/fhir/check-answers';
import { checkBundle } from '../../../../renderer/exchange/fhir/check-bundle';
import { isLoinc } from '../../../../renderer/exchange/fhir/check-codes';
import { checkResource } from '../../../../renderer/exchange/fhir/check-resource';
import { put } from '../export/json-path';
import { vitals } from '../export/answers';
import { libraryForm } from '../export/outage';

/** A sound transaction, made anew for each test. */
const bundle = () => ({
  resourceType: 'Bundle' as const,
  type: 'transaction',
  entry: [
    {
      fullUrl: 'urn:uuid:a',
      request: { method: 'POST', url: 'Patient' },
      resource: {
        resourceType: 'Patient',
        id: 'p1',
        identifier: [{ system: 'urn:x', value: '1' }],
        name: [{ family: 'Doe', given: ['Jane'] }],
        gender: 'female',
        birthDate: '1980-08-14',
        extension: [{ url: 'http://x.example', valueString: 'y' }],
      },
    },
    {
      fullUrl: 'urn:uuid:b',
      request: { method: 'POST', url: 'Encounter' },
      resource: {
        resourceType: 'Encounter',
        status: 'in-progress',
        class: { code: 'IMP' },
        subject: { reference: 'urn:uuid:a' },
        period: { start: '2026-11-22T05:27:00+01:00' },
      },
    },
    {
      fullUrl: 'urn:uuid:c',
      request: { method: 'POST', url: 'Observation' },
      resource: {
        resourceType: 'Observation',
        status: 'final',
        code: { coding: [{ system: 'http://loinc.org', code: '8867-4' }] },
        subject: { reference: 'urn:uuid:a' },
        encounter: { reference: 'urn:uuid:b' },
        effectiveDateTime: '2026-11-22T05:27:00+01:00',
        valueQuantity: { value: 88, unit: '/min', system: 'http://unitsofmeasure.org', code: '/min' },
      },
    },
    {
      fullUrl: 'urn:uuid:d',
      request: { method: 'POST', url: 'QuestionnaireResponse' },
      resource: {
        resourceType: 'QuestionnaireResponse',
        status: 'completed',
        subject: { reference: 'urn:uuid:a' },
        item: [{ linkId: 'g', item: [{ linkId: 'q', answer: [{ valueString: 'x' }] }] }],
      },
    },
  ],
});

/** The single faults of standards.md section 2 that a structural check can see: what, where, and what stands there instead. */
const faults: readonly (readonly [name: string, path: string, value: unknown])[] = [
  ['a required member is missing', 'entry.2.resource.status', undefined],
  ['a number is a text', 'entry.2.resource.valueQuantity.value', '88'],
  ['a member is unknown', 'entry.0.resource.shoeSize', 42],
  ['a choice has a wrong type', 'entry.0.resource.deceasedString', 'yes'],
  ['an object stands for a list', 'entry.0.resource.name', { family: 'Doe' }],
  ['a list stands for an object', 'entry.2.resource.code', [{ text: 'x' }]],
  ['the resource type is unknown', 'entry.0.resource.resourceType', 'Patiënt'],
  ['a code is not in the required list', 'entry.0.resource.gender', 'F'],
  ['the status of a response is not in the list', 'entry.3.resource.status', 'done'],
  ['a day does not exist', 'entry.0.resource.birthDate', '1950-02-30'],
  ['a date is written day first', 'entry.0.resource.birthDate', '28/02/1950'],
  ['a time has no zone', 'entry.2.resource.effectiveDateTime', '2026-11-22T05:27:00'],
  ['a time has no seconds', 'entry.2.resource.effectiveDateTime', '2026-11-22T05:27+01:00'],
  ['value[x] stands twice', 'entry.2.resource.valueString', 'x'],
  ['an id has wrong signs', 'entry.0.resource.id', 'p 1'],
  ['a text is empty', 'entry.0.resource.name.0.family', ''],
  ['a list is empty', 'entry.0.resource.name', []],
  ['an object is empty', 'entry.0.resource.maritalStatus', {}],
  ['a member is null', 'entry.0.resource.birthDate', null],
  ['a value and the reason for its absence stand together (obs-6)', 'entry.2.resource.dataAbsentReason', { text: 'x' }],
  ['a unit code has no system (qty-3)', 'entry.2.resource.valueQuantity.system', undefined],
  ['an entry of a transaction has no request (bdl-3)', 'entry.0.request', undefined],
  ['two entries have one fullUrl (bdl-7)', 'entry.3.fullUrl', 'urn:uuid:c'],
  ['an extension has no url', 'entry.0.resource.extension.0.url', undefined],
  ['an item of a response has no linkId', 'entry.3.resource.item.0.item.0.linkId', undefined],
  ['a reference leads nowhere', 'entry.2.resource.subject.reference', 'urn:uuid:nobody'],
  ['a reference leads to a wrong type', 'entry.2.resource.encounter.reference', 'urn:uuid:a'],
  ['a unit is no UCUM', 'entry.2.resource.valueQuantity.code', 'mmHg'],
  ['a LOINC check digit is wrong', 'entry.2.resource.code.coding.0.code', '8867-5'],
  ['a period ends before it begins', 'entry.1.resource.period.end', '2026-11-21T05:27:00+01:00'],
];

describe('the check before writing', () => {
  test('finds nothing when nothing is wrong', () => expect(checkBundle(bundle())).toEqual([]));

  test.each(faults)('finds it when %s', (_name, path, value) => {
    const broken = bundle();
    put(broken, path, value);
    expect(checkBundle(broken)).not.toEqual([]);
  });

  test('names the place', () => {
    const broken = bundle();
    put(broken, 'entry.0.resource.gender', 'F');
    expect(checkBundle(broken)).toEqual([
      {
        path: 'entry[0].resource.gender',
        code: 'wrong-code',
        message: 'is not one of male, female, other, unknown',
      },
    ]);
  });

  test('ends on anything at all', () => {
    for (const odd of [null, 1, 'x', [], {}, { resourceType: 'Bundle' }, { resourceType: 'Bundle', entry: 5 }])
      expect(checkResource(odd).faults.length).toBeGreaterThan(0);
  });
});

describe('the check of answers against their form', () => {
  const form = libraryForm('F06');
  test('finds nothing in answers of the form', () => expect(checkAnswers(vitals(120), form)).toEqual([]));

  test('finds a linkId the form does not have, and an answer of another type', () => {
    const response = JSON.parse(
      JSON.stringify(vitals(120))
        .replace('"linkId":"rr","answer":[{"valueInteger":18}]', '"linkId":"rr","answer":[{"valueString":"18"}]')
        .replace('"linkId":"hr"', '"linkId":"pulse"'),
    ) as ReturnType<typeof vitals>;
    expect(checkAnswers(response, form)).toEqual([
      { path: 'item[1].item[0].answer[0].valueString', code: 'wrong-value', message: 'the form asks for integer' },
      { path: 'item[2].item[0].linkId', code: 'wrong-code', message: 'the form has no such item here' },
    ]);
  });
});

describe('LOINC check digits', () => {
  test.each([
    '85354-9',
    '8480-6',
    '8462-4',
    '8867-4',
    '9279-1',
    '8310-5',
    '2708-6',
    '59408-5',
    '3151-8',
    '3150-0',
    '29463-7',
    '72514-3',
    '9269-2',
    '67775-7',
    '103709-2',
    'LA6113-0',
  ])('%s is right', (code) => expect(isLoinc(code)).toBe(true));
  test.each(['3150-6', '8532-0', '8462-7', '8867-40', 'x', ''])('%s is wrong', (code) =>
    expect(isLoinc(code)).toBe(false),
  );
});
