import { ageText } from '../../../domain/patient/age';
import { formatBirthDate } from '../../../domain/patient/birth-date';
import type { Patient } from '../../../domain/patient/patient';
import type { Run } from '../type/styles';
import { WORDS } from '../words';
import type { PaperContext } from './context';

/** The number that identifies: MRN, else the downtime number. */
export function patientNumber(patient: Patient): string | undefined {
  return patient.mrn ?? patient.downtimeNumber;
}

/** Label and value pairs as runs of one text: labels light, values heavy, no colon. */
export function labelled(pairs: readonly (readonly [label: string, value: string])[]): readonly Run[] {
  return pairs.flatMap(([label, value], index): Run[] => [
    { text: `${index === 0 ? '' : '   '}${label}\u00a0`, style: 'label' },
    { text: value, style: 'value' },
  ]);
}

/** Second identifier line: birth date with age, sex. */
export function bornPairs(patient: Patient, context: PaperContext): readonly (readonly [string, string])[] {
  const born = patient.birthDate
    ? `${formatBirthDate(patient.birthDate)} (${ageText(patient, context.printedAt)})`
    : patient.ageEstimateYears === undefined
      ? WORDS.notKnown
      : ageText(patient, context.printedAt);
  return [
    [WORDS.born, born],
    [WORDS.sex, WORDS.sexes[patient.sex ?? 'unknown']],
  ];
}

/** Numbers and place. A missing MRN is said, not left out. */
export function numberPairs(patient: Patient): readonly (readonly [string, string])[] {
  return [
    [WORDS.mrn, patient.mrn ?? WORDS.notKnown],
    ...(patient.downtimeNumber ? [[WORDS.downtimeNumber, patient.downtimeNumber] as const] : []),
    [WORDS.ward, patient.ward ?? WORDS.notKnown],
    [WORDS.bed, patient.bed ?? WORDS.notKnown],
  ];
}

/** What changes care on every form (COMMON-1): only what is known, with its word. */
export function carePairs(patient: Patient): readonly (readonly [string, string])[] {
  const pairs: [string, string | undefined][] = [
    [WORDS.weight, patient.weightKg === undefined ? undefined : `${patient.weightKg} kg`],
    [WORDS.codeStatus, patient.codeStatus],
    [WORDS.isolation, patient.isolation],
    [WORDS.alerts, patient.alerts?.join(', ')],
    [WORDS.attending, patient.attending],
  ];
  return pairs.filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== '');
}
