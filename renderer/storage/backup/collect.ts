import type { LibraryStore } from '../../app/ports';
import type { Bytes } from '../bytes';
import { asPortFailure, type Database } from '../database';
import type { StoredLedger } from '../ledger-store';
import type { Place } from '../ledger/places';
import type { Shell } from '../shell';
import { snapshotIdOf } from '../snapshot-store';
import type { BackupContents, KeptSnapshot } from './contents';

/** Where a backup takes its content from. */
export interface BackupSources {
  readonly shell: Shell;
  readonly database: Database;
  readonly ledger: StoredLedger;
  readonly library: LibraryStore;
}

/** Everything sealed, as it lies; nothing is opened, so nobody has to be signed in. Throws PortFailure. */
export async function collectContents({
  shell,
  database,
  ledger,
  library,
}: BackupSources): Promise<{ readonly contents: BackupContents; readonly lost: readonly Place[] }> {
  const { rows, lost } = await ledger.readSound();
  const drafts = await database
    .tables()
    .drafts.toArray()
    .catch((cause: unknown) => {
      throw asPortFailure(cause);
    });
  const contents = {
    entries: rows,
    snapshots: await collectSnapshots(shell, database),
    drafts,
    library: (await library.list()).map(({ kind, id, version, json }) => ({ kind, id, version, json })),
  };
  return { contents, lost };
}

// Both copies of each, since only a key tells which one is whole; one line where they are the same.
async function collectSnapshots(shell: Shell, database: Database): Promise<readonly KeptSnapshot[]> {
  const rows = new Map((await database.tables().snapshots.toArray()).map(({ id, sealed }) => [id, sealed]));
  const blobs = new Map<string, Bytes>();
  for (const name of (await shell.call('blob.list')).names) {
    const id = snapshotIdOf(name);
    const { bytes } = id === undefined ? { bytes: null } : await shell.call('blob.read', { name });
    if (id !== undefined && bytes) blobs.set(id, new Uint8Array(bytes));
  }
  return [...new Set([...rows.keys(), ...blobs.keys()])].sort().flatMap((id): KeptSnapshot[] => {
    const [row, blob] = [rows.get(id), blobs.get(id)];
    if (row && blob && same(row, blob)) return [{ id, copies: ['database', 'blob'], sealed: row }];
    return [
      ...(row ? [{ id, copies: ['database'] as const, sealed: row }] : []),
      ...(blob ? [{ id, copies: ['blob'] as const, sealed: blob }] : []),
    ];
  });
}

function same(a: Bytes, b: Bytes): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
