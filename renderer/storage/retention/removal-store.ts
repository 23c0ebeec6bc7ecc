import { type PatientRemoval, PortFailure, type SnapshotStore } from '../../app/ports';
import { toEpochMs } from '../../domain/basics/time';
import { OPEN_EPOCH } from '../../domain/ledger/open-types';
import type { Database } from '../database';
import { epochOfSealed } from '../sealed-bytes';
import type { Shell } from '../shell';
import { snapshotBlobName, snapshotIdOf } from '../snapshot-store';
import { type BookEpochs, SNAPSHOT_BOOK } from '../vault/book-epochs';

interface Needs {
  readonly shell: Shell;
  readonly database: Database;
  readonly snapshots: SnapshotStore;
  readonly bookEpochs: BookEpochs;
}

/** Removal by destroying keys: what lies on a disk cannot be deleted for certain, a key of 32 bytes nearly so. */
export function createPatientRemoval({ shell, database, snapshots, bookEpochs }: Needs): PatientRemoval {
  const snapshotIds = async (): Promise<readonly string[]> => {
    const rows = await database.tables().snapshots.toCollection().primaryKeys();
    const blobs = (await shell.call('blob.list')).names.flatMap((name) => snapshotIdOf(name) ?? []);
    return [...new Set([...rows, ...blobs])];
  };
  const draftsUnder = async (epochs: readonly number[]): Promise<readonly string[]> => {
    const rows = await database.tables().drafts.toArray();
    return rows.flatMap(({ id, sealed }) => (epochs.includes(epochOfSealed(sealed) ?? -1) ? [id] : []));
  };

  // Scanned pages and whatever else is kept beside the journal under the outage's key.
  const blobsUnder = async (epochs: readonly number[]): Promise<readonly string[]> => {
    const found: string[] = [];
    for (const name of (await shell.call('blob.list')).names) {
      if (!name.endsWith('.sealed') || snapshotIdOf(name) !== undefined) continue;
      const { bytes } = await shell.call('blob.read', { name });
      if (bytes && epochs.includes(epochOfSealed(bytes) ?? -1)) found.push(name);
    }
    return found;
  };

  const removeSnapshots = async (upTo: string, stillNeeded: ReadonlySet<string>): Promise<void> => {
    const newest = await snapshots.current().catch((cause: unknown) => {
      // One that cannot be opened any more is removed like the others.
      if (cause instanceof PortFailure && cause.code !== 'locked') return undefined;
      throw cause;
    });
    const [old, ids] = [bookEpochs.of(SNAPSHOT_BOOK), await snapshotIds()];
    if (newest && toEpochMs(newest.asOf) > toEpochMs(upTo)) {
      const here = new Set(newest.patients.map(({ id }) => id));
      const known = Object.entries(newest.known).filter(([, id]) => here.has(id) || stillNeeded.has(id));
      await bookEpochs.epochFor(SNAPSHOT_BOOK, true);
      await snapshots.replace({ ...newest, known: Object.fromEntries(known) });
    }
    await bookEpochs.destroy(SNAPSHOT_BOOK, old);
    for (const id of ids) {
      await database.tables().snapshots.delete(id);
      await shell.call('blob.remove', { name: snapshotBlobName(id) });
    }
  };

  return {
    async survey(outage) {
      const epochs = bookEpochs.of(outage);
      const counts: Record<string, number> = {};
      let shared = 0;
      await database
        .tables()
        .entries.where('book')
        .equals(outage)
        .each(({ epoch, type }) => {
          if (epoch === OPEN_EPOCH) return;
          if (epochs.includes(epoch)) counts[type] = (counts[type] ?? 0) + 1;
          else shared += 1;
        });
      const entries = Object.values(counts).reduce((sum, count) => sum + count, 0);
      const drafts = (await draftsUnder(epochs)).length;
      return { counts, entries, shared, drafts, snapshots: (await snapshotIds()).length, epochs };
    },

    async remove(outage, { snapshotsUpTo, stillNeeded }) {
      const epochs = bookEpochs.of(outage);
      if (snapshotsUpTo !== null) await removeSnapshots(snapshotsUpTo, stillNeeded);
      await database.tables().drafts.bulkDelete([...(await draftsUnder(epochs))]);
      for (const name of await blobsUnder(epochs)) await shell.call('blob.remove', { name });
      // Last: as long as this key is there, the removal counts as unfinished.
      await bookEpochs.destroy(outage, epochs);
    },

    isUnfinished: (outage) => bookEpochs.of(outage).length > 0,
  };
}
