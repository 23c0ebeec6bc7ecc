/** What a column can mean. `ignore` is said by people only: this column is known and not wanted. */
export const CENSUS_FIELDS = [
  'mrn',
  'visitNumber',
  'otherId',
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
  'patientRef',
  'substance',
  'reaction',
  'severity',
  'medicine',
  'dose',
  'route',
  'frequency',
  'lastGivenAt',
  'nextDueAt',
  'observation',
  'loinc',
  'value',
  'unit',
  'at',
  'start',
  'stop',
  'ignore',
] as const;

/** What a column can mean. */
export type CensusField = (typeof CENSUS_FIELDS)[number];

/** What a table is about. */
export const TABLE_KINDS = ['patients', 'allergies', 'medicines', 'observations', 'encounters', 'conditions'] as const;

/** What a table is about. */
export type TableKind = (typeof TABLE_KINDS)[number];
