import { describe, expect, test } from 'vitest';
import { bytesOf, read } from '../census/reading';
import { about, bundle, json, patient } from './fhir-reading';

describe('a FHIR patient', () => {
  test('is known by the identifier of type MR, the current official name and a date that exists', () => {
    const reading = json(
      bundle({
        ...patient,
        identifier: [
          {
            system: 'http://hl7.org/fhir/sid/us-ssn',
            type: { coding: [{ code: 'SS' }] },
            value: '999-11-2222',
            use: 'official',
          },
          {
            type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code: 'MR' }] },
            value: 'OLD',
            use: 'old',
          },
          {
            type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code: 'MR' }] },
            value: '004711',
          },
        ],
        name: [
          { use: 'maiden', family: 'Before' },
          { use: 'usual', family: 'Doe', given: ['Jenny'] },
          { use: 'official', family: 'Doe-Smith', given: ['Jane', 'Maria'], period: { start: '2001-01-01' } },
        ],
        gender: 'female',
        birthDate: '1980-08-14',
      }),
    );
    expect(reading.patients).toMatchObject([
      { mrn: '004711', family: 'Doe-Smith', given: 'Jane Maria', sex: 'female', birthDate: '1980-08-14' },
    ]);
    expect(reading).toMatchObject({ refused: [], warnings: [], asOf: '2026-11-22T05:00:00+01:00', read: 1 });
  });

  test('is kept with a warning when it has another identifier only, a text name only, or no family name', () => {
    const reading = json(
      bundle(
        patient,
        { resourceType: 'Patient', id: 'p2', name: [{ text: 'MÜLLER, Jürgen' }] },
        { ...patient, id: 'p3', identifier: [{ value: 'A3' }], name: [{ given: ['Suparman'] }] },
      ),
    );
    expect(reading.patients).toMatchObject([
      { mrn: 'A1' },
      { mrn: 'p2', family: 'MÜLLER', given: 'Jürgen' },
      { family: '', given: 'Suparman' },
    ]);
    expect(reading.warnings.map((one) => one.code)).toEqual(expect.arrayContaining(['mrn-from-other-identifier']));
  });

  test('is refused with its path when the birth date does not exist', () => {
    const reading = json(
      bundle({ ...patient, birthDate: '1950-02-30' }, { ...patient, id: 'p2', identifier: [{ value: 'A2' }] }),
    );
    expect(reading.refused).toMatchObject([
      { code: 'impossible-date', where: { file: 'bundle.json', path: 'entry[0].resource.birthDate' } },
    ]);
    expect(reading.patients).toHaveLength(1);
  });

  test('carries an alert when deceased', () => {
    expect(json({ ...patient, deceasedDateTime: '2026-11-20T10:00:00+01:00' }).patients[0]?.alerts).toEqual([
      'Marked as deceased in the source (2026-11-20)',
    ]);
  });
});

describe('the stay', () => {
  const locations = [
    { resourceType: 'Location', id: 'w', name: 'Ward 7B', physicalType: { coding: [{ code: 'wa' }] } },
    {
      resourceType: 'Location',
      id: 'r',
      name: 'Room 12',
      physicalType: { coding: [{ code: 'ro' }] },
      partOf: { reference: 'Location/w' },
    },
    {
      resourceType: 'Location',
      id: 'b',
      name: 'Bed A',
      physicalType: { coding: [{ code: 'bd' }] },
      partOf: { reference: 'Location/r' },
    },
  ];
  const stay = (rest: object) =>
    about('Encounter', {
      status: 'in-progress',
      class: { code: 'IMP' },
      period: { start: '2026-11-20T10:00:00+01:00' },
      ...rest,
    });

  test('gives ward, bed, visit number and doctor of the encounter that is going on', () => {
    const reading = json(
      bundle(
        patient,
        ...locations,
        { resourceType: 'Practitioner', id: 'd', name: [{ prefix: ['Dr'], family: 'Okafor' }] },
        stay({
          identifier: [{ value: 'V9' }],
          location: [
            { location: { reference: 'Location/w' }, period: { end: '2026-11-21T10:00:00+01:00' } },
            { location: { reference: 'Location/b' }, status: 'active' },
          ],
          participant: [{ type: [{ coding: [{ code: 'ATND' }] }], individual: { reference: 'Practitioner/d' } }],
        }),
        stay({ status: 'finished', location: [{ location: { display: 'Elsewhere' } }] }),
        stay({ period: { start: '2027-01-01T10:00:00+01:00' }, location: [{ location: { display: 'Tomorrow' } }] }),
      ),
    );
    expect(reading.patients).toMatchObject([
      { ward: 'Ward 7B', bed: '12-A', visitNumber: 'V9', attending: 'Dr Okafor' },
    ]);
  });

  test('is read from displays when locations are not in the files', () => {
    const place = (display: string) =>
      json(bundle(patient, stay({ location: [{ location: { reference: 'Location?identifier=x|y', display } }] })))
        .patients[0];
    expect(place('Ward 7B Bed 12A')).toMatchObject({ ward: '7B', bed: '12A' });
    expect(place('Intensive Care')).toMatchObject({ ward: 'Intensive Care' });
  });

  test('is none when it ended', () => {
    expect(
      json(
        bundle(
          patient,
          stay({
            status: 'in-progress',
            period: { start: '2026-11-01T10:00:00Z', end: '2026-11-02T10:00:00Z' },
            location: [{ location: { display: 'X' } }],
          }),
        ),
      ).patients[0]?.ward,
    ).toBeUndefined();
  });
});

describe('references', () => {
  const allergy = (reference: object) => ({
    resourceType: 'AllergyIntolerance',
    patient: reference,
    code: { text: 'Latex' },
  });
  test.each([
    ['urn:uuid', { reference: 'urn:uuid:0c3151bd-1cbf-4d64-b04d-cd9187a4c6e0' }],
    ['absolute', { reference: 'https://ehr.example/fhir/Patient/p1' }],
    ['a version', { reference: 'Patient/p1/_history/2' }],
    ['an identifier', { identifier: { value: 'A1' } }],
    ['a search', { reference: 'Patient?identifier=|A1' }],
  ])('by %s find the patient', (_kind, reference) => {
    const reading = json({
      resourceType: 'Bundle',
      type: 'transaction',
      entry: [
        { fullUrl: 'urn:uuid:0c3151bd-1cbf-4d64-b04d-cd9187a4c6e0', resource: patient },
        { resource: allergy(reference) },
      ],
    });
    expect(reading.patients[0]?.allergies).toEqual([{ substance: 'Latex' }]);
  });

  test('to nobody are told', () => {
    expect(json(bundle(patient, allergy({ reference: 'Patient/other' }))).warnings).toMatchObject([
      { code: 'patient-not-in-list', where: { path: 'AllergyIntolerance' } },
      { code: 'mrn-from-other-identifier' },
    ]);
  });
});

describe('damaged FHIR', () => {
  test('loses only the broken line, which is named', () => {
    const lines = `${JSON.stringify(patient)}\n{"resourceType":"Patient","id":"p2",}\n\nnonsense\n[1]\n{"id":"x"}\n${JSON.stringify({ ...patient, id: 'p3', identifier: [{ value: 'A3' }] })}\n`;
    const reading = read([{ name: 'Patient.ndjson', bytes: bytesOf(lines) }]);
    expect(reading.patients.map((one) => one.mrn)).toEqual(['A1', 'A3']);
    expect(reading.refused.map((one) => [one.code, one.where.line])).toEqual([
      ['invalid-json', 2],
      ['invalid-json', 4],
      ['no-resource', 5],
      ['no-resource', 6],
    ]);
    expect(reading.refused[0]?.where.column).toBe(37);
  });

  test('is refused at line and column when a whole file breaks off', () => {
    const reading = read([
      { name: 'b.json', bytes: bytesOf('{\n "resourceType": "Bundle",\n "entry": [ {"resource": ') },
    ]);
    expect(reading.refused).toMatchObject([{ code: 'invalid-json', where: { file: 'b.json', line: 3, column: 26 } }]);
  });

  test('of another version is read as far as it goes, with a word about it', () => {
    const reading = json(
      bundle(
        patient,
        about('Encounter', {
          status: 'in-progress',
          class: 'inpatient',
          location: [{ location: { display: 'Ward 1' } }],
        }),
      ),
    );
    expect(reading.patients[0]?.ward).toBe('Ward 1');
    expect(reading.warnings.map((one) => one.code)).toContain('not-r4');
  });

  test('in XML is refused with what to do', () => {
    expect(read([{ name: 'b.xml', bytes: bytesOf('<Bundle xmlns="http://hl7.org/fhir"/>') }]).refused).toMatchObject([
      { code: 'xml-not-read' },
    ]);
  });
});
