import type { CensusColumn, CensusTable } from '../../../app/use-census';
import census from '../../strings/en/census.json';

/** What a column can mean. */
export type CensusField = NonNullable<CensusColumn['field']>;

/** Every meaning has its words: the compiler refuses a missing one. */
const WORDS = census.field satisfies Record<CensusField, string>;

const PATIENT_ONLY: ReadonlySet<string> = new Set<CensusField>([
  'family',
  'familyPrefix',
  'secondFamily',
  'birthName',
  'given',
  'middle',
  'fullName',
  'birthDate',
  'age',
  'ageSex',
  'sex',
  'deathDate',
  'ward',
  'room',
  'bed',
  'location',
  'attending',
  'service',
  'allergies',
  'weightKg',
  'weightLb',
  'codeStatus',
  'isolation',
  'alerts',
  'diagnosis',
  'mrn',
  'visitNumber',
  'otherId',
]);

/** Meanings offered for a column of a table: a ward list has no doses, a list of doses no beds. "Not used" comes last. */
export function fieldsFor(kind: CensusTable['table']): readonly CensusField[] {
  const all = Object.keys(WORDS) as CensusField[];
  const fitting = all.filter((field) => field !== 'ignore' && (kind === 'patients') === PATIENT_ONLY.has(field));
  return [
    ...(kind === 'patients' ? [] : (['patientRef', 'mrn', 'visitNumber'] as const)),
    ...fitting.filter((field) => field !== 'patientRef'),
    'ignore',
  ];
}
