import { STANDARD } from './delimiters';
import { escapeText } from './escape';
import { toHl7Time } from './hl7-time';
import type { Instant } from '../../domain/basics/time';

/** A value to write: text is escaped; null is "" (delete); a list is components, a list inside it subcomponents. */
export type HlValue =
  | string
  | number
  | null
  | undefined
  | readonly (string | number | null | undefined | readonly (string | number | undefined)[])[];

/** A field with repetitions. */
export interface Repeated {
  readonly repeat: readonly HlValue[];
}

/** A segment out of values; empty fields at the end are left off. */
export function segment(name: string, ...fields: readonly (HlValue | Repeated)[]): string {
  const written = fields.map((field) =>
    isRepeated(field)
      ? field.repeat
          .map(fieldText)
          .filter((one) => one !== '')
          .join(STANDARD.repetition)
      : fieldText(field),
  );
  while (written.at(-1) === '') written.pop();
  return [name, ...written].join(STANDARD.field);
}

/** What MSH says, besides the fixed parts. */
export interface Header {
  readonly type: readonly [code: string, event: string, structure: string];
  readonly controlId: string;
  readonly now: Instant;
  readonly sender: { readonly application: string; readonly facility: string };
  readonly receiver?: { readonly application: string; readonly facility: string };
  /** P production, T training, D debugging (table 0103). */
  readonly processing: 'P' | 'T' | 'D';
  readonly version?: string;
}

/** MSH with `UNICODE UTF-8` in MSH-18. */
export function header({ type, controlId, now, sender, receiver, processing, version = '2.5.1' }: Header): string {
  const rest = segment(
    '',
    sender.application,
    sender.facility,
    receiver?.application ?? '',
    receiver?.facility ?? '',
    toHl7Time(now),
    '',
    [...type],
    controlId,
    processing,
    version,
    '',
    '',
    'AL',
    'NE',
    '',
    'UNICODE UTF-8',
  );
  return `MSH|^~\\&${rest}`;
}

/** A message out of segments, each ended by CR. */
export function message(...segments: readonly string[]): string {
  return segments
    .filter((one) => one !== '')
    .map((one) => `${one}\r`)
    .join('');
}

/** Messages in a batch envelope (FHS, BHS, BTS, FTS) for files. */
export function batch(
  messages: readonly string[],
  of: { readonly now: Instant; readonly id: string; readonly sender: Header['sender'] },
): string {
  const head = (name: string): string =>
    `${name}|^~\\&${segment('', of.sender.application, of.sender.facility, '', '', toHl7Time(of.now), '', '', '', of.id)}`;
  return `${head('FHS')}\r${head('BHS')}\r${messages.join('')}${segment('BTS', messages.length)}\r${segment('FTS', 1)}\r`;
}

function isRepeated(field: HlValue | Repeated): field is Repeated {
  return typeof field === 'object' && field !== null && 'repeat' in field;
}

function fieldText(value: HlValue): string {
  if (value === undefined) return '';
  if (value === null) return '""';
  if (typeof value === 'string' || typeof value === 'number') return escapeText(String(value));
  return trimmed(
    value.map((part) =>
      Array.isArray(part)
        ? trimmed(part.map(plain), STANDARD.subcomponent)
        : plain(part as string | number | null | undefined),
    ),
    STANDARD.component,
  );
}

function plain(value: string | number | null | undefined): string {
  if (value === undefined) return '';
  return value === null ? '""' : escapeText(String(value));
}

function trimmed(parts: readonly string[], separator: string): string {
  let end = parts.length;
  while (end > 0 && parts[end - 1] === '') end--;
  return parts.slice(0, end).join(separator);
}
