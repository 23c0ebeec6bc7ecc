import Dexie, { type Table } from 'dexie';
import { PortFailure, type PortFailureCode } from '../app/ports';
import type { SealedEntry } from '../domain/ledger/entry';
import type { Bytes } from './bytes';
import { withDeadline } from './deadline';
import { defineVersion1 } from './versions/1';

/** The schema this code knows: number of the last file in versions/. */
export const SCHEMA_VERSION = 1;

/** How rows are written, apart from the indexes; a higher one was written by a newer app. */
export const ROW_FORMAT = 1;

const OPEN_TIMEOUT_MS = 10_000;

/** The tables. Everything about a patient in them is sealed. */
export class BoxDatabase extends Dexie {
  declare readonly entries: Table<SealedEntry, [string, number]>;
  declare readonly meta: Table<{ readonly key: string; readonly value: unknown }, string>;
  declare readonly drafts: Table<{ readonly id: string; readonly author: string; readonly sealed: Bytes }, string>;
  declare readonly snapshots: Table<{ readonly id: string; readonly sealed: Bytes }, string>;
  declare readonly checkpoints: Table<{ readonly name: string; readonly sealed: Bytes }, string>;
  declare readonly library: Table<LibraryRow, [string, string, string]>;

  constructor(name: string) {
    // Chromium's default durability lost acknowledged writes in 25 of 25 power cuts (security.md 0.2).
    super(name, { autoOpen: false, chromeTransactionDurability: 'strict' });
    defineVersion1(this);
    // Another window upgrades or restores: step aside instead of blocking it for ever.
    this.on('versionchange', () => this.close());
  }
}

/** One imported library file, open text. */
export interface LibraryRow {
  readonly kind: string;
  readonly id: string;
  readonly version: string;
  readonly json: string;
}

/** The database as the stores share it: opened once, opened again after a fault. */
export interface Database {
  /** Tables; throws PortFailure while not open. */
  tables(): BoxDatabase;
  /** Throws PortFailure newer-version, database-timeout, disk-full, database-unopenable. */
  ensureOpen(timeoutMs?: number): Promise<void>;
  /**
   * Throws PortFailure disk-full while the disk has no room. Asked before every write: a database that meets a full disk
   * can no longer be read either, and Chromium deleted it in 3 of 25 tries (security.md 3.5).
   */
  refuseWhenFull(): Promise<void>;
  close(): void;
}

/** Makes the database; nothing is touched before ensureOpen. */
export function createDatabase({
  name = 'downtime-box',
  isFull = async () => false,
}: { readonly name?: string; readonly isFull?: () => Promise<boolean> } = {}): Database {
  const dexie = new BoxDatabase(name);
  return {
    async refuseWhenFull() {
      if (await isFull()) throw new PortFailure('disk-full', 'read-only until there is room again');
    },
    tables() {
      if (!dexie.isOpen()) throw new PortFailure('database-unopenable', 'the database is not open');
      return dexie;
    },
    async ensureOpen(timeoutMs = OPEN_TIMEOUT_MS) {
      if (dexie.isOpen()) return;
      try {
        await withDeadline(open(dexie), timeoutMs, 'database-timeout', 'opening the database');
      } catch (cause) {
        dexie.close();
        throw asPortFailure(cause);
      }
    },
    close: () => dexie.close(),
  };
}

async function open(dexie: BoxDatabase): Promise<void> {
  await refuseNewerSchema(dexie.name);
  await dexie.open();
  const format = await dexie.meta.get('format');
  if (!format) await dexie.meta.put({ key: 'format', value: ROW_FORMAT });
  else if (typeof format.value !== 'number' || format.value > ROW_FORMAT)
    throw new PortFailure('newer-version', `rows have format ${String(format.value)}, this app knows ${ROW_FORMAT}`);
}

// Dexie opens a database of a higher version without a word and would then write into it (style-anchors 4.3).
async function refuseNewerSchema(name: string): Promise<void> {
  const found = (await indexedDB.databases()).find((database) => database.name === name);
  // Dexie multiplies its version numbers by ten for the engine.
  const version = Math.floor((found?.version ?? 0) / 10);
  if (version > SCHEMA_VERSION)
    throw new PortFailure('newer-version', `the database has schema ${version}, this app knows ${SCHEMA_VERSION}`);
}

/** Names the disk's and the engine's failures; anything unknown counts as unopenable, never as empty. */
export function asPortFailure(cause: unknown, unknown: PortFailureCode = 'database-unopenable'): PortFailure {
  if (cause instanceof PortFailure) return cause;
  const names = failureNames(cause);
  if (names.includes('VersionError'))
    return new PortFailure('newer-version', 'the engine refused the version', { cause });
  if (names.includes('QuotaExceededError'))
    return new PortFailure('disk-full', 'the engine found the disk full', { cause });
  return new PortFailure(unknown, names.join(' < '), { cause });
}

function failureNames(cause: unknown): string[] {
  const names: string[] = [];
  for (
    let error = cause as { name?: unknown; message?: unknown; inner?: unknown } | undefined;
    error && names.length < 5;
  ) {
    if (typeof error.name === 'string') names.push(error.name);
    // Chromium says "Encountered full disk while opening backing store" in the message of an UnknownError.
    if (typeof error.message === 'string' && /full disk|QuotaExceeded/u.test(error.message))
      names.push('QuotaExceededError');
    error = error.inner as typeof error;
  }
  return names;
}
