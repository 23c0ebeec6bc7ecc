import type { Instant } from '../../domain/basics/time';
import type { Hl7Message } from './codec';
import { escapeText } from './escape';
import { header, message, segment } from './build';
import { fieldValue, messageKind, rawField, segmentOf } from './values';

/** Accepted, error in the message, rejected (table 0008). */
export type AckCode = 'AA' | 'AE' | 'AR';

/** The answer to a message: sender and receiver exchanged, its control id in MSA-2, the reason in ERR. */
export function ack(
  original: Hl7Message,
  code: AckCode,
  text: string,
  of: { readonly now: Instant; readonly controlId: string },
): string {
  const msh = segmentOf(original, 'MSH');
  const value = (number: number): string => fieldValue(original, msh, number) ?? '';
  const { event } = messageKind(original);
  const processing = value(11);
  const head = header({
    type: ['ACK', event, 'ACK'],
    controlId: of.controlId,
    now: of.now,
    sender: { application: value(5), facility: value(6) },
    receiver: { application: value(3), facility: value(4) },
    processing: processing === 'T' || processing === 'D' ? processing : 'P',
    version: value(12) || '2.5.1',
  });
  // MSA-2 must be the sender's own text, escapes included.
  const msa = `MSA|${code}|${rawField(msh, 10)}${text === '' ? '' : `|${escapeText(text)}`}`;
  const err =
    code === 'AA'
      ? ''
      : segment(
          'ERR',
          '',
          '',
          [
            code === 'AR' ? '200' : '207',
            code === 'AR' ? 'Unsupported message type' : 'Application internal error',
            'HL70357',
          ],
          'E',
          '',
          '',
          '',
          text,
        );
  return message(head, msa, err);
}
