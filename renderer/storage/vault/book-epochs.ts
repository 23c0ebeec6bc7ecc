import { type Clock, PortFailure } from '../../app/ports';
import type { OpenKeys } from './open-keys';
import type { VaultShelf } from './vault-shelf';

/** The pseudo book of the last known patients: they belong to no outage until one begins. */
export const SNAPSHOT_BOOK = 'snapshots';

/** Data keys of single books: made when first needed, destroyed by retention. */
export interface BookEpochs {
  isRemoved(epoch: number): boolean;
  /** Epochs of a book that are still there. */
  of(book: string): readonly number[];
  /** See Keyring.epochFor. `anew`: another one, under which the book goes on. */
  epochFor(book: string, anew?: boolean): Promise<number | undefined>;
  /** Takes the keys out of the vault file, both copies, and out of memory. Needs no sign-in. */
  destroy(book: string, epochs: readonly number[]): Promise<void>;
}

// 48 random bits: a restored copy of this vault on another PC makes keys of its own, and no number may stand for two.
function newEpoch(): number {
  const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2));
  return (high & 0xffff) * 2 ** 32 + low + 2 ** 20;
}

export function createBookEpochs({
  shelf,
  keys,
  clock,
}: {
  readonly shelf: VaultShelf;
  readonly keys: OpenKeys;
  readonly clock: Clock;
}): BookEpochs {
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = turn.then(work);
    turn = next.catch(() => undefined);
    return next;
  };
  const of = (book: string): readonly number[] =>
    (shelf.current()?.epochs ?? []).filter((one) => one.book === book).map(({ epoch }) => epoch);

  const make = async (book: string): Promise<number | undefined> => {
    const file = await shelf.load();
    if (!file) return undefined;
    const epoch = newEpoch();
    const wrapped = await keys.make(file.vault, epoch);
    if (!wrapped) return undefined;
    try {
      // On disk, twice and read back, before anything is sealed under it.
      await shelf.store({ ...file, epochs: [...file.epochs, { epoch, wrapped, createdAt: clock.now(), book }] });
    } catch (cause) {
      keys.forget(epoch);
      throw cause;
    }
    return epoch;
  };

  return {
    isRemoved: (epoch) => (shelf.current()?.removed ?? []).some((one) => one.epoch === epoch),
    of,
    epochFor: (book, anew = false) =>
      inTurn(async () => {
        const open = of(book).findLast((epoch) => keys.key(epoch));
        if (open !== undefined && !anew) return open;
        const gone = shelf.current()?.removed?.some((one) => one.book === book);
        if (gone === true && book !== SNAPSHOT_BOOK)
          throw new PortFailure('not-allowed', 'the key of this book was destroyed by retention');
        return make(book);
      }),
    destroy: (book, epochs) =>
      inTurn(async () => {
        const file = await shelf.load();
        if (!file || epochs.length === 0) return;
        const at = clock.now();
        const removed = [...(file.removed ?? []), ...epochs.map((epoch) => ({ epoch, book, at }))];
        const left = file.epochs.filter(({ epoch }) => !epochs.includes(epoch));
        await shelf.store({ ...file, epochs: left, removed }, { wipe: true });
        for (const epoch of epochs) keys.forget(epoch);
      }),
  };
}
