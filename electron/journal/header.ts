import { hash } from 'node:crypto';
import { parseObject } from './sealed-line';

const fingerprintLength = 16;

/** What the first line of a journal file says in clear, so that a foreign journal is recognised without a key. */
export function journalHeader(app: string, vaultFile: string | null): Record<string, string> {
  if (vaultFile === null) return { app };
  const vault = parseObject(vaultFile)?.['vault'];
  const keys = hash('sha256', vaultFile).slice(0, fingerprintLength);
  return { app, keys, ...(typeof vault === 'string' ? { vault } : {}) };
}
