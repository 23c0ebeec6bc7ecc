import { PortFailure, type SnapshotStore } from '../app/ports';
import { canonicalJson } from '../domain/basics/json';
import type { Snapshot } from '../domain/patient/patient';
import type { Bytes } from './bytes';
import { asPortFailure, type Database } from './database';
import type { Keyring } from './keyring';
import { epochOfSealed, openJson, type SealPurpose, sealJson } from './sealed-bytes';
import { sha256Hex } from './seal';
import { SNAPSHOT_BOOK } from './vault/book-epochs';
import type { Shell } from './shell';

const KEPT = 3;

interface StoredSnapshot {
  readonly key: string;
  /** The bytes of each copy that has it. */
  readonly copies: readonly (() => Promise<Uint8Array | null>)[];
}

/**
 * The last known patients, sealed whole, in the database and beside the journal; either alone is enough. Keys are ULIDs
 * of the moment of storing, so the highest is the newest even when a clock was set back between imports.
 */
export function createSnapshotStore({
  shell,
  database,
  keyring,
  newId,
}: {
  readonly shell: Shell;
  readonly database: Database;
  readonly keyring: Keyring;
  readonly newId: () => string;
}): SnapshotStore {
  // Async, so that a database that is not open fails as a promise and the other copy is still written.
  const addToDatabase = async (row: { readonly id: string; readonly sealed: Bytes }) =>
    database.tables().snapshots.add(row);
  const keysInDatabase = async (): Promise<string[]> => database.tables().snapshots.toCollection().primaryKeys();

  async function stored(): Promise<readonly StoredSnapshot[]> {
    const rows = await keysInDatabase().catch(() => [] as string[]);
    const { names } = await shell.call('blob.list').catch(noBlobs);
    const blobs = names.flatMap((name) => snapshotIdOf(name) ?? []);
    const keys = [...new Set([...rows, ...blobs])].sort().reverse();
    return keys.map((key) => ({
      key,
      copies: [
        async () => (await database.tables().snapshots.get(key))?.sealed ?? null,
        async () => (await shell.call('blob.read', { name: snapshotBlobName(key) })).bytes,
      ],
    }));
  }

  async function forgetOld(): Promise<void> {
    for (const { key } of (await stored()).slice(KEPT)) {
      await database.tables().snapshots.delete(key);
      await shell.call('blob.remove', { name: snapshotBlobName(key) });
    }
  }

  return {
    async replace(snapshot) {
      await database.refuseWhenFull();
      // Above what is there already: two imports with the clock set back in between.
      const newest = (await stored())[0]?.key ?? '';
      const key = [newId(), `${newest}0`].find((id) => id > newest) ?? newest;
      const epoch = (await keyring.epochFor?.(SNAPSHOT_BOOK)) ?? keyring.epoch;
      const sealed = await sealJson(keyring, snapshotPurpose(key), snapshot, true, epoch);
      const writes = await Promise.allSettled([
        shell.call('blob.write', { name: snapshotBlobName(key), bytes: sealed }),
        addToDatabase({ id: key, sealed }),
      ]);
      const failed = writes.filter((write) => write.status === 'rejected');
      if (failed.length === writes.length)
        throw new PortFailure('not-writable', 'no copy took the snapshot', { cause: failed[0]?.reason });
      // An old snapshot that stays is no harm; the new one is stored.
      await forgetOld().catch(() => undefined);
      return { sha256: await sha256Hex(canonicalJson(snapshot)) };
    },

    async current() {
      let failure: PortFailure | undefined;
      for (const { key, copies } of await stored()) {
        for (const copy of copies) {
          try {
            const sealed = await copy();
            if (sealed && keyring.isRemoved?.(epochOfSealed(sealed) ?? -1) === true) continue;
            if (sealed) return (await openJson(keyring, snapshotPurpose(key), sealed)) as Snapshot;
          } catch (cause) {
            failure ??= asPortFailure(cause);
            if (failure.code === 'locked') throw failure;
          }
        }
        // An older one with its age on screen helps more than none; that it is not the newest goes to the log.
        await shell
          .call('log.write', { level: 'error', code: 'snapshot-unreadable', detail: undefined })
          .catch(() => undefined);
      }
      if (failure) throw failure;
      return undefined;
    },
  };
}

/** Name of a snapshot's copy beside the journal. */
export function snapshotBlobName(id: string): string {
  return `snapshot-${id.toLowerCase()}.sealed`;
}

/** The snapshot a blob is a copy of; undefined where it is none. */
export function snapshotIdOf(blobName: string): string | undefined {
  return /^snapshot-([a-z0-9]+)\.sealed$/u.exec(blobName)?.[1]?.toUpperCase();
}

/** What a snapshot's seal is bound to. */
export function snapshotPurpose(id: string): SealPurpose {
  return { purpose: 'snapshot', bound: id };
}

function noBlobs(): { readonly names: readonly string[] } {
  return { names: [] };
}
