import { PortFailure } from '../../app/ports';
import { FIRST_PREV, type SealedEntry } from '../../domain/ledger/entry';
import { hashMatches } from '../seal';
import type { Copies } from './copies';
import type { DatabaseCopy } from './database-copy';
import { place } from './places';
import { isSealedEntry } from './sealed-line';

/** What to do about places that neither this ledger nor the other one holds. */
export interface ForeignRules {
  /** `keep`: the other one had lost them too, and what it still has is worth having. */
  readonly gaps: 'refuse' | 'keep';
}

const BATCH = 2000;

/**
 * Adds what another copy or device holds and this ledger lacks. All of it is checked before any of it is written: each
 * hash, and that each fits its neighbours, here or among the others. Answers how many were new.
 */
export async function addForeign(
  copies: Copies,
  entries: readonly SealedEntry[],
  rules: ForeignRules = { gaps: 'refuse' },
): Promise<number> {
  const missing = await missingHere(copies.database, entries, rules);
  for (let at = 0; at < missing.length; at += BATCH)
    await copies.append({ entries: [], sealed: missing.slice(at, at + BATCH) });
  return missing.length;
}

/** What `addForeign` would add, in (device, seq) order. Throws PortFailure damaged where something does not fit. */
export async function missingHere(
  database: DatabaseCopy,
  entries: readonly SealedEntry[],
  { gaps }: ForeignRules,
): Promise<readonly SealedEntry[]> {
  const ordered = [...entries].sort((a, b) => (a.device === b.device ? a.seq - b.seq : a.device < b.device ? -1 : 1));
  const missing: SealedEntry[] = [];
  const offered = new Map(ordered.map((entry) => [place(entry), entry.hash]));
  for (let at = 0; at < ordered.length; at += BATCH) {
    const part = ordered.slice(at, at + BATCH);
    const rows = await database.at(part);
    const news = part.filter((entry, index) => {
      const row = rows[index];
      if (row && row.hash !== entry.hash)
        throw new PortFailure('damaged', `another entry is here already at ${place(entry)}`);
      return !row;
    });
    await checkFit(database, news, offered, gaps);
    missing.push(...news);
  }
  return missing;
}

async function checkFit(
  database: DatabaseCopy,
  news: readonly SealedEntry[],
  offered: ReadonlyMap<string, string>,
  gaps: ForeignRules['gaps'],
): Promise<void> {
  const [before, after] = await Promise.all([database.at(news.map(shifted(-1))), database.at(news.map(shifted(1)))]);
  for (const [index, entry] of news.entries()) {
    const where = place(entry);
    if (!isSealedEntry(entry) || !(await hashMatches(entry)))
      throw new PortFailure('damaged', `the entry ${where} was changed`);
    const previous = entry.seq === 1 ? FIRST_PREV : (offered.get(place(shifted(-1)(entry))) ?? before[index]?.hash);
    if (previous === undefined ? gaps === 'refuse' : previous !== entry.prev)
      throw new PortFailure('damaged', `the entry ${where} does not continue this ledger`);
    if (after[index] && after[index].prev !== entry.hash)
      throw new PortFailure('damaged', `the entry ${where} does not lead to what follows here`);
  }
}

function shifted(by: number): (entry: SealedEntry) => SealedEntry {
  return (entry) => ({ ...entry, seq: entry.seq + by });
}
