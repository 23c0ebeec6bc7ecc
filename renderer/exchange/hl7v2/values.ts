import type { Hl7Message, Hl7Segment } from './codec';
import type { Delimiters } from './delimiters';
import { unescapeText } from './escape';

/** A value of a field: undefined where the sender says nothing, null where it says "" (delete what you have). */
export type Hl7Value = string | null | undefined;

/** The first segment of a name. */
export function segmentOf(message: Hl7Message, name: string): Hl7Segment | undefined {
  return message.segments.find((segment) => segment.name === name);
}

/** Raw text of a field by its HL7 number; MSH-1 is the separator itself. */
export function rawField(segment: Hl7Segment | undefined, number: number): string {
  if (segment === undefined) return '';
  const header = segment.name === 'MSH' || segment.name === 'FHS' || segment.name === 'BHS';
  if (!header) return segment.fields[number] ?? '';
  return number === 1 ? segment.separator : (segment.fields[number - 1] ?? '');
}

/** Repetitions of a field, raw. None where the field is empty. */
export function repetitions(segment: Hl7Segment | undefined, number: number, d: Delimiters): readonly string[] {
  const raw = rawField(segment, number);
  if (raw === '') return [];
  return d.repetition === '' ? [raw] : raw.split(d.repetition);
}

/** One component (from 1) and subcomponent (from 1) of a raw repetition, unescaped. */
export function component(raw: string | undefined, number: number, d: Delimiters, sub = 1): Hl7Value {
  if (raw === undefined || raw === '') return undefined;
  if (raw === '""') return null;
  const part = raw.split(d.component)[number - 1] ?? '';
  const piece = d.subcomponent === '' ? (sub === 1 ? part : '') : (part.split(d.subcomponent)[sub - 1] ?? '');
  if (piece === '""') return null;
  const text = unescapeText(piece, d).trim();
  return text === '' ? undefined : text;
}

/** A field's first repetition, one component. */
export function fieldValue(
  message: Hl7Message,
  segment: Hl7Segment | undefined,
  number: number,
  part = 1,
  sub = 1,
): Hl7Value {
  return component(repetitions(segment, number, message.delimiters)[0], part, message.delimiters, sub);
}

/** A whole field as text: all repetitions unescaped, one line each (free text of TX and FT). */
export function fieldText(message: Hl7Message, segment: Hl7Segment | undefined, number: number): string {
  return repetitions(segment, number, message.delimiters)
    .map((raw) => unescapeText(raw, message.delimiters))
    .join('\n');
}

/** Message type and event: `ADT` and `A01`. */
export function messageKind(message: Hl7Message): { readonly type: string; readonly event: string } {
  const header = segmentOf(message, 'MSH');
  const type = fieldValue(message, header, 9) ?? '';
  // A few senders leave the event out of MSH-9 and say it in EVN-1 only.
  const event = fieldValue(message, header, 9, 2) ?? fieldValue(message, segmentOf(message, 'EVN'), 1) ?? '';
  return { type, event };
}
