import type { AllergyStatus, PatientFacts, Sex } from '../../../../domain/patient/patient';

/** What is typed about a newcomer; texts as they stand in the boxes. */
export interface NewPatient {
  readonly known: 'known' | 'unknown';
  readonly family: string;
  readonly given: string;
  readonly birthDate: string | null;
  readonly age: string;
  readonly sex: Sex | null;
  readonly mrn: string;
  readonly ward: string;
  readonly bed: string;
  readonly allergyStatus: Exclude<AllergyStatus, 'not-in-snapshot'> | null;
  readonly allergies: string;
}

/** Nothing typed yet, in the ward of this PC. */
export function emptyPatient(ward: string): NewPatient {
  return {
    known: 'known',
    family: '',
    given: '',
    birthDate: null,
    age: '',
    sex: null,
    mrn: '',
    ward,
    bed: '',
    allergyStatus: null,
    allergies: '',
  };
}

/** The facts of what was typed. What nobody asked is left out: missing is said as missing, never as none. */
export function factsOf(typed: NewPatient): PatientFacts {
  const known = typed.known === 'known';
  const age = /^\d{1,3}$/.test(typed.age.trim()) ? Number(typed.age) : undefined;
  return {
    family: known ? typed.family.trim() : '',
    given: known ? typed.given.trim() : '',
    ...(known && typed.birthDate !== null ? { birthDate: typed.birthDate } : {}),
    ...(!known && age !== undefined ? { ageEstimateYears: age } : {}),
    ...(typed.sex === null ? {} : { sex: typed.sex }),
    ...(known && typed.mrn.trim() !== '' ? { mrn: typed.mrn.trim() } : {}),
    ...(typed.ward.trim() === '' ? {} : { ward: typed.ward.trim() }),
    ...(typed.bed.trim() === '' ? {} : { bed: typed.bed.trim() }),
    allergyStatus: typed.allergyStatus ?? 'not-in-snapshot',
    allergies: typed.allergyStatus === 'listed' ? listed(typed.allergies) : [],
  };
}

function listed(text: string): PatientFacts['allergies'] {
  return text
    .split(/[;,\n]+/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((substance) => ({ substance }));
}

/** What must be said before a number is given: who it is, or that nobody knows. */
export function missingIn(typed: NewPatient): 'family' | 'allergies' | undefined {
  if (typed.known === 'known' && typed.family.trim() === '') return 'family';
  return typed.allergyStatus === 'listed' && listed(typed.allergies).length === 0 ? 'allergies' : undefined;
}
