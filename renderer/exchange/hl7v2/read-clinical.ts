import type { Instant } from '../../domain/basics/time';
import type { Allergy, SnapshotObservation } from '../../domain/patient/patient';
import { readSeverity, saysNoneKnown } from '../census/allergy-text';
import { keepObservations } from '../census/csv-links';
import type { DraftFacts } from '../census/draft';
import type { Hl7Message } from './codec';
import { hl7Instant } from './hl7-time';
import { component, fieldText, fieldValue, repetitions, segmentOf } from './values';

const SEVERITY: Readonly<Record<string, Allergy['severity']>> = {
  MI: 'mild',
  MO: 'moderate',
  SV: 'severe',
  U: 'unknown',
};

/** Allergies of AL1 and IAM. A message that lists any lists all (snapshot mode); one that lists none says nothing. */
export function readAllergies(message: Hl7Message, facts: DraftFacts): void {
  const segments = message.segments.filter((segment) => segment.name === 'AL1' || segment.name === 'IAM');
  if (segments.length === 0) return;
  const allergies: Allergy[] = [];
  let noneKnown = false;
  for (const segment of segments) {
    if (segment.name === 'IAM' && fieldValue(message, segment, 6) === 'D') continue;
    const name = fieldValue(message, segment, 3, 2) ?? fieldValue(message, segment, 3) ?? undefined;
    if (name === undefined) continue;
    if (saysNoneKnown(name)) {
      noneKnown = true;
      continue;
    }
    const code = fieldValue(message, segment, 4) ?? '';
    const severity = SEVERITY[code.toUpperCase()] ?? (code === '' ? undefined : readSeverity(code));
    const reaction = repetitions(segment, 5, message.delimiters)
      .map((raw) => component(raw, 1, message.delimiters))
      .filter((one) => typeof one === 'string')
      .join(', ');
    if (!allergies.some((known) => known.substance === name))
      allergies.push({
        substance: name,
        ...(reaction === '' ? {} : { reaction }),
        ...(severity === undefined ? {} : { severity }),
      });
  }
  if (allergies.length > 0) Object.assign(facts, { allergyStatus: 'listed', allergies });
  else if (noneKnown) Object.assign(facts, { allergyStatus: 'none-known', allergies: [] });
}

const DROPPED = ['D', 'W', 'X', 'N', 'O', 'I'];

/** Results and measurements of OBX, the newest per code on top of what is known. */
export function readResults(message: Hl7Message, facts: DraftFacts, now: Instant): void {
  const newest = new Map((facts.observations ?? []).map((one) => [one.loinc ?? one.name, one]));
  let taken = 0;
  let ordered: Instant | undefined;
  for (const segment of message.segments) {
    if (segment.name === 'OBR') ordered = timeOf(message, segment, 7, now);
    if (segment.name !== 'OBX' || DROPPED.includes(fieldValue(message, segment, 11) ?? '')) continue;
    const one = readObservation(message, segment, ordered, now);
    if (one === undefined) continue;
    taken++;
    newest.set(one.loinc ?? one.name, one);
  }
  if (taken > 0) keepObservations(facts, [...newest.values()]);
}

function readObservation(
  message: Hl7Message,
  obx: Hl7Message['segments'][number],
  ordered: Instant | undefined,
  now: Instant,
): SnapshotObservation | undefined {
  const type = fieldValue(message, obx, 2) ?? '';
  if (type === 'ED' || type === 'RP') return undefined;
  const code = fieldValue(message, obx, 3) ?? undefined;
  const name = fieldValue(message, obx, 3, 2) ?? code;
  const coded = type === 'CE' || type === 'CWE' || type === 'CNE';
  const value = coded
    ? (fieldValue(message, obx, 5, 2) ?? fieldValue(message, obx, 5))
    : type === 'SN'
      ? structured(message, obx)
      : fieldText(message, obx, 5).trim();
  if (name === undefined || value === undefined || value === null || value === '' || value === '""') return undefined;
  const system = fieldValue(message, obx, 3, 3);
  const loinc = system === 'LN' && code !== undefined && /^\d{1,5}-\d$/.test(code) ? code : undefined;
  const unit = fieldValue(message, obx, 6) ?? undefined;
  const at = timeOf(message, obx, 14, now) ?? ordered;
  return {
    name,
    value,
    ...(loinc === undefined ? {} : { loinc }),
    ...(unit === undefined ? {} : { unit }),
    ...(at === undefined ? {} : { at }),
  };
}

/** SN: comparator, number, separator, number: `>^100`, `1^:^128`. */
function structured(message: Hl7Message, obx: Hl7Message['segments'][number]): string {
  return [1, 2, 3, 4].map((part) => fieldValue(message, obx, 5, part) ?? '').join('');
}

function timeOf(
  message: Hl7Message,
  segment: Hl7Message['segments'][number],
  field: number,
  now: Instant,
): Instant | undefined {
  const text = fieldValue(message, segment, field);
  return typeof text === 'string' ? hl7Instant(text, now) : undefined;
}

/** When the message was made (MSH-7), if it is a time and not ahead of the clock. */
export function messageTime(message: Hl7Message, now: Instant): Instant | undefined {
  const text = fieldValue(message, segmentOf(message, 'MSH'), 7);
  const time = typeof text === 'string' ? hl7Instant(text, now) : undefined;
  return time !== undefined && Date.parse(time) <= Date.parse(now) ? time : undefined;
}
