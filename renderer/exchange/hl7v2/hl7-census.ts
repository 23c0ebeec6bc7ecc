import type { Instant } from '../../domain/basics/time';
import type { CensusInput } from '../census/census';
import type { PatientDraft } from '../census/draft';
import type { Findings } from '../census/findings';
import { decodeHl7 } from './charset';
import { parseHl7, type Hl7Message } from './codec';
import { applyPerson, type Ward } from './hl7-ward';
import { messageTime } from './read-clinical';
import { messageKind } from './values';

interface Received {
  readonly message: Hl7Message;
  readonly file: string;
}

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
  const present = [...ward.values()].filter((one) => one.left === undefined);
  const drafts = present.map(({ facts, where, assigner, id }) => ({
    facts,
    where,
    refs: [],
    ...(assigner === undefined ? {} : { assigner }),
    ...(id === undefined ? {} : { id }),
  }));
  return { drafts, read, updated: present.filter((one) => one.changed).length, asOf: asOf ?? now };
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
  for (const person of people) applyPerson(person, { type, event }, { file, line }, ward, now, findings);
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
