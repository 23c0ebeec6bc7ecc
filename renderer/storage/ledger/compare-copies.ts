import { FIRST_PREV, type SealedEntry } from '../../domain/ledger/entry';
import { hashMatches } from '../seal';
import type { DatabaseCopy } from './database-copy';
import { headOf, type Heads, sameHead } from './heads';
import type { JournalMirror } from './journal-mirror';

/** What comparing the two copies found and did. */
export interface Comparison {
  readonly heads: Heads;
  readonly maxLamport: number;
  readonly databaseWasEmpty: boolean;
  /** Entries copied into each. */
  readonly toDatabase: number;
  readonly toJournal: number;
  /** After mending both hold the same, as far as counts and head hashes tell. */
  readonly equal: boolean;
  /** The journal ends where the database ends, so it can take what comes next, even if it has a hole before. */
  readonly journalFollows: boolean;
  readonly journalDamaged: boolean;
}

type Progress = (done: number, of: number) => void;

/**
 * Compares the copies by count, last number and head hash of each device, and fills what one of them misses from the
 * other. Nothing is ever removed or replaced: a row that differs stays, and verify names it. Needs no key.
 */
export async function compareCopies(
  journal: JournalMirror,
  database: DatabaseCopy,
  onProgress?: Progress,
): Promise<Comparison> {
  const before = await database.heads();
  const { heads: journalHeads, damaged } = await journal.state();
  const found = {
    heads: before.heads,
    maxLamport: before.maxLamport,
    databaseWasEmpty: before.heads.size === 0,
    journalDamaged: damaged,
  };
  if (allSame(journalHeads, before.heads))
    return { ...found, toDatabase: 0, toJournal: 0, equal: true, journalFollows: true };

  const of = total(journalHeads) + total(before.heads);
  let done = 0;
  const step = (count: number): void => onProgress?.((done += count), of);

  const toDatabase = await fillDatabase(journal, database, step);
  const toJournal = await fillJournal(journal, database, journalHeads, step);
  const after = await database.heads();
  const { heads, damaged: journalDamaged } = await journal.state();
  const equal = allSame(heads, after.heads);
  const journalFollows =
    equal || [...after.heads.values()].every((head) => headOf(heads, head.device).lastHash === head.lastHash);
  return { ...found, ...after, toDatabase, toJournal, equal, journalFollows, journalDamaged };
}

async function fillDatabase(
  journal: JournalMirror,
  database: DatabaseCopy,
  step: (count: number) => void,
): Promise<number> {
  let added = 0;
  for await (const page of journal.pages()) {
    const once = [...new Map(page.map((entry) => [`${entry.device} ${entry.seq}`, entry])).values()];
    const rows = await database.at(once);
    // Also an entry whose hash is wrong: reading it quarantines it, leaving it out would hide it.
    const missing = once.filter((_, index) => rows[index] === undefined);
    if (missing.length > 0) await database.add(missing);
    added += missing.length;
    step(page.length);
  }
  return added;
}

async function fillJournal(
  journal: JournalMirror,
  database: DatabaseCopy,
  before: Heads,
  step: (count: number) => void,
): Promise<number> {
  const { heads } = await database.heads();
  const short = [...heads.values()].filter((head) => !sameHead(head, headOf(before, head.device)));
  if (short.length === 0) return 0;
  const present = await placesInJournal(journal, new Set(short.map(({ device }) => device)));
  let written = 0;
  for (const { device } of short) {
    let previous = FIRST_PREV;
    let intact = true;
    for await (const page of database.pages({ device, fromSeq: 1 })) {
      const missing: SealedEntry[] = [];
      for (const entry of page) {
        if (intact && !present.has(`${device} ${entry.seq}`)) {
          // The journal takes only what continues its chain: behind a broken row nothing more can go in.
          intact = entry.prev === previous && (await hashMatches(entry));
          if (intact) missing.push(entry);
        }
        previous = entry.hash;
      }
      if (missing.length > 0 && !(await tryAppend(journal, missing))) return written;
      written += missing.length;
      step(page.length);
    }
  }
  return written;
}

// A journal that refuses must not keep the ward from its records: it stays short, and the banner says so.
async function tryAppend(journal: JournalMirror, entries: readonly SealedEntry[]): Promise<boolean> {
  try {
    await journal.append(entries);
    return true;
  } catch {
    return false;
  }
}

async function placesInJournal(journal: JournalMirror, devices: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const places = new Set<string>();
  for await (const page of journal.pages())
    for (const { device, seq } of page) if (devices.has(device)) places.add(`${device} ${seq}`);
  return places;
}

function allSame(a: Heads, b: Heads): boolean {
  return a.size === b.size && [...a.values()].every((head) => sameHead(head, headOf(b, head.device)));
}

function total(heads: Heads): number {
  return [...heads.values()].reduce((sum, { entries }) => sum + entries, 0);
}
