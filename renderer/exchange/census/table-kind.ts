import type { CensusField, TableKind } from './fields';
import { fieldsOfHeader } from './header-meaning';

const FILE_WORDS: readonly (readonly [RegExp, TableKind])[] = [
  [/allerg|intoleran/i, 'allergies'],
  [/medic|drug|\bmeds?\b|\bmar\b|prescri/i, 'medicines'],
  [/observ|vitals?|\blabs?\b|results?/i, 'observations'],
  [/encounter|visits?|stays?|admissions?/i, 'encounters'],
  [/condition|problem|diagnos/i, 'conditions'],
];

/** Fields without which a table of a kind makes no sense. */
const SIGNATURE: Readonly<Record<Exclude<TableKind, 'patients'>, readonly (readonly string[])[]>> = {
  allergies: [['substance'], ['reaction', 'severity']],
  medicines: [['medicine']],
  observations: [['value'], ['observation', 'loinc']],
  encounters: [['start'], ['visitNumber']],
  conditions: [['diagnosis', 'substance']],
};

/** What the columns of a linked table may mean: DESCRIPTION is the allergen here and the drug there. */
export const LINKED_FIELDS: Readonly<Record<Exclude<TableKind, 'patients'>, readonly CensusField[]>> = {
  allergies: ['patientRef', 'substance', 'reaction', 'severity', 'start', 'stop'],
  medicines: ['patientRef', 'medicine', 'dose', 'route', 'frequency', 'lastGivenAt', 'nextDueAt', 'start', 'stop'],
  observations: ['patientRef', 'observation', 'loinc', 'value', 'unit', 'at'],
  encounters: [
    'patientRef',
    'visitNumber',
    'start',
    'stop',
    'ward',
    'room',
    'bed',
    'location',
    'attending',
    'service',
    'diagnosis',
  ],
  conditions: ['patientRef', 'diagnosis', 'start', 'stop'],
};

/**
 * What a table is about, by its columns and its file name. A table with people's names and birth dates is the
 * patient list even when it carries allergies in a column.
 */
export function tableKind(file: string, header: readonly string[]): TableKind {
  const patient = new Set(
    header.flatMap((name) =>
      fieldsOfHeader(name, false)
        .slice(0, 1)
        .filter((one) => one.confidence >= 0.65)
        .map((one) => one.field),
    ),
  );
  const hasPerson = patient.has('family') || patient.has('birthName') || patient.has('fullName');
  if (
    hasPerson &&
    (patient.has('birthDate') ||
      patient.has('age') ||
      patient.has('ageSex') ||
      patient.has('bed') ||
      patient.has('given'))
  )
    return 'patients';
  const linked = new Set(
    header.flatMap((name) =>
      fieldsOfHeader(name, true)
        .filter((one) => one.confidence >= 0.6)
        .map((one) => one.field),
    ),
  );
  if (!linked.has('patientRef')) return 'patients';
  const fits = (kind: TableKind): boolean =>
    kind !== 'patients' && SIGNATURE[kind].every((some) => some.some((field) => linked.has(field as never)));
  const name = file.replace(/^.*[/\\]/, '');
  const named = FILE_WORDS.find(([words]) => words.test(name))?.[1];
  if (named !== undefined && fits(named)) return named;
  if (hasPerson) return 'patients';
  return (['observations', 'allergies', 'medicines', 'encounters', 'conditions'] as const).find(fits) ?? 'patients';
}

/** How many cells of a line are column names we know: finds the header under title lines. */
export function headerScore(cells: readonly string[]): number {
  // Values in a data row ("Male", "Penicillin") are no column names; a whole sentence is none either.
  return cells.filter(
    (cell) =>
      cell.length <= 60 && [false, true].some((linked) => (fieldsOfHeader(cell, linked)[0]?.confidence ?? 0) >= 0.69),
  ).length;
}
