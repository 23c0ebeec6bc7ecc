import { hash } from 'node:crypto';

/** What the journal needs to know of one line; the rest stays sealed and unread. */
export interface SealedLine {
  readonly device: string;
  readonly seq: number;
  readonly prev: string;
  readonly hash: string;
}

/** A line that is one whole entry, or why it is not. */
export type LineReading =
  | { readonly ok: true; readonly line: SealedLine }
  | { readonly ok: false; readonly why: 'unreadable' | 'wrong-hash' };

/** The head's members in canonical order. Mirrors renderer/domain/ledger/sealed-text; a unit test holds them together. */
const headMembers = [
  'at',
  'book',
  'by',
  'content',
  'corrects',
  'device',
  'id',
  'lamport',
  'prev',
  'seq',
  'subject',
  'type',
  'v',
] as const;

const devicePattern = /^[A-Za-z0-9_-]{1,64}$/;
const sha256Pattern = /^[0-9a-f]{64}$/;

/** `prev` of a device's first entry. */
export const firstPrev = '0'.repeat(64);

/** Whether a text can be a device's id and so part of a file's name. */
export function isDeviceId(value: unknown): value is string {
  return typeof value === 'string' && devicePattern.test(value);
}

/** The text whose SHA-256 is the entry's `hash`. */
export function sealedText(entry: Readonly<Record<string, unknown>>): string {
  let head = '';
  for (const member of headMembers) {
    const value = entry[member];
    if (value === undefined) continue;
    head += `${head === '' ? '' : ','}"${member}":${canonicalJson(value)}`;
  }
  return `{${head}}\n${String(entry['epoch'])}\n${String(entry['iv'])}\n${String(entry['ct'])}`;
}

/** Reads one journal line and checks its own hash. */
export function readSealedLine(text: string): LineReading {
  const entry = parseObject(text);
  if (!entry) return { ok: false, why: 'unreadable' };
  const { device, seq, prev, hash: claimed } = entry;
  const shaped =
    isDeviceId(device) &&
    Number.isSafeInteger(seq) &&
    (seq as number) >= 1 &&
    isSha256(prev) &&
    isSha256(claimed) &&
    isSealShaped(entry);
  if (!shaped) return { ok: false, why: 'unreadable' };
  if (hash('sha256', sealedText(entry)) !== claimed) return { ok: false, why: 'wrong-hash' };
  return { ok: true, line: { device, seq: seq as number, prev, hash: claimed } };
}

/** A JSON object, or undefined. */
export function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

function isSha256(value: unknown): value is string {
  return typeof value === 'string' && sha256Pattern.test(value);
}

function isSealShaped(entry: Record<string, unknown>): boolean {
  return Number.isSafeInteger(entry['epoch']) && typeof entry['iv'] === 'string' && typeof entry['ct'] === 'string';
}

function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const record = value as Record<string, unknown>;
  const members = Object.keys(record)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(record[key])}`);
  return `{${members.join(',')}}`;
}
