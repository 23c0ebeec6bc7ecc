import type { SealedEntry } from '../../domain/ledger/entry';
import { asPortFailure } from '../database';
import { hashMatches } from '../seal';
import type { DatabaseCopy } from './database-copy';
import type { JournalMirror } from './journal-mirror';
import { missingPlaces, type Place, place } from './places';
import { isSealedEntry } from './sealed-line';

/** What both copies together still hold as it was written. */
export interface SoundRows {
  /** In (device, seq) order. */
  readonly rows: readonly SealedEntry[];
  /** Places that are missing or changed in both copies. */
  readonly lost: readonly Place[];
}

/**
 * Every entry that is as it was written in at least one copy. Needs no key. Throws PortFailure only when neither copy
 * can be read.
 */
export async function soundRows({
  journal,
  database,
}: {
  readonly journal: JournalMirror;
  readonly database: DatabaseCopy;
}): Promise<SoundRows> {
  const sound = new Map<string, SealedEntry>();
  const changed = new Map<string, Place>();
  const take = async (page: readonly SealedEntry[]): Promise<void> => {
    const wanted = page.filter((row) => !sound.has(place(row)));
    const intact = await Promise.all(wanted.map(async (row) => isSealedEntry(row) && hashMatches(row)));
    for (const [index, row] of wanted.entries())
      if (intact[index]) sound.set(place(row), row);
      else changed.set(place(row), { device: row.device, seq: row.seq });
  };
  const failures: unknown[] = [];
  for (const pages of [database.pages(), journal.pages()]) {
    try {
      for await (const page of pages) await take(page);
    } catch (cause) {
      failures.push(cause);
    }
  }
  if (failures.length === 2) throw asPortFailure(failures[0]);
  const rows = [...sound.values()].sort(byPlace);
  const lost = new Map(missingPlaces(rows).map((gap) => [place(gap), gap]));
  for (const [key, at] of changed) if (!sound.has(key)) lost.set(key, at);
  return { rows, lost: [...lost.values()].sort(byPlace) };
}

function byPlace(a: Place, b: Place): number {
  return a.device === b.device ? a.seq - b.seq : a.device < b.device ? -1 : 1;
}
