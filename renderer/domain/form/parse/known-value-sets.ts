import type { Coding } from '../response';

const GENDER = 'http://hl7.org/fhir/administrative-gender';
const YES_NO = 'http://terminology.hl7.org/CodeSystem/v2-0136';

const YES_NO_CODES: readonly Coding[] = [
  { system: YES_NO, code: 'Y', display: 'Yes' },
  { system: YES_NO, code: 'N', display: 'No' },
];

const YES_NO_DONT_KNOW: readonly Coding[] = [
  ...YES_NO_CODES,
  { system: 'http://terminology.hl7.org/CodeSystem/data-absent-reason', code: 'asked-unknown', display: "Don't know" },
];

/** The few value sets of FHIR itself (CC0) that public forms name most and that never change. No SNOMED. */
export const KNOWN_VALUE_SETS: ReadonlyMap<string, readonly Coding[]> = new Map([
  [
    'http://hl7.org/fhir/ValueSet/administrative-gender',
    [
      { system: GENDER, code: 'male', display: 'Male' },
      { system: GENDER, code: 'female', display: 'Female' },
      { system: GENDER, code: 'other', display: 'Other' },
      { system: GENDER, code: 'unknown', display: 'Unknown' },
    ],
  ],
  ['http://hl7.org/fhir/ValueSet/yesnodontknow', YES_NO_DONT_KNOW],
  ['http://terminology.hl7.org/ValueSet/v2-0136', YES_NO_CODES],
]);
