import type { DraftFacts } from '../census/draft';
import { bedLabel } from '../census/place-text';
import type { Hl7Message, Hl7Segment } from './codec';
import { setText } from './read-person';
import { component, fieldValue, repetitions, segmentOf, type Hl7Value } from './values';

/** Lays PV1 (and the reason of PV2) onto the facts. */
export function readVisit(message: Hl7Message, facts: DraftFacts): void {
  const pv1 = segmentOf(message, 'PV1');
  if (pv1 === undefined) return;
  readPlace(message, pv1, facts);
  setText(facts, 'attending', personName(message, pv1, 7));
  setText(facts, 'service', fieldValue(message, pv1, 10));
  setText(facts, 'visitNumber', fieldValue(message, pv1, 19));
  const reason =
    fieldValue(message, segmentOf(message, 'PV2'), 3, 2) ?? fieldValue(message, segmentOf(message, 'PV2'), 3);
  if (facts.diagnosis === undefined) setText(facts, 'diagnosis', reason);
}

/** PV1-3: point of care, room, bed. */
function readPlace(message: Hl7Message, pv1: Hl7Segment, facts: DraftFacts): void {
  const part = (number: number): Hl7Value => fieldValue(message, pv1, 3, number);
  const [ward, room, bed] = [part(1), part(2), part(3)];
  if (ward === null && room === null && bed === null) {
    delete facts.ward;
    delete facts.bed;
    return;
  }
  if (ward === undefined && room === undefined && bed === undefined) return;
  if (typeof ward === 'string') facts.ward = ward;
  const label = bedLabel(room ?? '', bed ?? '');
  if (label !== '') facts.bed = label;
  // A new ward without a bed: the old bed is in the old ward.
  else delete facts.bed;
}

/** An XCN as people say it: `Dr. Mohammed Alaz`; the id alone when there is no name. */
export function personName(message: Hl7Message, segment: Hl7Segment | undefined, field: number): Hl7Value {
  const d = message.delimiters;
  const [raw] = repetitions(segment, field, d);
  if (raw === undefined) return undefined;
  if (raw === '""') return null;
  const parts = [6, 3, 2].map((number) => component(raw, number, d)).filter((part) => typeof part === 'string');
  return parts.length > 0 ? parts.join(' ') : (component(raw, 1, d) ?? undefined);
}

/** Diagnoses of DG1, at most three: the description, else the code's text, else the code. */
export function readDiagnoses(message: Hl7Message, facts: DraftFacts): void {
  const names = message.segments
    .filter((segment) => segment.name === 'DG1')
    .map((dg1) => fieldValue(message, dg1, 3, 2) ?? fieldValue(message, dg1, 4) ?? fieldValue(message, dg1, 3))
    .filter((name) => typeof name === 'string');
  if (names.length > 0) facts.diagnosis = [...new Set(names)].slice(0, 3).join('; ');
}
