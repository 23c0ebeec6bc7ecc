import type { Instant } from '../../domain/basics/time';
import type { Sex } from '../../domain/patient/patient';
import { addAlert, type DraftFacts } from '../census/draft';
import type { Hl7Message } from './codec';
import { hl7Date } from './hl7-time';
import { component, fieldValue, repetitions, segmentOf, type Hl7Value } from './values';
import type { Hl7Segment } from './codec';

/** A patient's number and who assigned it. */
export interface Hl7Number {
  readonly value: string;
  readonly assigner?: string;
  readonly isMrn: boolean;
}

const CARDS = ['SS', 'DL', 'PPN', 'VN', 'AN', 'MA', 'MC', 'NPI', 'PN', 'SN', 'XX', 'CZ'];

/** The MRN of a CX field (PID-3, MRG-1): type MR first, then PI or PT, then none, never a card or visit number if avoidable. */
export function patientNumber(
  message: Hl7Message,
  segment: Hl7Segment | undefined,
  field: number,
): Hl7Number | undefined {
  const d = message.delimiters;
  const numbers = repetitions(segment, field, d).flatMap((raw) => {
    const value = component(raw, 1, d);
    if (typeof value !== 'string') return [];
    const type = (component(raw, 5, d) ?? '').toUpperCase();
    const assigner = component(raw, 4, d) ?? component(raw, 4, d, 2) ?? undefined;
    const rank =
      type === 'MR' ? 0 : type === 'PI' || type === 'PT' ? 1 : type === '' ? 2 : CARDS.includes(type) ? 9 : 3;
    return [{ value, isMrn: type === 'MR', rank, ...(assigner === undefined ? {} : { assigner }) }];
  });
  const [best] = numbers.sort((a, b) => a.rank - b.rank);
  if (best === undefined) return undefined;
  const { rank: _rank, ...number } = best;
  return number;
}

const SEXES: Readonly<Record<string, Sex>> = {
  M: 'male',
  F: 'female',
  O: 'other',
  A: 'other',
  N: 'other',
  X: 'other',
  U: 'unknown',
};

/** What is wrong with a PID field. */
export interface PersonProblem {
  readonly code: 'impossible-date' | 'date-in-future' | 'sex-code-unknown';
  readonly field: string;
}

/** Lays PID onto the facts: what it says replaces, "" deletes, what it leaves empty stays. */
export function readPerson(message: Hl7Message, facts: DraftFacts, now: Instant): readonly PersonProblem[] {
  const pid = segmentOf(message, 'PID');
  const problems: PersonProblem[] = [];
  readName(message, pid, facts);
  const birth = fieldValue(message, pid, 7);
  if (birth === null) delete facts.birthDate;
  else if (birth !== undefined) {
    const date = hl7Date(birth);
    if (date === undefined) problems.push({ code: 'impossible-date', field: 'PID-7' });
    else if (date > now.slice(0, 10)) problems.push({ code: 'date-in-future', field: 'PID-7' });
    else facts.birthDate = date;
  }
  const code = fieldValue(message, pid, 8);
  const sex = typeof code === 'string' ? SEXES[code.toUpperCase().charAt(0)] : undefined;
  if (sex !== undefined) facts.sex = sex;
  else if (code === null) delete facts.sex;
  else if (code !== undefined) problems.push({ code: 'sex-code-unknown', field: 'PID-8' });
  setText(facts, 'visitNumber', fieldValue(message, pid, 18));
  if (fieldValue(message, pid, 30) === 'Y' || typeof fieldValue(message, pid, 29) === 'string')
    addAlert(facts, 'Marked as deceased in the source');
  return problems;
}

/** The legal name comes first (PID-5); former and other names only when there is nothing else. */
function readName(message: Hl7Message, pid: Hl7Segment | undefined, facts: DraftFacts): void {
  const d = message.delimiters;
  const names = repetitions(pid, 5, d);
  const raw =
    names.find(
      (name) => !['M', 'A', 'S', 'BAD', 'N', 'P', 'NAV'].includes((component(name, 7, d) ?? '').toUpperCase()),
    ) ?? names[0];
  if (raw === undefined || raw === '""') return;
  const part = (number: number): string => component(raw, number, d) ?? '';
  const given = [part(2), part(3), part(4)].filter((one) => one !== '').join(' ');
  if (part(1) === '' && given === '') return;
  facts.family = part(1);
  facts.given = given;
}

/** Sets, deletes or leaves a text fact, as HL7 says it. */
export function setText(
  facts: DraftFacts,
  name: 'visitNumber' | 'ward' | 'bed' | 'attending' | 'service' | 'diagnosis',
  value: Hl7Value,
): void {
  if (value === null) delete facts[name];
  else if (value !== undefined) facts[name] = value;
}
