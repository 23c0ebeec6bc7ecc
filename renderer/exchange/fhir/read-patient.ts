import type { Instant } from '../../domain/basics/time';
import { isCalendarDate } from '../../domain/patient/birth-date';
import type { Sex } from '../../domain/patient/patient';
import { addAlert, emptyFacts, type PatientDraft } from '../census/draft';
import type { Findings } from '../census/findings';
import { readNameText } from '../census/name-text';
import { conceptText, hasCode, node, nodes, text, texts, type FhirNode } from './node';
import type { FoundResource } from './read-resources';
import { keyOf } from './resource-index';

/** Reads a Patient; undefined when it was refused. */
export function readPatient(found: FoundResource, now: Instant, findings: Findings): PatientDraft | undefined {
  const { resource, place } = found;
  const facts = emptyFacts();
  const name = bestName(resource, now);
  if (name === undefined) findings.warn('name-missing', place, 'A Patient has no name; it is shown by number.');
  else Object.assign(facts, name);
  const birth = text(resource, 'birthDate');
  if (birth !== undefined) {
    const date = birth.slice(0, 10);
    if (!isCalendarDate(date)) {
      findings.refuse(
        'impossible-date',
        { ...place, path: pathIn(place.path, 'birthDate') },
        'Patient.birthDate is no date that exists (YYYY, YYYY-MM or YYYY-MM-DD). Correct it and import again.',
      );
      return undefined;
    }
    if (date > now.slice(0, 10)) {
      findings.refuse(
        'date-in-future',
        { ...place, path: pathIn(place.path, 'birthDate') },
        'Patient.birthDate lies in the future. Correct it and import again.',
      );
      return undefined;
    }
    facts.birthDate = date;
  }
  const gender = text(resource, 'gender');
  const sex = gender === undefined ? undefined : SEXES[gender.toLowerCase()];
  if (sex !== undefined) facts.sex = sex;
  else if (gender !== undefined)
    findings.warn(
      'sex-code-unknown',
      { ...place, path: pathIn(place.path, 'gender') },
      'Patient.gender holds a code FHIR does not have; it was left out.',
    );
  const number = bestIdentifier(resource, now);
  const id = text(resource, 'id');
  if (number !== undefined) {
    facts.mrn = number.value;
    if (!number.isMrn)
      findings.warn(
        'mrn-from-other-identifier',
        place,
        'A Patient has no identifier of type MR; the best other one is used as MRN.',
      );
  } else if (id !== undefined) {
    facts.mrn = id;
    findings.warn('mrn-from-other-identifier', place, 'A Patient has no identifier; the resource id is used as MRN.');
  } else findings.warn('mrn-missing', place, 'A Patient has neither identifier nor id; it is kept without an MRN.');
  const died = resource['deceasedBoolean'] === true || text(resource, 'deceasedDateTime') !== undefined;
  if (died)
    addAlert(
      facts,
      `Marked as deceased in the source${text(resource, 'deceasedDateTime') === undefined ? '' : ` (${text(resource, 'deceasedDateTime')?.slice(0, 10)})`}`,
    );
  if (resource['active'] === false)
    findings.warn('patient-inactive', place, 'A Patient is marked inactive in the source; it was kept.');
  return {
    facts,
    where: place,
    refs: [keyOf(found)],
    ...(number?.system === undefined ? {} : { assigner: number.system }),
  };
}

const SEXES: Readonly<Record<string, Sex>> = {
  male: 'male',
  female: 'female',
  other: 'other',
  unknown: 'unknown',
  m: 'male',
  f: 'female',
  o: 'other',
  u: 'unknown',
};

/** Path of a member below the resource's own path. */
export function pathIn(path: string | undefined, member: string): string {
  return path === undefined || path === '' ? member : `${path}.${member}`;
}

function ended(part: FhirNode, now: Instant): boolean {
  const end = text(part, 'period', 'end');
  return end !== undefined && end.slice(0, 10) < now.slice(0, 10);
}

const NAME_USES = ['official', 'usual', 'temp', undefined, 'nickname', 'anonymous'] as const;

function bestName(patient: FhirNode, now: Instant): { family: string; given: string } | undefined {
  const names = nodes(patient, 'name').filter(
    (name) => !['old', 'maiden'].includes(text(name, 'use') ?? '') && !ended(name, now),
  );
  const usable = (names.length > 0 ? names : nodes(patient, 'name')).map((name) => ({
    name,
    rank: NAME_USES.indexOf(text(name, 'use') as never),
  }));
  usable.sort((a, b) => (a.rank < 0 ? 9 : a.rank) - (b.rank < 0 ? 9 : b.rank));
  for (const { name } of usable) {
    // `family` was a list before STU3.
    const family = texts(name, 'family').join(' ');
    const given = [...texts(name, 'given'), ...texts(name, 'suffix')].join(' ');
    if (family !== '' || given !== '') return { family, given };
    const whole = text(name, 'text');
    if (whole !== undefined) {
      const read = readNameText(whole);
      return { family: read.family, given: read.given };
    }
  }
  return undefined;
}

interface ChosenIdentifier {
  readonly value: string;
  readonly system?: string;
  readonly isMrn: boolean;
}

/** Type MR first, then what calls itself a record number, then official, then any; never a number of a card or a visit. */
function bestIdentifier(patient: FhirNode, now: Instant): ChosenIdentifier | undefined {
  let best: (ChosenIdentifier & { score: number }) | undefined;
  for (const identifier of nodes(patient, 'identifier')) {
    const value = text(identifier, 'value');
    if (value === undefined) continue;
    const type = node(identifier, 'type');
    const words =
      `${conceptText(type) ?? ''} ${text(identifier, 'system') ?? ''} ${text(identifier, 'assigner', 'display') ?? ''}`.toLowerCase();
    const isMrn =
      hasCode(type, 'MR', 'MRN') || /medical record|\bmrn\b|record number|patientennummer|hospital number/.test(words);
    let score = isMrn ? 100 : hasCode(type, 'PI', 'PT', 'RI') ? 40 : 10;
    if (
      hasCode(type, 'SS', 'SSN', 'DL', 'PPN', 'VN', 'AN', 'MA', 'MC', 'NPI', 'MB', 'SN', 'WP', 'CZ') ||
      /ssn|passport|driver|insur|versicher/.test(words)
    )
      score -= 30;
    const use = text(identifier, 'use');
    score += use === 'official' ? 8 : use === 'usual' ? 6 : use === 'old' ? -200 : 0;
    if (ended(identifier, now)) score -= 150;
    const system = text(identifier, 'system') ?? text(identifier, 'assigner', 'display');
    if (best === undefined || score > best.score)
      best = { value, isMrn, score, ...(system === undefined ? {} : { system }) };
  }
  return best;
}
