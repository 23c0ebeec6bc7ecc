import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { FormDefinition } from '../../../renderer/domain/form/form';
import { parseFormText } from '../../../renderer/domain/form/parse/parse-form';
import type { Patient } from '../../../renderer/domain/patient/patient';
import type { PaperContext } from '../../../renderer/exchange/print/page/context';

const LIBRARY = resolve(import.meta.dirname, '../../../renderer/content/library');

/** A form of the library, as the app parses it. */
export function libraryForm(id: string): FormDefinition {
  const parsed = parseFormText(readFileSync(resolve(LIBRARY, `forms/${id}.json`), 'utf8'), id);
  if (!parsed.ok) throw new Error(`${id}: ${parsed.error[0]?.message ?? ''}`);
  return parsed.value;
}

/** A checklist or runbook of the library. */
export function libraryFile<T>(path: string): T {
  return JSON.parse(readFileSync(resolve(LIBRARY, `${path}.json`), 'utf8')) as T;
}

/** Printed at 07:40 from data of 06:15. */
export const CONTEXT: PaperContext = {
  printedAt: '2026-11-22T07:40:00.000+01:00',
  printedBy: 'A. Moreau RN',
  workstation: 'WS-7B-02',
  ward: '7B',
  snapshotAsOf: '2026-11-22T06:15:00.000+01:00',
  drill: false,
  headCode: '7KQ2-M9XC',
};

/** Somebody with everything known. */
export const CHIOMA: Patient = {
  id: 'p1',
  family: 'García',
  given: 'Chioma',
  birthDate: '1934-05-05',
  sex: 'male',
  mrn: '9000148',
  ward: '7B',
  bed: '5-1',
  weightKg: 61.5,
  codeStatus: 'Full',
  allergyStatus: 'listed',
  allergies: [{ substance: 'Penicillin', reaction: 'anaphylaxis' }],
  presence: 'present',
  writtenHere: [],
};

/** Somebody of whom nothing is known but that they are here. */
export const UNKNOWN: Patient = {
  id: 'p2',
  family: '',
  given: '',
  alias: 'UNKNOWN-MALE-BRAVO',
  ageEstimateYears: 40,
  downtimeNumber: 'D-7B02-0001-K',
  allergyStatus: 'not-in-snapshot',
  allergies: [],
  presence: 'present',
  writtenHere: [],
};
