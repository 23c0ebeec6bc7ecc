import { createHash } from 'node:crypto';

/** Accepted and on disk; could not be kept, send it again; not for us, do not send it again (table 0008). */
export type AckCode = 'AA' | 'AE' | 'AR';

/** The head of a message, fields raw as they stood: what an answer needs, and nothing about a patient. */
export interface MessageHead {
  readonly field: string;
  readonly signs: string;
  /** MSH-3 to MSH-6. */
  readonly application: string;
  readonly facility: string;
  readonly toApplication: string;
  readonly toFacility: string;
  readonly type: string;
  readonly event: string;
  readonly controlId: string;
  readonly processing: string;
  readonly version: string;
}

/** Reads MSH. Bytes count as Latin-1: each sign goes back as it came, whatever the character set. */
export function readHead(message: Uint8Array): MessageHead | undefined {
  const line =
    Buffer.from(message)
      .toString('latin1')
      .split(/[\r\n]/, 1)[0] ?? '';
  if (!line.startsWith('MSH') || line.length < 8) return undefined;
  const field = line.charAt(3);
  const fields = line.split(field);
  const signs = fields[1] ?? '';
  const [type = '', event = ''] = (fields[8] ?? '').split(signs.charAt(0) || '^');
  return {
    field,
    signs,
    application: fields[2] ?? '',
    facility: fields[3] ?? '',
    toApplication: fields[4] ?? '',
    toFacility: fields[5] ?? '',
    type,
    event,
    controlId: fields[9] ?? '',
    processing: fields[10] ?? '',
    version: fields[11] ?? '',
  };
}

/** What the listener takes; anything else is refused for good, so that its sender does not wait on it for ever. */
export function refusalOf(head: MessageHead | undefined): string | undefined {
  if (!head) return 'No MSH segment';
  if (head.controlId === '') return 'MSH-10 is empty';
  return head.type === 'ADT' ? undefined : 'Only ADT messages are taken here';
}

/** The answer, with sender and receiver exchanged and the reason in MSA-3 and ERR-8. */
export function acknowledgement(head: MessageHead | undefined, code: AckCode, reason: string, now: Date): Buffer {
  const f = head?.field ?? '|';
  const signs = head?.signs ?? '^~\\&';
  const c = signs.charAt(0) || '^';
  const time = now.toISOString().replace(/[-:T]/g, '').slice(0, 14);
  // Stable: the same message answered twice gives the same number.
  const id = createHash('sha256')
    .update(`${head?.application}\0${head?.facility}\0${head?.controlId}\0${code}`)
    .digest('hex')
    .slice(0, 20)
    .toUpperCase();
  const type = ['ACK', ...(head?.event ? [head.event, 'ACK'] : [])].join(c);
  const msh = [
    'MSH',
    signs,
    head?.toApplication ?? '',
    head?.toFacility ?? '',
    head?.application ?? '',
    head?.facility ?? '',
    `${time}+0000`,
    '',
    type,
    id,
    head?.processing || 'P',
    head?.version || '2.5.1',
  ].join(f);
  const msa = ['MSA', code, head?.controlId ?? '', ...(reason === '' ? [] : [reason])].join(f);
  const number = code === 'AR' ? '200' : '207';
  const err =
    code === 'AA' ? '' : `${['ERR', '', '', [number, '', 'HL70357'].join(c), 'E', '', '', '', reason].join(f)}\r`;
  return Buffer.from(`${msh}\r${msa}\r${err}`, 'latin1');
}
