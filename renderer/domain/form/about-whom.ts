import type { FormDefinition } from './form';
import type { SignedForm } from './forms-state';

/** Stands where a form about a ward, or paper printed blank, has no patient: no patient has this id. */
export const NO_PATIENT = '-';

/**
 * Whom a form is about: a patient, unless its subjectType names others and no patient among them (a ward's census, the
 * check of a PC). What is about a ward must never be filed under the patient who happened to be chosen.
 */
export function aboutWhom({ source }: Pick<FormDefinition, 'source'>): 'patient' | 'ward' {
  const subjects = source['subjectType'];
  return !Array.isArray(subjects) || subjects.length === 0 || subjects.includes('Patient') ? 'patient' : 'ward';
}

/** A ward's log that an earlier version filed under a patient: it can be struck through, not carried on. */
export function isMisfiled(definition: Pick<FormDefinition, 'source'>, { patient }: SignedForm): boolean {
  return aboutWhom(definition) === 'ward' && patient !== NO_PATIENT;
}
