import { ageText } from '../../../domain/patient/age';
import { formatBirthDate } from '../../../domain/patient/birth-date';
import { displayName } from '../../../domain/patient/names';
import type { Patient } from '../../../domain/patient/patient';
import type { PaperContext } from '../page/context';
import { patientNumber } from '../page/patient-words';
import { clinicalInstant } from '../type/dates';
import { WORDS } from '../words';

/** What is stuck where: on paper and bags, on a tube at the bedside, round a wrist, on a syringe or bag made up here, in a folder. */
export const LABEL_KINDS = ['patient', 'specimen', 'wristband', 'medicine', 'document'] as const;

/** A kind of label. */
export type LabelKind = (typeof LABEL_KINDS)[number];

/** For whom; a specimen label of a request carries the request's number. */
export interface LabelSubject {
  readonly patient: Patient;
  readonly accession?: string;
}

/** What a label says, whichever way it is printed (forms.md F29). */
export interface LabelText {
  readonly kind: LabelKind;
  readonly name: string;
  /** Birth date with age, sex, and DRILL when it is one. */
  readonly born: string;
  readonly number: string;
  readonly place: string;
  readonly allergy: string;
  /** Hospital, on a wristband only. */
  readonly site: string;
  /** On a label for a folder: when it was printed. */
  readonly printed: string;
  /** Under the code; empty when the code says the number above. */
  readonly accession: string;
  /** What the codes carry; empty when nothing is known that could be scanned. */
  readonly code: string;
}

/** One word of warning fits a label; the list is on the forms. */
const ALLERGY: Readonly<Record<Patient['allergyStatus'], string>> = {
  listed: 'ALLERGY',
  'none-known': 'No known allergies',
  'unable-to-obtain': 'Allergies not known',
  'not-in-snapshot': 'Allergies not known',
};

/** The words of one label. */
export function labelText(
  kind: LabelKind,
  { patient, accession = '' }: LabelSubject,
  { context, site = '' }: { readonly context: PaperContext; readonly site?: string },
): LabelText {
  const age = ageText(patient, context.printedAt);
  const born = patient.birthDate ? `${formatBirthDate(patient.birthDate)} (${age})` : age;
  const number = patientNumber(patient);
  return {
    kind,
    name: displayName(patient),
    born: `${born}  ${WORDS.sexes[patient.sex ?? 'unknown']}${context.drill ? `  ${WORDS.drill}` : ''}`,
    number: number ?? WORDS.noNumberOnLabel,
    place: [patient.ward, patient.bed].filter((part) => part !== undefined).join(' '),
    // A tube goes to the laboratory: what it must not lack is who, and when it was taken.
    allergy: kind === 'specimen' ? '' : ALLERGY[patient.allergyStatus],
    site: kind === 'wristband' ? site : '',
    printed: kind === 'document' ? WORDS.labelPrinted(clinicalInstant(context.printedAt)) : '',
    accession: kind === 'specimen' ? accession : '',
    code: kind === 'specimen' && accession !== '' ? accession : (number ?? ''),
  };
}
