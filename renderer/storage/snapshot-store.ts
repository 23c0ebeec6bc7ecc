import { PortFailure, type SnapshotStore } from '../app/ports';
import { canonicalJson } from '../domain/basics/json';
import type { Snapshot } from '../domain/patient/patient';
import { asPortFailure, type Database } from './database';
import type { Keyring } from './keyring';
import { openJson, sealJson } from './sealed-bytes';
import { sha256Hex } from './seal';
import type { Shell } from './shell';

const KEPT = 3;
const BLOB = /^snapshot-([a-z0-9]+)\.sealed$/u;

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
  const purpose = (key: string) => ({ purpose: 'snapshot', bound: key }) as const;

  async function stored(): Promise<readonly StoredSnapshot[]> {
    const rows = await database
      .tables()
      .snapshots.toCollection()
      .primaryKeys()
      .catch(() => [] as string[]);
    const { names } = await shell.call('blob.list').catch(noBlobs);
    const blobs = names.flatMap((name) => BLOB.exec(name)?.[1]?.toUpperCase() ?? []);
    const keys = [...new Set([...rows, ...blobs])].sort().reverse();
    return keys.map((key) => ({
      key,
      copies: [
        async () => (await database.tables().snapshots.get(key))?.sealed ?? null,
        async () => (await shell.call('blob.read', { name: blobName(key) })).bytes,
      ],
    }));
  }

  async function forgetOld(): Promise<void> {
    for (const { key } of (await stored()).slice(KEPT)) {
      await database.tables().snapshots.delete(key);
      await shell.call('blob.remove', { name: blobName(key) });
    }
  }

  return {
    async replace(snapshot) {
      // Above what is there already: two imports with the clock set back in between.
      const newest = (await stored())[0]?.key ?? '';
      const key = [newId(), `${newest}0`].find((id) => id > newest) ?? newest;
      const sealed = await sealJson(keyring, purpose(key), snapshot, true);
      const writes = await Promise.allSettled([
        shell.call('blob.write', { name: blobName(key), bytes: sealed }),
        database.tables().snapshots.add({ id: key, sealed }),
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
            if (sealed) return (await openJson(keyring, purpose(key), sealed)) as Snapshot;
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

function blobName(key: string): string {
  return `snapshot-${key.toLowerCase()}.sealed`;
}

function noBlobs(): { readonly names: readonly string[] } {
  return { names: [] };
}
