import { hash } from 'node:crypto';
import { isDeviceId, parseObject } from '../journal/sealed-line';

/** The end of one device's chain. */
export interface CheckpointHead {
  readonly device: string;
  readonly seq: number;
  readonly hash: string;
}

/** The ends of all chains at one moment, under a signature of this PC. */
export interface Checkpoint {
  /** Counts from 1. */
  readonly n: number;
  readonly at: string;
  readonly heads: readonly CheckpointHead[];
  /** SHA-256 of the line before; 64 zeros for the first: taking one out of the middle shows. */
  readonly prev: string;
  /** Fingerprint of the key that signed. */
  readonly key: string;
  readonly signature: string;
}

const format = 1;
const firstPrev = '0'.repeat(64);
const sha256Pattern = /^[0-9a-f]{64}$/;

/** What is signed: every member but the signature, in one fixed order. */
export function signedText({ n, at, heads, prev, key }: Omit<Checkpoint, 'signature'>): string {
  const ends = heads.map(({ device, seq, hash: last }) => ({ device, seq, hash: last }));
  return JSON.stringify({ format, n, at, heads: ends, prev, key });
}

/** One line of the list. */
export function writeCheckpoint(checkpoint: Checkpoint): string {
  return JSON.stringify({ ...parseObject(signedText(checkpoint)), signature: checkpoint.signature });
}

/** The checkpoint on a line; undefined where the line is none. Says nothing about its signature. */
export function readCheckpoint(line: string): Checkpoint | undefined {
  const value = parseObject(line);
  if (value?.['format'] !== format) return undefined;
  const { n, at, heads, prev, key, signature } = value;
  const texts = [at, prev, key, signature].every((text) => typeof text === 'string');
  if (!texts || !isCount(n) || !Array.isArray(heads) || !heads.every(isHead)) return undefined;
  return { n, at, heads, prev, key, signature } as Checkpoint;
}

/** What the next checkpoint's `prev` is after this line. */
export function prevAfter(line: string | undefined): string {
  return line === undefined ? firstPrev : hash('sha256', line);
}

function isHead(value: unknown): value is CheckpointHead {
  const { device, seq, hash: last } = (value ?? {}) as Record<string, unknown>;
  return isDeviceId(device) && isCount(seq) && typeof last === 'string' && sha256Pattern.test(last);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 1;
}
