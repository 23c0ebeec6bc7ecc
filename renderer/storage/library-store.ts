import { type LibraryStore, PortFailure } from '../app/ports';
import { canonicalJson } from '../domain/basics/json';
import { fromUtf8, utf8 } from './bytes';
import type { Database, LibraryRow } from './database';
import { sha256Hex } from './seal';
import type { Shell } from './shell';

const BLOB = /^library-[0-9a-f]{64}\.json$/u;

/**
 * Library content a site brought in: open text in the database and beside the journal. Signed forms name the version
 * they were made with for ever, so a version never changes and never lives in one copy only.
 */
export function createLibraryStore({
  shell,
  database,
}: {
  readonly shell: Shell;
  readonly database: Database;
}): LibraryStore {
  async function restoreMissing(): Promise<void> {
    const { names } = await shell.call('blob.list');
    const rows = await database.tables().library.toArray();
    const here = new Set(await Promise.all(rows.map(blobName)));
    for (const name of names.filter((one) => BLOB.test(one) && !here.has(one))) {
      const item = readItem((await shell.call('blob.read', { name })).bytes);
      // Its name is the hash of its key, so a file that was renamed or changed is left alone.
      if (item && (await blobName(item)) === name) await database.tables().library.put(item);
    }
  }

  async function itemsBesideJournal(): Promise<readonly LibraryRow[]> {
    const { names } = await shell.call('blob.list');
    const items: LibraryRow[] = [];
    for (const name of names.filter((one) => BLOB.test(one))) {
      const item = readItem((await shell.call('blob.read', { name })).bytes);
      if (item && (await blobName(item)) === name) items.push(item);
    }
    return items;
  }

  return {
    async list() {
      // The copy beside the journal is only needed after a loss; without it the database still answers.
      await restoreMissing().catch((error: unknown) => {
        if (!(error instanceof PortFailure)) throw error;
      });
      try {
        return await database.tables().library.toArray();
      } catch {
        // On a full disk the database is not opened; the form somebody signed must be shown all the same.
        return itemsBesideJournal();
      }
    },

    async put({ kind, id, version, json }) {
      await database.refuseWhenFull();
      const item = { kind, id, version, json };
      const there = await database.tables().library.get([kind, id, version]);
      if (there && !sameContent(there.json, json))
        throw new PortFailure('not-allowed', `${kind} ${id} ${version} exists with other content`);
      await shell.call('blob.write', { name: await blobName(item), bytes: utf8(JSON.stringify(item)) });
      await database.tables().library.put(item);
    },
  };
}

async function blobName({ kind, id, version }: Omit<LibraryRow, 'json'>): Promise<string> {
  return `library-${await sha256Hex(canonicalJson([kind, id, version]))}.json`;
}

function readItem(bytes: Uint8Array | null): LibraryRow | undefined {
  try {
    const item = JSON.parse(fromUtf8(bytes ?? new Uint8Array())) as Partial<LibraryRow>;
    const { kind, id, version, json } = item;
    return kind !== undefined && id !== undefined && version !== undefined && json !== undefined
      ? { kind, id, version, json }
      : undefined;
  } catch {
    return undefined;
  }
}

function sameContent(a: string, b: string): boolean {
  return a === b || canonicalJson(JSON.parse(a)) === canonicalJson(JSON.parse(b));
}
