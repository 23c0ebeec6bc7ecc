import type { AppendReceipt, Clock, Ids, LedgerStore, StorageState } from '../app/ports';
import { invariant } from '../domain/basics/assert-never';
import type { NewEntry, SealedEntry } from '../domain/ledger/entry';
import { asPortFailure, type Database } from './database';
import { withDeadline } from './deadline';
import type { Keyring } from './keyring';
import { addForeign, type ForeignRules, missingHere } from './ledger/add-foreign';
import { createCheckpointGuard, isWrong } from './ledger/checkpoints';
import { createCopies } from './ledger/copies';
import { findHead } from './ledger/find-head';
import { headCode, headOf } from './ledger/heads';
import type { Decode } from './ledger/open-entries';
import { readEntries } from './ledger/read-entries';
import {
  createRecoveryNotes,
  forgetMovedAside,
  isMovedAside,
  moveAsideOnce,
  orMoveAside,
} from './ledger/recovery-notes';
import { sealBatch } from './ledger/seal-batch';
import { type SoundRows, soundRows } from './ledger/sound-rows';
import { verifyCopies } from './ledger/verify-copies';
import { rotateEngineLog } from './rotation-filler';
import type { Shell } from './shell';

/** What the ledger store is made of. */
export interface LedgerStoreNeeds {
  readonly shell: Shell;
  readonly database: Database;
  readonly keyring: Keyring;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly decode: Decode;
  /** How long a failed copy is left alone before the next try to mend it. */
  readonly mendAfterMs?: number;
}

const MEND_AFTER_MS = 5000;
const ROTATE_WITHIN_MS = 10_000;

/** The port, and what only storage itself asks. */
export interface StoredLedger extends LedgerStore {
  readAll(onProgress?: (done: number, of: number) => void): ReturnType<LedgerStore['readAll']>;
  addSealed(entries: readonly SealedEntry[], rules?: ForeignRules): Promise<number>;
  /** As `readSealed`, with the places no copy still holds as they were written. */
  readSound(): Promise<SoundRows>;
  /** What `addSealed` would add, without adding it. Throws PortFailure damaged where it would refuse. */
  missing(entries: readonly SealedEntry[], rules: ForeignRules): Promise<readonly SealedEntry[]>;
}

/** The ledger in two copies behind the port. Everything that touches the copies runs one after the other. */
export function createLedgerStore(needs: LedgerStoreNeeds): StoredLedger {
  const { database, keyring, clock, ids, decode } = needs;
  const notes = createRecoveryNotes(database, () => keyring.device);
  const copies = createCopies({ ...needs, notes, mendAfterMs: needs.mendAfterMs ?? MEND_AFTER_MS });
  const guard = createCheckpointGuard(needs.shell, database);
  const inTurn = createTurns();
  let opened: StorageState | undefined;
  /** The disk was full at the start: the database was left alone and everything is read from the journal. */
  let journalOnly = false;

  const openBoth = async (onProgress?: (done: number, of: number) => void): Promise<StorageState> => {
    await database.refuseWhenFull();
    await database.ensureOpen();
    await rotate();
    const state = await copies.open(onProgress);
    const doubt = await guard.look(copies.database, () => copies.ends().heads);
    return isWrong(doubt) ? { ...state, doubt } : state;
  };

  const open = async (onProgress?: (done: number, of: number) => void): Promise<StorageState> => {
    try {
      const state = await orMoveAside(needs.shell, () => openBoth(onProgress));
      journalOnly = false;
      return state;
    } catch (cause) {
      if (asPortFailure(cause).code !== 'disk-full') throw cause;
      journalOnly = true;
      return copies.openJournalOnly();
    }
  };

  const append = async (wanted: readonly NewEntry[]): Promise<AppendReceipt> => {
    invariant(opened, 'the ledger is opened before it is written');
    await database.refuseWhenFull();
    if (journalOnly) opened = await open();
    // Before sealing: mending may find entries that take the next numbers.
    const settled = await copies.settle();
    const [recovered, doubts] = [notes.pending(), guard.pending()];
    const batch = await sealBatch([...wanted, ...recovered, ...doubts], { ...copies.ends(), keyring, clock, ids });
    const written = await copies.append(batch);
    if (recovered.length > 0) await notes.written();
    if (doubts.length > 0) await guard.written();
    return { entries: [...settled, ...batch.entries], ...written };
  };

  return {
    open: (onProgress) =>
      inTurn(async () => {
        opened = await open(onProgress);
        return opened;
      }),
    mend: () =>
      inTurn(async () => {
        try {
          await database.refuseWhenFull();
          if (journalOnly) await open();
          else await copies.settle(true);
        } catch {
          // Stays as it is; the next write tries again.
        }
        return copies.health();
      }),
    append: (wanted) => inTurn(() => append(wanted)),
    readAll: (onProgress?: (done: number, of: number) => void) =>
      inTurn(async () => {
        const reading = await readEntries(copies, keyring, decode, onProgress);
        // A broken block may lie where opening does not look.
        if (!reading.databaseRead) {
          if (!journalOnly) await moveAsideOnce(needs.shell);
        } else if (await isMovedAside(needs.shell)) await forgetMovedAside(needs.shell);
        return reading;
      }),
    readSealed: () => inTurn(async () => (await soundRows(copies)).rows),
    readSound: () => inTurn(() => soundRows(copies)),
    addSealed: (entries, rules) =>
      inTurn(async () => {
        await copies.settle();
        return addForeign(copies, entries, rules);
      }),
    missing: (entries, rules) => inTurn(() => missingHere(copies.database, entries, rules)),
    verify: () =>
      inTurn(async () => verifyCopies(copies, (await readEntries(copies, keyring, decode)).quarantined, guard)),
    findHead: (code) => inTurn(() => findHead(copies, code)),
    headCode: () => headCode(headOf(copies.ends().heads, keyring.device ?? '').lastHash),
    close: () => inTurn(async () => database.close()),
  };
}

// A full disk shows here first.
async function rotate(): Promise<void> {
  try {
    await withDeadline(rotateEngineLog(), ROTATE_WITHIN_MS, 'database-timeout', 'rotating the engine log');
  } catch (cause) {
    throw asPortFailure(cause);
  }
}

/** Runs work strictly one after the other; a failure does not stop the queue. */
function createTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
}
