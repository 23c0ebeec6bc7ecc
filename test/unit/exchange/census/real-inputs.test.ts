import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decodeHl7 } from '../../../../renderer/exchange/hl7v2/charset';
import { parseHl7, writeHl7 } from '../../../../renderer/exchange/hl7v2/codec';
import { read } from './reading';

/** Inputs nobody here wrote lie beside the project on some machines; elsewhere these tests have nothing to say. */
const data = resolve(import.meta.dirname, '../../../../../shared/data');
const folder = (name: string) =>
  readdirSync(resolve(data, name)).map((file) => ({
    name: file,
    bytes: new Uint8Array(readFileSync(resolve(data, name, file))),
  }));

describe.skipIf(!existsSync(data))('real inputs', () => {
  test('all 120 FHIR patients are read with their MRN, allergies where the source has them', () => {
    const reading = read(folder('census/fhir-ndjson'));
    expect(reading).toMatchObject({ format: 'fhir', read: 120, refused: [] });
    expect(
      reading.patients.filter((one) => (one.mrn ?? '') !== '' && one.family !== '' && one.birthDate !== undefined),
    ).toHaveLength(120);
    expect(new Set(reading.patients.map((one) => one.id)).size).toBe(120);
    expect(reading.patients.filter((one) => one.allergyStatus === 'listed')).toHaveLength(15);
    expect(reading.patients.reduce((sum, one) => sum + one.allergies.length, 0)).toBe(75);
  });

  test('all 27 patients of the tables are read, joined with allergies, medicines and observations', () => {
    const reading = read(folder('census/synthea-csv'));
    expect(reading).toMatchObject({ format: 'csv', read: 27, refused: [], questions: [] });
    expect(reading.patients).toHaveLength(27);
    expect(reading.tables.map((table) => table.table)).toEqual([
      'allergies',
      'encounters',
      'medicines',
      'observations',
      'patients',
    ]);
    expect(reading.patients.filter((one) => one.allergies.length > 0)).toHaveLength(7);
    expect(reading.patients.filter((one) => (one.medicines?.length ?? 0) > 0)).toHaveLength(18);
    expect(reading.patients.filter((one) => (one.observations?.length ?? 0) > 0)).toHaveLength(27);
  });

  test('every HL7 file is parsed, written back identical, and mapped', () => {
    const files = folder('hl7v2');
    expect(files.length).toBeGreaterThanOrEqual(120);
    for (const file of files) {
      const decoded = decodeHl7(file.bytes, file.name);
      const text = decoded.ok ? decoded.text : '';
      const parsed = parseHl7(text);
      expect([file.name, parsed.messages.length > 0, parsed.strays.length, writeHl7(parsed) === text]).toEqual([
        file.name,
        true,
        0,
        true,
      ]);
    }
    expect(read(files).read).toBe(134);
  });

  test('the eight ADT messages are mapped', () => {
    const files = folder('hl7v2').filter((file) => file.name.includes('ADT'));
    const reading = read(files);
    expect(reading).toMatchObject({ read: 8, updated: 2, refused: [] });
    expect(reading.patients).toMatchObject([
      {
        mrn: 'PATID1234',
        family: 'EVERYMAN',
        given: 'ADAM A III',
        birthDate: '1988-08-18',
        sex: 'male',
        ward: 'HUH AE OMU',
        bed: 'OMU B Bed 03',
        allergies: [{ substance: 'PENICILLIN', severity: 'mild' }],
      },
      { mrn: '12345', family: 'Test', birthDate: '2018-02-05', sex: 'female' },
    ]);
  });
});
