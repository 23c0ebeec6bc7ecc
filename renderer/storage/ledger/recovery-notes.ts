import type { NewEntry } from '../../domain/ledger/entry';
import { NOBODY, WORKSTATION_BOOK } from '../../domain/ledger/entry';
import type { WorkstationEntries } from '../../domain/workstation/entries';
import { asPortFailure, type Database } from '../database';
import type { Shell } from '../shell';
import type { Comparison } from './compare-copies';

/** One copy was rebuilt from the other. */
export type Recovery = WorkstationEntries['storage.recovered'];

const META = 'recovery-notes';
const MOVED_ASIDE_BLOB = 'database-moved-aside.json';

/**
 * What was recovered while no key was open. Kept in the database until it can be written into the ledger: a start that
 * is killed before anyone signs in must not swallow the fact.
 */
export interface RecoveryNotes {
  /** Reads what an earlier start left. */
  load(): Promise<void>;
  add(recoveries: readonly Recovery[]): Promise<void>;
  pending(): readonly NewEntry[];
  /** They are in the ledger now. */
  written(): Promise<void>;
}

export function createRecoveryNotes(database: Database, device: () => string | undefined): RecoveryNotes {
  let notes: readonly Recovery[] = [];
  return {
    async load() {
      const row = await database.tables().meta.get(META);
      if (Array.isArray(row?.value)) notes = row.value as readonly Recovery[];
    },
    async add(recoveries) {
      if (recoveries.length === 0) return;
      notes = [...notes, ...recoveries];
      await database.tables().meta.put({ key: META, value: notes });
    },
    pending: () =>
      notes.map((payload) => ({
        book: WORKSTATION_BOOK,
        subject: device() ?? NOBODY,
        by: NOBODY,
        type: 'storage.recovered',
        payload,
      })),
    async written() {
      notes = [];
      // Should this fail, the fact is written once more after the next start: better twice than never.
      await database
        .tables()
        .meta.delete(META)
        .catch(() => undefined);
    },
  };
}

/** What a comparison at start has to tell, for the ledger and the start page. */
export function recoveriesOf(found: Comparison, databaseMovedAside: boolean): readonly Recovery[] {
  const reason = databaseMovedAside
    ? 'database-unopenable'
    : found.databaseWasEmpty
      ? 'database-empty'
      : 'database-behind';
  return [
    ...(found.toDatabase > 0 ? [{ from: 'journal', entries: found.toDatabase, reason } as const] : []),
    ...(found.toJournal > 0 ? [{ from: 'database', entries: found.toJournal, reason: 'journal-behind' } as const] : []),
  ];
}

/**
 * Moves a database that never opens aside (never deletes it) and restarts; the next start rebuilds it from the journal
 * and says why.
 */
export async function moveDatabaseAside(shell: Shell): Promise<void> {
  await shell.call('blob.write', { name: MOVED_ASIDE_BLOB, bytes: new TextEncoder().encode('{}') });
  await shell.call('database.moveAside');
}

/** Whether the database was moved aside and has not been rebuilt since. */
export async function isMovedAside(shell: Shell): Promise<boolean> {
  const { names } = await shell.call('blob.list');
  return names.includes(MOVED_ASIDE_BLOB);
}

/** It is rebuilt, or could not be helped: the next fault may move it again. */
export async function forgetMovedAside(shell: Shell): Promise<void> {
  await shell.call('blob.remove', { name: MOVED_ASIDE_BLOB });
}

/**
 * A database that cannot be opened or read never mends itself: Chromium deletes it or refuses it for ever (security.md
 * 3.4), so it is moved aside, once, and this page starts anew. Not where the journal has nothing to rebuild it from: then
 * it is the only copy there is.
 */
export async function moveAsideOnce(shell: Shell): Promise<void> {
  const { devices } = await shell.call('journal.summary');
  if (devices.length > 0 && !(await isMovedAside(shell))) await moveDatabaseAside(shell);
}

/** Opens the database by `work`, or moves it aside. Where that did not help, the start after next may try again. */
export async function orMoveAside<T>(shell: Shell, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const failure = asPortFailure(cause);
    if (failure.code === 'database-unopenable') {
      if (await isMovedAside(shell)) await forgetMovedAside(shell);
      else await moveAsideOnce(shell);
    }
    throw failure;
  }
}
