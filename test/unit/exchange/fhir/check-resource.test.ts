import { describe, expect, test } from 'vitest';
import { checkAnswers } from '../../../../renderer/exchange/fhir/check-answers';
import { checkBundle } from '../../../../renderer/exchange/fhir/check-bundle';
import { isLoinc } from '../../../../renderer/exchange/fhir/check-codes';
import { checkResource } from '../../../../renderer/exchange/fhir/check-resource';
import { libraryForm, vitals } from '../export/outage';

type Json = Record<string, any>;

const good = (): Json => ({
  resourceType: 'Bundle',
  type: 'transaction',
  entry: [
    {
      fullUrl: 'urn:uuid:a',
      request: { method: 'POST', url: 'Patient' },
      resource: { resourceType: 'Patient', id: 'p1', identifier: [{ system: 'urn:x', value: '1' }], name: [{ family: 'Doe', given: ['Jane'] }], gender: 'female', birthDate: '1980-08-14', extension: [{ url: 'http://x.example', valueString: 'y' }] },
    },
    {
      fullUrl: 'urn:uuid:b',
      request: { method: 'POST', url: 'Encounter' },
      resource: { resourceType: 'Encounter', status: 'in-progress', class: { code: 'IMP' }, subject: { reference: 'urn:uuid:a' }, period: { start: '2026-11-22T05:27:00+01:00' } },
    },
    {
      fullUrl: 'urn:uuid:c',
      request: { method: 'POST', url: 'Observation' },
      resource: { resourceType: 'Observation', status: 'final', code: { coding: [{ system: 'http://loinc.org', code: '8867-4' }] }, subject: { reference: 'urn:uuid:a' }, encounter: { reference: 'urn:uuid:b' }, effectiveDateTime: '2026-11-22T05:27:00+01:00', valueQuantity: { value: 88, unit: '/min', system: 'http://unitsofmeasure.org', code: '/min' } },
    },
    {
      fullUrl: 'urn:uuid:d',
      request: { method: 'POST', url: 'QuestionnaireResponse' },
      resource: { resourceType: 'QuestionnaireResponse', status: 'completed', subject: { reference: 'urn:uuid:a' }, item: [{ linkId: 'g', item: [{ linkId: 'q', answer: [{ valueString: 'x' }] }] }] },
    },
  ],
});

const [PATIENT, ENCOUNTER, OBSERVATION, RESPONSE] = [0, 1, 2, 3];
const resource = (bundle: Json, at: number): Json => bundle['entry'][at].resource;

/** The single faults of standards.md section 2 that a structural check can see. */
const faults: readonly (readonly [name: string, break_: (bundle: Json) => void])[] = [
  ['a required member is missing', (b) => delete resource(b, OBSERVATION)['status']],
  ['a number is a text', (b) => (resource(b, OBSERVATION)['valueQuantity'].value = '88')],
  ['a member is unknown', (b) => (resource(b, PATIENT)['shoeSize'] = 42)],
  ['a choice has a wrong type', (b) => (resource(b, PATIENT)['deceasedString'] = 'yes')],
  ['an object stands for a list', (b) => (resource(b, PATIENT)['name'] = { family: 'Doe' })],
  ['a list stands for an object', (b) => (resource(b, OBSERVATION)['code'] = [{ text: 'x' }])],
  ['the resource type is unknown', (b) => (resource(b, PATIENT)['resourceType'] = 'Patiënt')],
  ['a code is not in the required list', (b) => (resource(b, PATIENT)['gender'] = 'F')],
  ['the status of a response is not in the list', (b) => (resource(b, RESPONSE)['status'] = 'done')],
  ['a day does not exist', (b) => (resource(b, PATIENT)['birthDate'] = '1950-02-30')],
  ['a date is written day first', (b) => (resource(b, PATIENT)['birthDate'] = '28/02/1950')],
  ['a time has no zone', (b) => (resource(b, OBSERVATION)['effectiveDateTime'] = '2026-11-22T05:27:00')],
  ['a time has no seconds', (b) => (resource(b, OBSERVATION)['effectiveDateTime'] = '2026-11-22T05:27+01:00')],
  ['value[x] stands twice', (b) => (resource(b, OBSERVATION)['valueString'] = 'x')],
  ['an id has wrong signs', (b) => (resource(b, PATIENT)['id'] = 'p 1')],
  ['a text is empty', (b) => (resource(b, PATIENT)['name'][0].family = '')],
  ['a list is empty', (b) => (resource(b, PATIENT)['name'] = [])],
  ['an object is empty', (b) => (resource(b, PATIENT)['maritalStatus'] = {})],
  ['a member is null', (b) => (resource(b, PATIENT)['birthDate'] = null)],
  ['a value and the reason for its absence stand together (obs-6)', (b) => (resource(b, OBSERVATION)['dataAbsentReason'] = { text: 'x' })],
  ['a unit code has no system (qty-3)', (b) => delete resource(b, OBSERVATION)['valueQuantity'].system],
  ['an entry of a transaction has no request (bdl-3)', (b) => delete b['entry'][0].request],
  ['two entries have one fullUrl (bdl-7)', (b) => (b['entry'][3].fullUrl = 'urn:uuid:c')],
  ['an extension has no url', (b) => delete resource(b, PATIENT)['extension'][0].url],
  ['an item of a response has no linkId', (b) => delete resource(b, RESPONSE)['item'][0].item[0].linkId],
  ['a reference leads nowhere', (b) => (resource(b, OBSERVATION)['subject'].reference = 'urn:uuid:nobody')],
  ['a reference leads to a wrong type', (b) => (resource(b, OBSERVATION)['encounter'].reference = 'urn:uuid:a')],
  ['a unit is no UCUM', (b) => Object.assign(resource(b, OBSERVATION)['valueQuantity'], { unit: 'mmHg', code: 'mmHg' })],
  ['a LOINC check digit is wrong', (b) => (resource(b, OBSERVATION)['code'].coding[0].code = '8867-5')],
  ['a period ends before it begins', (b) => (resource(b, ENCOUNTER)['period'].end = '2026-11-21T05:27:00+01:00')],
];

describe('the check before writing', () => {
  test('finds nothing when nothing is wrong', () => expect(checkBundle(good() as never)).toEqual([]));

  test.each(faults)('finds it when %s', (_name, break_) => {
    const bundle = good();
    break_(bundle);
    expect(checkBundle(bundle as never)).not.toEqual([]);
  });

  test('names the place', () => {
    const bundle = good();
    resource(bundle, PATIENT)['gender'] = 'F';
    expect(checkBundle(bundle as never)).toEqual([{ path: 'entry[0].resource.gender', code: 'wrong-code', message: 'is not one of male, female, other, unknown' }]);
  });

  test('ends on anything at all', () => {
    for (const odd of [null, 1, 'x', [], {}, { resourceType: 'Bundle' }, { resourceType: 'Bundle', entry: 5 }]) expect(checkResource(odd).faults.length).toBeGreaterThan(0);
  });
});

describe('the check of answers against their form', () => {
  const form = libraryForm('F06');
  test('finds nothing in answers of the form', () => expect(checkAnswers(vitals(120), form)).toEqual([]));

  test('finds a linkId the form does not have, and an answer of another type', () => {
    const response = JSON.parse(JSON.stringify(vitals(120)).replace('"linkId":"rr","answer":[{"valueInteger":18}]', '"linkId":"rr","answer":[{"valueString":"18"}]').replace('"linkId":"hr"', '"linkId":"pulse"')) as ReturnType<typeof vitals>;
    expect(checkAnswers(response, form)).toEqual([
      { path: 'item[1].item[0].answer[0].valueString', code: 'wrong-value', message: 'the form asks for integer' },
      { path: 'item[2].item[0].linkId', code: 'wrong-code', message: 'the form has no such item here' },
    ]);
  });
});

describe('LOINC check digits', () => {
  test.each(['85354-9', '8480-6', '8462-4', '8867-4', '9279-1', '8310-5', '2708-6', '59408-5', '3151-8', '3150-0', '29463-7', '72514-3', '9269-2', '67775-7', '103709-2', 'LA6113-0'])('%s is right', (code) => expect(isLoinc(code)).toBe(true));
  test.each(['3150-6', '8532-0', '8462-7', '8867-40', 'x', ''])('%s is wrong', (code) => expect(isLoinc(code)).toBe(false));
});
