import { FIRST_PREV, type SealedEntry } from '../../domain/ledger/entry';

/** The end of one device's chain in one copy. */
export interface DeviceHead {
  readonly device: string;
  readonly entries: number;
  readonly lastSeq: number;
  readonly lastHash: string;
}

/** The ends of all chains. */
export type Heads = ReadonlyMap<string, DeviceHead>;

/** Where a device's next entry goes. */
export function headOf(heads: Heads, device: string): DeviceHead {
  return heads.get(device) ?? { device, entries: 0, lastSeq: 0, lastHash: FIRST_PREV };
}

/** The heads after entries were added in order. */
export function advance(heads: Heads, entries: readonly SealedEntry[]): Heads {
  const next = new Map(heads);
  for (const { device, seq, hash } of entries) {
    const head = headOf(next, device);
    const grows = seq > head.lastSeq;
    next.set(device, {
      device,
      entries: head.entries + 1,
      lastSeq: grows ? seq : head.lastSeq,
      lastHash: grows ? hash : head.lastHash,
    });
  }
  return next;
}

export function sameHead(a: DeviceHead, b: DeviceHead): boolean {
  return a.entries === b.entries && a.lastSeq === b.lastSeq && a.lastHash === b.lastHash;
}

/** Short form of a head for paper: `3F7A-91C2`. */
export function headCode(hash: string): string {
  return `${hash.slice(0, 4)}-${hash.slice(4, 8)}`.toUpperCase();
}
