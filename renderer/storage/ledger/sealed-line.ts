import type { SealedEntry } from '../../domain/ledger/entry';

const TEXTS = ['id', 'book', 'subject', 'device', 'at', 'by', 'type', 'prev', 'iv', 'ct', 'hash'] as const;
const NUMBERS = ['seq', 'lamport', 'v', 'epoch'] as const;

/** One journal line. */
export function writeSealedLine(entry: SealedEntry): string {
  return JSON.stringify(entry);
}

/** The entry on a journal line; undefined where the line is none. Says nothing about its hash or its seal. */
export function readSealedLine(line: string): SealedEntry | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  return isSealedEntry(value) ? value : undefined;
}

/** Whether a value has an entry's fields, so that code which hashes and opens it does not stumble. */
export function isSealedEntry(value: unknown): value is SealedEntry {
  if (typeof value !== 'object' || value === null) return false;
  const record = value as Record<string, unknown>;
  return (
    TEXTS.every((name) => typeof record[name] === 'string') &&
    NUMBERS.every((name) => Number.isSafeInteger(record[name]))
  );
}
