import type { RunbookRole } from '../../../domain/runbook/runbook';

/** What the role codes of the runbooks stand for, as the legend on paper says it; the same words as on screen (a test compares). */
export const ROLE_WORDS: Readonly<Record<RunbookRole, string>> = {
  ALL: 'Everyone',
  CN: 'Nurse in charge',
  RN: 'Nurse',
  RN2: 'Second nurse',
  MD: 'Doctor',
  CLK: 'Ward clerk',
  RUN: 'Runner',
  TRN: 'Transport',
  HUB: 'Transport hub',
  BB: 'Blood bank',
  BBMD: 'Transfusion doctor',
  LAB: 'Laboratory',
  IMG: 'Imaging',
  PHA: 'Pharmacist',
  PT: 'Pharmacy technician',
  RT: 'Respiratory therapist',
  REG: 'Registration',
  BED: 'Bed manager',
  HS: 'House supervisor',
  CM: 'Case manager',
  BIL: 'Billing',
  HIM: 'Medical records',
  IT: 'IT',
  CMD: 'Command centre',
  MICRO: 'Microbiology',
  LABLEAD: 'Laboratory lead',
  PATH: 'Pathologist',
  PHLEAD: 'Pharmacy lead',
  RADTECH: 'Radiographer',
  RAD: 'Radiologist',
  IMGLEAD: 'Imaging lead',
  PACS: 'Image archive administrator',
  REGLEAD: 'Registration lead',
  FND: 'Finder',
  LED: 'Team leader',
  REC: 'Recorder',
  MRN: 'Medication nurse',
  RRN: 'Receiving nurse',
  BIO: 'Biomedical engineer',
  MGR: 'Unit manager',
  SU: 'Super-user',
  SEC: 'IT security',
  OPS: 'Operations',
  PLN: 'Planning',
  LOG: 'Logistics',
  FIN: 'Finance',
  SAF: 'Safety officer',
  PIO: 'Public information',
  LIA: 'Liaison',
  MTS: 'Cyber specialist',
  PRV: 'Privacy officer',
};

/** Heading of the legend. */
export const ROLES_HEAD = 'Who: codes at the steps';

/** Codes of these roles with their words, in the order they come: `CN Nurse in charge · RN Nurse`. */
export function roleLegend(roles: readonly RunbookRole[]): string {
  return [...new Set(roles)]
    .filter((role) => role !== 'ALL')
    .map((role) => `${role} ${ROLE_WORDS[role]}`)
    .join(' · ');
}
