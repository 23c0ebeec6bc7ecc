import type { Instant } from '../../renderer/domain/basics/time';
import type { Result } from '../../renderer/domain/basics/result';
import { FIRST_PREV, type Entry, type NewEntry } from '../../renderer/domain/ledger/entry';
import { mergeEntries } from '../../renderer/domain/ledger/order';

/** One PC's ledger in memory, without seal or hash: for domain tests that need entries as storage would write them. */
export class TestLedger {
  readonly entries: Entry[] = [];
  private seq = 0;
  private lamport = 0;

  constructor(readonly device: string) {}

  /** Writes what a command asked for; `at` is this PC's clock. */
  append(at: Instant, drafts: readonly NewEntry[]): readonly Entry[] {
    const written = drafts.map((draft) => {
      this.seq += 1;
      this.lamport += 1;
      const head = {
        id: `${this.device}-${this.seq}`,
        device: this.device,
        seq: this.seq,
        lamport: this.lamport,
        at,
        v: 1,
        prev: FIRST_PREV,
      };
      return { ...draft, ...head };
    });
    this.entries.push(...written);
    return written;
  }

  /** Takes over what another PC wrote. */
  receive(other: readonly Entry[]): void {
    const merged = mergeEntries(this.entries, other);
    this.entries.splice(0, this.entries.length, ...merged);
    this.lamport = Math.max(this.lamport, ...merged.map((entry) => entry.lamport), 0);
  }
}

/** The entries of a command that must succeed. */
export function accepted<T, E>(result: Result<T, E>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** The refusal of a command that must refuse. */
export function refused<T, E>(result: Result<T, E>): E {
  if (result.ok) throw new Error(`accepted: ${JSON.stringify(result.value)}`);
  return result.error;
}

/** Ids one after another: `id-1`, `id-2` … */
export function countingIds(prefix = 'id'): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `${prefix}-${count}`;
  };
}
