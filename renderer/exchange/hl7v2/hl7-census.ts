import type { Instant } from '../../domain/basics/time';
import type { CensusInput } from '../census/census';
import { emptyFacts, type DraftFacts, type PatientDraft } from '../census/draft';
import type { Findings } from '../census/findings';
import type { Place } from '../problem';
import { decodeHl7 } from './charset';
import { parseHl7, type Hl7Message } from './codec';
import { EVENTS } from './events';
import { messageTime, readAllergies, readResults } from './read-clinical';
import { patientNumber, readPerson } from './read-person';
import { readDiagnoses, readVisit } from './read-visit';
import { messageKind, segmentOf } from './values';

interface Received {
  readonly message: Hl7Message;
  readonly file: string;
}

/** Patients while messages are worked off, by MRN. */
type Ward = Map<string, { facts: DraftFacts; where: Place; assigner?: string; changed: boolean; id?: string }>;

/** Reads HL7 v2 messages in their order onto the patients of the last snapshot. */
export function readHl7Census(
  input: CensusInput,
  findings: Findings,
): {
  readonly drafts: readonly PatientDraft[];
  readonly read: number;
  readonly updated: number;
  readonly asOf: Instant;
} {
  const { now } = input.siteDefaults;
  const received = inOrder(
    input.files.flatMap((file) => messagesOf(file, findings)),
    now,
  );
  const ward: Ward = new Map(
    (input.base ?? []).map(({ id, ...facts }, at) => [
      facts.mrn ?? `\n${at}`,
      { facts: { ...facts }, where: { file: 'last snapshot' }, changed: false, id },
    ]),
  );
  let read = 0;
  for (const one of received) if (applyMessage(one, ward, now, findings)) read++;
  const times = received.map(({ message }) => messageTime(message, now)).filter((time) => time !== undefined);
  const asOf =
    input.asOf ??
    times.reduce<string | undefined>(
      (last, time) => (last === undefined || Date.parse(time) > Date.parse(last) ? time : last),
      undefined,
    );
  if (asOf === undefined)
    findings.warn(
      'as-of-unknown',
      { file: input.files[0]?.name ?? '' },
      'No message says when it was made (MSH-7); the age is counted from this import. Give the time with --as-of.',
    );
  const drafts = [...ward.values()].map(({ facts, where, assigner, id }) => ({
    facts,
    where,
    refs: [],
    ...(assigner === undefined ? {} : { assigner }),
    ...(id === undefined ? {} : { id }),
  }));
  return { drafts, read, updated: [...ward.values()].filter((one) => one.changed).length, asOf: asOf ?? now };
}

function messagesOf(
  file: { readonly name: string; readonly bytes: Uint8Array },
  findings: Findings,
): readonly Received[] {
  const decoded = decodeHl7(file.bytes, file.name);
  if (!decoded.ok) {
    findings.refused.push(decoded.error);
    return [];
  }
  if (decoded.guessed !== undefined)
    findings.warn(
      'encoding-guessed',
      { file: file.name },
      `The file is not UTF-8 and MSH-18 names no character set; it was read as ${decoded.guessed}.`,
    );
  const parsed = parseHl7(decoded.text);
  for (const stray of parsed.strays)
    findings.refuse(
      'broken-segment',
      { file: file.name, line: stray.line },
      `Line ${stray.line} is no segment: a line break inside a field, or a damaged line. Its text was left out; the rest of the message was read.`,
    );
  for (const { name, count, line, found } of parsed.stated)
    if (count !== found)
      findings.warn(
        'count-differs',
        { file: file.name, line, path: `${name}-1` },
        `${name}-1 states ${count}, the file holds ${found}. The file may be cut off.`,
      );
  if (parsed.messages.length === 0)
    findings.refuse('no-messages', { file: file.name }, 'This file holds no HL7 v2 message (no MSH segment).');
  return parsed.messages.map((message) => ({ message, file: file.name }));
}

/** By MSH-7 when every message has one, so that files may be given in any order; else as they stand. */
function inOrder(received: readonly Received[], now: Instant): readonly Received[] {
  const timed = received.map((one) => ({ one, time: messageTime(one.message, now) }));
  if (timed.some(({ time }) => time === undefined)) return received;
  return timed.sort((a, b) => Date.parse(a.time ?? '') - Date.parse(b.time ?? '')).map(({ one }) => one);
}

/** Works one message off. True when it was about a patient. */
function applyMessage({ message, file }: Received, ward: Ward, now: Instant, findings: Findings): boolean {
  const { type, event } = messageKind(message);
  const line = message.line;
  if (type === '') {
    findings.refuse(
      'no-message-type',
      { file, line, path: 'MSH-9' },
      `Line ${line}: the message does not say what it is (MSH-9).`,
    );
    return false;
  }
  const people = splitPatients(message);
  if (people.length === 0) {
    // ACKs and master files are honest messages without a patient.
    if (!['ACK', 'MFN', 'MFK', 'BAR', 'DFT'].includes(type))
      findings.refuse('no-patient', { file, line, path: 'PID' }, `Line ${line}: the message has no PID segment.`);
    return false;
  }
  for (const person of people) applyPerson(person, type, event, { file, line }, ward, now, findings);
  return true;
}

/** Swaps (A17), merges with several pairs and result batches carry several PIDs: each is worked off with its own segments. */
function splitPatients(message: Hl7Message): readonly Hl7Message[] {
  const starts = message.segments.flatMap((segment, at) => (segment.name === 'PID' ? [at] : []));
  const head = message.segments.slice(0, starts[0] ?? 0);
  return starts.map((from, index) => ({
    ...message,
    segments: [...head, ...message.segments.slice(from, starts[index + 1])],
  }));
}

function applyPerson(
  message: Hl7Message,
  type: string,
  event: string,
  where: Place,
  ward: Ward,
  now: Instant,
  findings: Findings,
): void {
  const pid = segmentOf(message, 'PID');
  const number = patientNumber(message, pid, 3) ?? patientNumber(message, pid, 2) ?? patientNumber(message, pid, 4);
  if (number === undefined) {
    findings.refuse(
      'no-patient-number',
      { ...where, path: 'PID-3' },
      `Line ${where.line ?? '?'}: the patient has no number (PID-3).`,
    );
    return;
  }
  const effect = type === 'ADT' ? (EVENTS[event] ?? 'update') : 'update';
  if (type === 'ADT' && EVENTS[event] === undefined)
    findings.warn(
      'event-unknown',
      { file: where.file, path: event },
      `The event ${event || '(none)'} is not known; the patient was updated from it.`,
    );
  if (effect === 'none') {
    findings.warn(
      'event-not-used',
      { file: where.file, path: event },
      `Messages of event ${event} (planned, bed or notice) do not change who is here; they were left out.`,
    );
    return;
  }
  if (effect === 'gone') {
    if (ward.delete(number.value))
      findings.warn('patient-left', { file: where.file, path: event }, `Patients left the list by event ${event}.`);
    else
      findings.warn(
        'patient-left-unknown',
        { file: where.file, path: event },
        `Messages of event ${event} name patients who are not on the list.`,
      );
    return;
  }
  if (effect === 'merge') mergeNumbers(message, number.value, ward);
  const known = ward.get(number.value);
  const facts = known?.facts ?? { ...emptyFacts(), mrn: number.value };
  const problems = readPerson(message, facts, now);
  for (const problem of problems) {
    const text =
      problem.code === 'sex-code-unknown'
        ? 'the code is not known'
        : problem.code === 'date-in-future'
          ? 'the birth date lies in the future'
          : 'this is no date that exists';
    findings.refuse(
      problem.code,
      { ...where, path: problem.field },
      `Line ${where.line ?? '?'}, ${problem.field}: ${text}. The value was left out, the patient was kept.`,
    );
  }
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
  if (!number.isMrn)
    findings.warn(
      'mrn-from-other-identifier',
      { file: where.file, path: 'PID-3' },
      'Some patients have no number of type MR; the best other one is used as MRN.',
    );
  ward.set(number.value, {
    facts,
    where: known?.where ?? where,
    changed: true,
    ...(number.assigner === undefined ? {} : { assigner: number.assigner }),
    ...(known?.id === undefined ? {} : { id: known.id }),
  });
}

/** A merge: what is known under the number that goes (MRG-1) moves to the one that stays, unless that one is known too. */
function mergeNumbers(message: Hl7Message, stays: string, ward: Ward): void {
  const gone = patientNumber(message, segmentOf(message, 'MRG'), 1);
  const before = gone === undefined ? undefined : ward.get(gone.value);
  if (gone === undefined || before === undefined || gone.value === stays) return;
  ward.delete(gone.value);
  if (!ward.has(stays)) ward.set(stays, { ...before, facts: { ...before.facts, mrn: stays }, changed: true });
}
