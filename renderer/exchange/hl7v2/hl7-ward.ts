import type { Instant } from '../../domain/basics/time';
import { foldText } from '../../domain/patient/names';
import { emptyFacts, type DraftFacts } from '../census/draft';
import type { Findings } from '../census/findings';
import { mergeFacts } from '../census/finish-census';
import type { Place } from '../problem';
import type { Hl7Message } from './codec';
import { EVENTS, type EventEffect } from './events';
import { readAllergies, readResults } from './read-clinical';
import { patientNumber, readPerson, type Hl7Number, type PersonProblem } from './read-person';
import { readDiagnoses, readVisit } from './read-visit';
import { segmentOf } from './values';

/** Somebody on the list while messages are worked off. */
export interface WardPatient {
  readonly facts: DraftFacts;
  readonly where: Place;
  readonly assigner?: string;
  readonly changed: boolean;
  /** Gone by a discharge among these messages; remembered, so that its cancellation (A13) brings back what was known. */
  readonly left?: true;
  /** Set for somebody of the last snapshot, who keeps it. */
  readonly id?: string;
}

/** The list while messages are worked off, by MRN; a number that two authorities gave stands once for each. */
export type Ward = Map<string, WardPatient>;

/** Works off what one message says about one patient. */
export function applyPerson(
  message: Hl7Message,
  kind: { readonly type: string; readonly event: string },
  where: Place,
  ward: Ward,
  now: Instant,
  findings: Findings,
): void {
  const pid = segmentOf(message, 'PID');
  const number = patientNumber(message, pid, 3) ?? patientNumber(message, pid, 2) ?? patientNumber(message, pid, 4);
  if (number === undefined) {
    const line = where.line ?? '?';
    findings.refuse(
      'no-patient-number',
      { ...where, path: 'PID-3' },
      `Line ${line}: the patient has no number (PID-3).`,
    );
    return;
  }
  if (!number.isMrn)
    findings.warn(
      'mrn-from-other-identifier',
      { file: where.file, path: 'PID-3' },
      'Some patients have no number of type MR; the best other one is used as MRN.',
    );
  const effect = effectOf(kind, where, findings);
  switch (effect) {
    case 'none':
      return;
    case 'gone':
      return leave(ward, number, kind.event, where, findings);
    case 'merge':
      mergeNumbers(message, number.value, ward);
      return update(message, number, where, ward, now, findings);
    case 'present':
    case 'update':
      return update(message, number, where, ward, now, findings, effect === 'update');
  }
}

/** What the event does; only ADT moves people, results and orders say more about them. */
function effectOf(
  { type, event }: { readonly type: string; readonly event: string },
  { file }: Place,
  findings: Findings,
): EventEffect {
  if (type !== 'ADT') return 'update';
  const effect = EVENTS[event];
  if (effect === undefined)
    findings.warn(
      'event-unknown',
      { file, path: event },
      `The event ${event || '(none)'} is not known; the patient was updated from it.`,
    );
  if (effect === 'none')
    findings.warn(
      'event-not-used',
      { file, path: event },
      `Messages of event ${event} (planned, bed or notice) do not change who is here; they were left out.`,
    );
  return effect ?? 'update';
}

function leave(ward: Ward, number: Hl7Number, event: string, { file }: Place, findings: Findings): void {
  const known = ward.get(number.value);
  if (known !== undefined && known.left === undefined) {
    ward.set(number.value, { ...known, left: true });
    findings.warn('patient-left', { file, path: event }, `Patients left the list by event ${event}.`);
  } else if (known === undefined)
    findings.warn(
      'patient-left-unknown',
      { file, path: event },
      `Messages of event ${event} name patients who are not on the list.`,
    );
}

function update(
  message: Hl7Message,
  number: Hl7Number,
  where: Place,
  ward: Ward,
  now: Instant,
  findings: Findings,
  onlyUpdate = false,
): void {
  const said: DraftFacts = { ...emptyFacts(), mrn: number.value };
  const problems = readPerson(message, said, now);
  for (const problem of problems) refuseValue(problem, where, findings);
  const key = keyFor(number, said, ward, where, findings);
  const known = ward.get(key);
  const facts = known?.facts ?? said;
  if (known !== undefined) readPerson(message, facts, now);
  readVisit(message, facts);
  readAllergies(message, facts);
  readDiagnoses(message, facts);
  readResults(message, facts, now);
  if (facts.family === '' && facts.given === '')
    findings.warn(
      'name-missing',
      { ...where, path: 'PID-5' },
      `Line ${where.line ?? '?'}: no name (PID-5); the patient is shown by number.`,
    );
  ward.set(key, {
    facts,
    where: known?.where ?? where,
    changed: true,
    // Billing and records still send updates about somebody who went home: that does not bring them back.
    ...(onlyUpdate && known?.left === true ? { left: true as const } : {}),
    ...(number.assigner === undefined ? {} : { assigner: number.assigner }),
    ...(known?.id === undefined ? {} : { id: known.id }),
  });
}

/**
 * The line of a number. Two authorities may give one number to two people: when another authority sends another name
 * and another birth date, that is somebody else, and nobody's data is overwritten.
 */
function keyFor(number: Hl7Number, said: DraftFacts, ward: Ward, where: Place, findings: Findings): string {
  const known = ward.get(number.value);
  if (known === undefined || !isSomebodyElse(known.facts, said)) return number.value;
  if (known.assigner !== undefined && number.assigner !== undefined && known.assigner !== number.assigner)
    return `${number.value}\n${number.assigner}`;
  findings.warn(
    'identity-changed',
    { ...where, path: 'PID-5' },
    `Line ${where.line ?? '?'}: the name and the birth date of a number both changed. Check that it is the same person.`,
  );
  return number.value;
}

function isSomebodyElse(known: DraftFacts, said: DraftFacts): boolean {
  const otherDate = known.birthDate !== undefined && said.birthDate !== undefined && known.birthDate !== said.birthDate;
  return otherDate && known.family !== '' && said.family !== '' && foldText(known.family) !== foldText(said.family);
}

function refuseValue({ code, field }: PersonProblem, where: Place, findings: Findings): void {
  const why = {
    'sex-code-unknown': 'the code is not known',
    'date-in-future': 'the birth date lies in the future',
    'impossible-date': 'this is no date that exists',
  }[code];
  const line = where.line ?? '?';
  findings.refuse(
    code,
    { ...where, path: field },
    `Line ${line}, ${field}: ${why}. The value was left out, the patient was kept.`,
  );
}

/** A merge: what is known under the number that goes (MRG-1) moves to the one that stays; of both, nothing is lost. */
function mergeNumbers(message: Hl7Message, stays: string, ward: Ward): void {
  const gone = patientNumber(message, segmentOf(message, 'MRG'), 1);
  const before = gone === undefined ? undefined : ward.get(gone.value);
  if (gone === undefined || before === undefined || gone.value === stays) return;
  ward.delete(gone.value);
  const survivor = ward.get(stays);
  const facts = survivor === undefined ? before.facts : mergeFacts(before.facts, survivor.facts);
  ward.set(stays, { ...(survivor ?? before), facts: { ...facts, mrn: stays }, changed: true });
}
