import { parseHl7 } from '../hl7v2/codec';
import { fieldValue, segmentOf } from '../hl7v2/values';

/** What an acknowledgement says. */
export interface ReadAnswer {
  /** MSA-2: which message it answers. */
  readonly control: string;
  readonly answer: 'accepted' | 'rejected';
  readonly code: string;
  /** Code of ERR-3, or of ERR-1 in old versions; never its text. */
  readonly reason?: string;
}

const ACCEPTED = ['AA', 'CA'];
const REJECTED = ['AE', 'AR', 'CE', 'CR'];

/** Reads an acknowledgement; undefined when it is none. */
export function readAnswer(text: string): ReadAnswer | undefined {
  const [message] = parseHl7(text).messages;
  const msa = message && segmentOf(message, 'MSA');
  if (message === undefined || msa === undefined) return undefined;
  const [code, control] = [fieldValue(message, msa, 1) ?? '', fieldValue(message, msa, 2) ?? ''];
  if (control === '' || ![...ACCEPTED, ...REJECTED].includes(code)) return undefined;
  const err = segmentOf(message, 'ERR');
  const reason = err && (fieldValue(message, err, 3) ?? fieldValue(message, err, 1, 4));
  return {
    control,
    answer: ACCEPTED.includes(code) ? 'accepted' : 'rejected',
    code,
    ...(typeof reason !== 'string' || !/^[A-Za-z0-9.-]{1,40}$/.test(reason) ? {} : { reason }),
  };
}
