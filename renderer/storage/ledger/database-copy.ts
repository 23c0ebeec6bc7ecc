import Dexie from 'dexie';
import { PortFailure } from '../../app/ports';
import type { SealedEntry } from '../../domain/ledger/entry';
import { asPortFailure, type Database } from '../database';
import { withDeadline } from '../deadline';
import type { DeviceHead, Heads } from './heads';
import { strictAdd } from './strict-add';

/** The ledger's copy in IndexedDB. */
export interface DatabaseCopy {
  heads(): Promise<{ readonly heads: Heads; readonly maxLamport: number }>;
  /** One transaction, add only, then read back. Resolves only when every entry is proven to be there. */
  add(entries: readonly SealedEntry[]): Promise<void>;
  /** The rows at the places of `entries`, in their order. */
  at(entries: readonly SealedEntry[]): Promise<readonly (SealedEntry | undefined)[]>;
  /** All rows in (device, seq) order; of one device from `fromSeq` on when given. */
  pages(from?: { readonly device: string; readonly fromSeq: number }): AsyncGenerator<readonly SealedEntry[]>;
}

const PAGE = 2000;
const WAIT_MS = 10_000;

export function createDatabaseCopy(database: Database): DatabaseCopy {
  const entries = () => database.tables().entries;
  const patient = <T>(work: PromiseLike<T>, what: string): Promise<T> =>
    withDeadline(work, WAIT_MS, 'database-timeout', what);

  const at: DatabaseCopy['at'] = (wanted) =>
    patient(entries().bulkGet(wanted.map(({ device, seq }): [string, number] => [device, seq])), 'reading entries');

  async function headOfDevice(device: string): Promise<DeviceHead | undefined> {
    // A new collection each time: `last` turns and limits the one it is called on.
    const rows = () => entries().where('[device+seq]').between([device, Dexie.minKey], [device, Dexie.maxKey]);
    const last = await patient(rows().last(), 'reading the last entry');
    return (
      last && {
        device,
        entries: await patient(rows().count(), 'counting entries'),
        lastSeq: last.seq,
        lastHash: last.hash,
      }
    );
  }

  return {
    at,

    async heads() {
      const heads = new Map<string, DeviceHead>();
      let first = await patient(entries().orderBy('[device+seq]').first(), 'reading the first entry');
      while (first) {
        const { device } = first;
        const head = await headOfDevice(device);
        if (head) heads.set(device, head);
        first = await patient(
          entries().where('[device+seq]').above([device, Dexie.maxKey]).first(),
          'reading the next device',
        );
      }
      const newest = await patient(entries().orderBy('lamport').last(), 'reading the highest lamport');
      return { heads, maxLamport: newest?.lamport ?? 0 };
    },

    async add(batch) {
      const { written, readBack } = strictAdd(database.tables().backendDB(), 'entries', batch);
      const [write, read] = await Promise.allSettled([
        patient(written, 'adding entries'),
        patient(readBack, 'reading back'),
      ]);
      // An error is no proof that nothing was written, and no error is no proof that it can be read (style-anchors 4.3).
      if (read.status === 'fulfilled' && read.value.every((row, index) => row?.hash === batch[index]?.hash)) return;
      if (write.status === 'rejected') throw asPortFailure(write.reason);
      if (read.status === 'rejected') throw asPortFailure(read.reason);
      throw new PortFailure('damaged', 'entries do not read back as written');
    },

    async *pages(from) {
      let after: [string, number] | undefined = from && [from.device, from.fromSeq - 1];
      for (;;) {
        const upper: [string, unknown] | undefined = from && [from.device, Dexie.maxKey];
        const rows = after
          ? entries()
              .where('[device+seq]')
              .between(after, upper ?? Dexie.maxKey, false, true)
          : entries().orderBy('[device+seq]');
        const page: readonly SealedEntry[] = await patient(rows.limit(PAGE).toArray(), 'reading entries');
        if (page.length > 0) yield page;
        const last = page.at(-1);
        if (!last || page.length < PAGE) return;
        after = [last.device, last.seq];
      }
    },
  };
}
