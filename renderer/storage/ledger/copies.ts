import type { AppendReceipt, Ids, PortFailure, PortFailureCode, StorageState } from '../../app/ports';
import type { Entry, SealedEntry } from '../../domain/ledger/entry';
import { asPortFailure, type Database } from '../database';
import { withDeadline } from '../deadline';
import type { Shell } from '../shell';
import { compareCopies } from './compare-copies';
import { createDatabaseCopy, type DatabaseCopy } from './database-copy';
import { keepGeneration, readGeneration } from './generation';
import { advance, headOf, type Heads } from './heads';
import { createJournalMirror, type JournalMirror } from './journal-mirror';
import { isMovedAside, recoveriesOf, type RecoveryNotes } from './recovery-notes';
import type { Batch } from './seal-batch';

/** Where the next entry goes. */
export interface Ends {
  readonly heads: Heads;
  readonly maxLamport: number;
}

/** Both copies of the ledger and how they are. */
export interface Copies {
  readonly journal: JournalMirror;
  readonly database: DatabaseCopy;
  ends(): Ends;
  /** Compares, mends, notes what was mended. */
  open(onProgress?: (done: number, of: number) => void): Promise<StorageState>;
  /**
   * Before every write: gives a failed copy its chance, and settles what became of a batch that neither copy had
   * confirmed. Answers that batch's entries as far as they are in the ledger after all. Throws when no copy answers.
   */
  settle(now?: boolean): Promise<readonly Entry[]>;
  health(): Pick<StorageState, 'journal' | 'database'>;
  /** For a start on a full disk: nothing is written, the database is not touched, everything is read from the journal. */
  openJournalOnly(): Promise<StorageState>;
  /** Journal first, then database. Throws only when neither took it. */
  append(batch: Batch): Promise<Pick<AppendReceipt, 'journal' | 'database'>>;
}

interface Needs {
  readonly shell: Shell;
  readonly database: Database;
  readonly ids: Ids;
  readonly notes: RecoveryNotes;
  readonly mendAfterMs: number;
}

type Health = 'ok' | 'failed';

const REOPEN_MS = 2000;
const READ_MS = 10_000;
const NOTHING: Batch = { entries: [], sealed: [] };

export function createCopies({ shell, database: handle, ids, notes, mendAfterMs }: Needs): Copies {
  const journal = createJournalMirror(shell);
  const database = createDatabaseCopy(handle);
  let health: { journal: Health; database: Health } = { journal: 'ok', database: 'ok' };
  let ends: Ends = { heads: new Map(), maxLamport: 0 };
  /** Written since one copy failed: what that copy is owed when the other one cannot be asked. */
  let recent: readonly SealedEntry[] = [];
  /** Confirmed by neither copy, ruled out by neither: its numbers may be taken. */
  let doubtful: Batch = NOTHING;
  let triedToMendAt = Number.NEGATIVE_INFINITY;

  const pass = (sealed: readonly SealedEntry[]): void => {
    ends = {
      heads: advance(ends.heads, sealed),
      maxLamport: sealed.reduce((most, { lamport }) => Math.max(most, lamport), ends.maxLamport),
    };
  };

  async function mendBoth(): Promise<readonly Entry[]> {
    const found = await compareCopies(journal, database);
    ends = { heads: found.heads, maxLamport: found.maxLamport };
    health = { journal: found.journalFollows ? 'ok' : 'failed', database: 'ok' };
    if (found.journalFollows) recent = [];
    const rows = await database.at(doubtful.sealed);
    // Both were asked: what is in neither was never written, and its author was told so.
    return doubtful.entries.filter((_, index) => rows[index]?.hash === doubtful.sealed[index]?.hash);
  }

  // While the other copy cannot be asked, a doubtful batch is written rather than dropped: were it in that copy, its
  // numbers would be given to other entries and the chain would fork.
  async function payDatabase(): Promise<readonly Entry[]> {
    const owed = [...recent, ...doubtful.sealed];
    const rows = await database.at(owed);
    const missing = owed.filter((_, index) => rows[index] === undefined);
    if (missing.length > 0) await database.add(missing);
    pass(doubtful.sealed);
    [health, recent] = [{ journal: 'failed', database: 'ok' }, owed];
    return doubtful.entries;
  }

  async function payJournal(): Promise<readonly Entry[]> {
    const owed = [...recent, ...doubtful.sealed];
    const { heads } = await journal.state();
    await journal.append(owed.filter(({ device, seq }) => seq > headOf(heads, device).lastSeq));
    pass(doubtful.sealed);
    [health, recent] = [{ journal: 'ok', database: 'failed' }, owed];
    return doubtful.entries;
  }

  return {
    journal,
    database,
    ends: () => ends,

    async open(onProgress) {
      const generation = await inTime(readGeneration(shell, handle, ids));
      await inTime(notes.load());
      const unread = await failureOf(() => journal.state(), 'journal-damaged');
      if (unread) {
        // A newer journal is no fault to work around. And an empty database without its journal is not a new PC:
        // numbering from 1 again would fork the chain.
        if (unread.code === 'newer-version' || !generation.inDatabase) throw unread;
        ends = await database.heads();
        health = { journal: 'failed', database: 'ok' };
        return { generation: generation.id, ...health };
      }
      const movedAside = await isMovedAside(shell);
      const found = await compareCopies(journal, database, onProgress);
      ends = { heads: found.heads, maxLamport: found.maxLamport };
      health = { journal: found.journalFollows ? 'ok' : 'failed', database: 'ok' };
      const recovered = recoveriesOf(found, movedAside);
      await notes.add(recovered);
      await keepGeneration(shell, handle, generation);
      return {
        generation: generation.id,
        // Broken lines that mending could not explain do not stop the journal from taking more, but have to be shown. Its
        // own list is from before the mending.
        journal: found.equal && (!found.journalDamaged || found.toJournal > 0) ? 'ok' : 'failed',
        database: 'ok',
        ...(recovered[0] && { recovered: recovered[0] }),
      };
    },

    health: () => health,

    async openJournalOnly() {
      const { heads } = await journal.state();
      let maxLamport = 0;
      for await (const page of journal.pages())
        for (const { lamport } of page) maxLamport = Math.max(maxLamport, lamport);
      ends = { heads, maxLamport };
      health = { journal: 'ok', database: 'failed' };
      return { generation: '', ...health };
    },

    async settle(now = false) {
      const inDoubt = doubtful.sealed.length > 0;
      if (!inDoubt && (health.journal === health.database || (!now && performance.now() - triedToMendAt < mendAfterMs)))
        return [];
      triedToMendAt = performance.now();
      const noJournal = await failureOf(() => journal.state(), 'journal-damaged');
      const noDatabase = await failureOf(async () => {
        await handle.ensureOpen(REOPEN_MS);
        await database.heads();
      });
      const mend = noJournal ? (noDatabase ? undefined : payDatabase) : noDatabase ? payJournal : mendBoth;
      let settled: readonly Entry[] = [];
      const failure = mend ? await failureOf(async () => (settled = await mend())) : (noJournal ?? noDatabase);
      if (!failure) doubtful = NOTHING;
      else if (inDoubt) throw failure;
      return settled;
    },

    async append(batch) {
      const failures: PortFailure[] = [];
      const write = async (before: Health, unknown: PortFailureCode, work: () => Promise<void>): Promise<Health> => {
        if (before === 'failed') return 'failed';
        const failure = await failureOf(work, unknown);
        if (!failure) return 'ok';
        failures.push(failure);
        triedToMendAt = performance.now();
        return 'failed';
      };
      const inJournal = await write(health.journal, 'journal-damaged', () => journal.append(batch.sealed));
      // A full disk stops both: the database would meet it next, and may not survive that (security.md 3.5).
      const full = failures[0]?.code === 'disk-full';
      const inDatabase = await write(full ? 'failed' : health.database, 'database-unopenable', async () => {
        // Another window or the engine itself may have closed it since.
        await handle.ensureOpen(REOPEN_MS);
        await database.add(batch.sealed);
      });
      health = { journal: inJournal, database: inDatabase };
      if (failures[0] && inJournal === 'failed' && inDatabase === 'failed') {
        doubtful = batch;
        throw failures[0];
      }
      pass(batch.sealed);
      if (inJournal !== inDatabase) recent = [...recent, ...batch.sealed];
      return { journal: said(inJournal), database: said(inDatabase) };
    },
  };
}

// A database that Chromium is about to delete may never answer.
function inTime<T>(work: Promise<T>): Promise<T> {
  return withDeadline(work, READ_MS, 'database-timeout', 'reading the database');
}

// Any failure, also a bug behind it, costs that copy only: the other one goes on.
async function failureOf(
  work: () => Promise<unknown>,
  unknown: PortFailureCode = 'database-unopenable',
): Promise<PortFailure | undefined> {
  try {
    await work();
    return undefined;
  } catch (cause) {
    return asPortFailure(cause, unknown);
  }
}

function said(health: Health): 'written' | 'failed' {
  return health === 'ok' ? 'written' : 'failed';
}
