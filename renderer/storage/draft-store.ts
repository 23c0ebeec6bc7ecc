import { type Draft, type DraftStore, PortFailure } from '../app/ports';
import { WORKSTATION_BOOK } from '../domain/ledger/entry';
import type { Bytes } from './bytes';
import { asPortFailure, type Database } from './database';
import type { Keyring } from './keyring';
import { openJson, sealJson } from './sealed-bytes';

interface DraftRow {
  readonly id: string;
  readonly author: string;
  readonly sealed: Bytes;
}

/**
 * What people are typing, sealed, in the database only: not history. A draft belongs to its author; nobody else gets
 * it listed, read, overwritten or removed. `signedIn` is the person id of who is signed in now.
 */
export function createDraftStore({
  database,
  keyring,
  signedIn,
}: {
  readonly database: Database;
  readonly keyring: Keyring;
  readonly signedIn: () => string | undefined;
}): DraftStore {
  const mine = (author: string): boolean => author === signedIn();
  const open = async ({ id, author, sealed }: DraftRow): Promise<Draft> =>
    (await openJson(keyring, purpose(id, author), sealed)) as Draft;

  const refuseOthers = async (id: string): Promise<void> => {
    const row = await database.tables().drafts.get(id);
    if (row && !mine(row.author)) throw new PortFailure('not-allowed', 'the draft belongs to another author');
  };

  return {
    async put(draft) {
      if (!mine(draft.author)) throw new PortFailure('not-allowed', 'a draft is kept for who is signed in');
      await database.refuseWhenFull();
      await refuseOthers(draft.id);
      const book = draft.outage === WORKSTATION_BOOK || draft.outage === '' ? undefined : draft.outage;
      const epoch = (book === undefined ? undefined : await keyring.epochFor?.(book)) ?? keyring.epoch;
      const sealed = await sealJson(keyring, purpose(draft.id, draft.author), draft, false, epoch);
      try {
        await database.tables().drafts.put({ id: draft.id, author: draft.author, sealed });
      } catch (cause) {
        throw asPortFailure(cause);
      }
    },

    async get(id) {
      const row = await database.tables().drafts.get(id);
      return row && mine(row.author) ? open(row) : undefined;
    },

    async list(author = signedIn()) {
      if (author === undefined || !mine(author)) return [];
      const rows = await database.tables().drafts.where('author').equals(author).toArray();
      // One draft that no longer opens must not hide the others; its row stays.
      const opened = await Promise.allSettled(rows.map(open));
      return opened.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    },

    async remove(id) {
      await refuseOthers(id);
      await database.tables().drafts.delete(id);
    },
  };
}

function purpose(id: string, author: string): { readonly purpose: 'draft'; readonly bound: string } {
  return { purpose: 'draft', bound: `${id} ${author}` };
}
