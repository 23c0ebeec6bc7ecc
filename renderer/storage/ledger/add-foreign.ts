import { PortFailure } from '../../app/ports';
import type { SealedEntry } from '../../domain/ledger/entry';
import { hashMatches } from '../seal';
import type { Copies } from './copies';
import { headOf } from './heads';
import { isSealedEntry } from './sealed-line';

/**
 * Adds what another copy or device holds and this ledger lacks. All of it is checked before any of it is written:
 * each hash, each chain, and that it continues what is here without a gap or a fork. Answers how many were new.
 */
export async function addForeign(copies: Copies, entries: readonly SealedEntry[]): Promise<number> {
  const ordered = [...entries].sort((a, b) => (a.device === b.device ? a.seq - b.seq : a.device < b.device ? -1 : 1));
  const missing = await missingHere(copies, ordered);
  for (let at = 0; at < missing.length; at += BATCH)
    await copies.append({ entries: [], sealed: missing.slice(at, at + BATCH) });
  return missing.length;
}

const BATCH = 2000;

async function missingHere(
  { database, ends }: Copies,
  entries: readonly SealedEntry[],
): Promise<readonly SealedEntry[]> {
  const rows = await database.at(entries);
  const { heads } = ends();
  const ahead = new Map<string, { seq: number; hash: string }>();
  const missing: SealedEntry[] = [];
  for (const [index, entry] of entries.entries()) {
    const row = rows[index];
    if (row?.hash === entry.hash) continue;
    const where = `${entry.device} ${entry.seq}`;
    if (row) throw new PortFailure('damaged', `another entry is here already at ${where}`);
    if (!isSealedEntry(entry) || !(await hashMatches(entry)))
      throw new PortFailure('damaged', `the entry ${where} was changed`);
    const head = headOf(heads, entry.device);
    const before = ahead.get(entry.device) ?? { seq: head.lastSeq, hash: head.lastHash };
    if (entry.seq !== before.seq + 1 || entry.prev !== before.hash)
      throw new PortFailure('damaged', `the entry ${where} does not continue this ledger`);
    ahead.set(entry.device, { seq: entry.seq, hash: entry.hash });
    missing.push(entry);
  }
  return missing;
}
