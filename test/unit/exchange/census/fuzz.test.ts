import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CensusFormat } from '../../../../renderer/exchange/census/census';
import { bytesOf, read } from './reading';

/** Enough to meet every branch in a test run; a long run is a matter of the number (10,000 were run on 2026-11-22). */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 150);

const CSV =
  'Census of ward 7B\nMRN;Patient;DOB;Sex;Bed;Allergies;Weight;Consultant\n1001;"DOE, Jane";14.08.1980;F;7B-1;"Penicillin (rash); Latex";72,5;Dr X\n1002;"ROE; Rick ""R""";03.09.1951;M;7B-2;NKDA;;Dr Y\n1003;Poe;;U;;;80;\nTotal;3;;;;;;\n';
const FHIR = JSON.stringify({
  resourceType: 'Bundle',
  type: 'collection',
  timestamp: '2026-11-22T05:00:00+01:00',
  entry: [
    {
      fullUrl: 'urn:uuid:1',
      resource: {
        resourceType: 'Patient',
        id: 'p',
        identifier: [{ type: { coding: [{ code: 'MR' }] }, value: '7' }],
        name: [{ use: 'official', family: 'Doe', given: ['Jane'] }],
        birthDate: '1980-08-14',
        gender: 'female',
      },
    },
    {
      resource: {
        resourceType: 'Encounter',
        status: 'in-progress',
        class: { code: 'IMP' },
        subject: { reference: 'urn:uuid:1' },
        location: [{ location: { reference: '#l' } }],
        contained: [{ resourceType: 'Location', id: 'l', name: '7B' }],
      },
    },
    {
      resource: {
        resourceType: 'AllergyIntolerance',
        patient: { reference: 'Patient/p' },
        code: { text: 'Latex' },
        reaction: [{ manifestation: [{ text: 'rash' }], severity: 'mild' }],
      },
    },
    {
      resource: {
        resourceType: 'Observation',
        status: 'final',
        subject: { reference: 'Patient/p' },
        code: { coding: [{ system: 'http://loinc.org', code: '29463-7' }] },
        valueQuantity: { value: 70, unit: 'kg' },
        effectiveDateTime: '2026-11-22T04:00:00Z',
      },
    },
    {
      resource: {
        resourceType: 'MedicationRequest',
        status: 'active',
        intent: 'order',
        subject: { reference: 'Patient/p' },
        medicationCodeableConcept: { text: 'x' },
        dosageInstruction: [{ timing: { repeat: { frequency: 1, period: 1, periodUnit: 'd' } } }],
      },
    },
  ],
});
const HL7 =
  'FHS|^~\\&\rBHS|^~\\&\rMSH|^~\\&|A|B|||20261122||ADT^A01^ADT_A01|1|P|2.5.1\rEVN|A01\rPID|1||7^^^H^MR~8^^^X^SS||Doe^Jane^A||19800814|F\rPV1|1|I|7B^1^2||||9^Ok^B\rAL1|1||^Latex|SV|rash~hives\rOBX|1|NM|29463-7^W^LN||70|kg|||||F\rMSH|^~\\&|A|B|||20261122||ADT^A40|2|P|2.5.1\rPID|1||9^^^H^MR\rMRG|7\rBTS|2\rFTS|1\r';

/** One damage: bytes cut out, doubled, put in, or replaced. */
const damage = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.nat(12),
  insert: fc.oneof(
    fc.constantFrom(
      '"',
      ';',
      ',',
      '\n',
      '\r',
      '\t',
      '|',
      '^',
      '~',
      '\\',
      '&',
      '{',
      '}',
      '[',
      ']',
      'null',
      '""',
      '\u000b',
      '\u001c\r',
      '\u0000',
      '-1',
      '9'.repeat(30),
      '99/99/9999',
      'MSH|',
      'PID|',
      '__proto__',
      '"id":',
    ),
    fc.string({ maxLength: 6, unit: 'binary' }),
  ),
});

function damaged(text: string, damages: readonly { at: number; cut: number; insert: string }[]): Uint8Array {
  let out = text;
  for (const { at, cut, insert } of damages) {
    const from = Math.floor(at * out.length);
    out = out.slice(0, from) + insert + out.slice(from + cut);
  }
  return bytesOf(out);
}

describe.each([
  ['csv', CSV],
  ['fhir', FHIR],
  ['hl7v2', HL7],
] as const)('a damaged %s census', (format: CensusFormat, text) => {
  test('never ends the reader, never hangs it, and every refusal says where and why', () => {
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 6 }), fc.boolean(), (damages, named) => {
        const started = performance.now();
        const reading = read([{ name: `x.${format}`, bytes: damaged(text, damages) }], named ? { format } : {});
        expect(performance.now() - started).toBeLessThan(10_000);
        for (const { code, message, where } of [...reading.refused, ...reading.warnings]) {
          expect([code, message, where.file].every((word) => typeof word === 'string' && word.length > 0)).toBe(true);
        }
        for (const patient of reading.patients) {
          expect(patient.id).not.toBe('');
          expect(patient.allergies.length > 0).toBe(patient.allergyStatus === 'listed');
        }
        // Nothing read and nothing refused would be a silent loss.
        const told = reading.refused.length + reading.warnings.length;
        expect(format === 'hl7v2' || reading.patients.length + told > 0).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });
});

test('any bytes at all are read or refused', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 400 }),
      fc.constantFrom('csv', 'fhir', 'hl7v2', undefined),
      (bytes, format) => {
        const reading = read([{ name: 'x', bytes }], format === undefined ? {} : { format });
        expect(reading.refused.length + reading.warnings.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: RUNS },
  );
});

test('any JSON in the place of a member of a resource is survived', () => {
  const resources = (JSON.parse(FHIR) as { entry: { resource: Record<string, unknown> }[] }).entry.map(
    (one) => one.resource,
  );
  const members = resources.flatMap((resource, at) => Object.keys(resource).map((name) => ({ at, name })));
  fc.assert(
    fc.property(fc.constantFrom(...members), fc.jsonValue({ maxDepth: 4 }), ({ at, name }, value) => {
      const changed = resources.map((resource, index) => (index === at ? { ...resource, [name]: value } : resource));
      expect(() => read([{ name: 'x.json', bytes: bytesOf(JSON.stringify(changed)) }])).not.toThrow();
    }),
    { numRuns: RUNS },
  );
});
