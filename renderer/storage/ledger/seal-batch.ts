import { type Clock, type Ids, PortFailure } from '../../app/ports';
import { invariant } from '../../domain/basics/assert-never';
import {
  type Entry,
  type EntryHead,
  type NewEntry,
  type SealedEntry,
  WORKSTATION_BOOK,
} from '../../domain/ledger/entry';
import { isOpenType, OPEN_EPOCH } from '../../domain/ledger/open-types';
import { PAYLOADS } from '../../domain/ledger/payload-shapes';
import type { Keyring } from '../keyring';
import { type DataKey, sealEntry } from '../seal';
import { headOf, type Heads } from './heads';

/** Entries in both forms, in order. */
export interface Batch {
  readonly entries: readonly Entry[];
  readonly sealed: readonly SealedEntry[];
}

/** Where a batch continues and what it is made with. */
export interface BatchContext {
  readonly heads: Heads;
  readonly maxLamport: number;
  readonly keyring: Keyring;
  readonly clock: Clock;
  readonly ids: Ids;
}

// The contract's limit for a journal line, less its head.
const LARGEST_SEAL = 4 * 1024 * 1024 - 16 * 1024;

/**
 * Gives each entry its place in this device's chain and seals it. Before any transaction: awaiting the crypto inside one
 * makes IndexedDB commit early (style-anchors 4.3). One after the other: each seal binds the hash of the one before.
 */
export async function sealBatch(
  wanted: readonly NewEntry[],
  { heads, maxLamport, keyring, clock, ids }: BatchContext,
): Promise<Batch> {
  const { device } = keyring;
  if (device === undefined) throw new PortFailure('locked', 'no vault yet');
  const keys: DataKey[] = [];
  for (const { type, book } of wanted) keys.push(await keyFor(type, book, keyring));
  const { lastSeq, lastHash } = headOf(heads, device);
  const entries: Entry[] = [];
  const sealed: SealedEntry[] = [];
  let prev = lastHash;
  for (const [index, { book, subject, by, type, payload, content, corrects }] of wanted.entries()) {
    const head: EntryHead = {
      id: ids.newId(),
      book,
      subject,
      device,
      seq: lastSeq + index + 1,
      lamport: maxLamport + index + 1,
      at: clock.now(),
      by,
      type,
      v: PAYLOADS[type].v,
      ...(content && { content: { id: content.id, version: content.version } }),
      ...(corrects !== undefined && { corrects }),
      prev,
    };
    const key = keys[index];
    invariant(key, 'each entry has its key');
    const one = await sealEntry(head, payload, key);
    // Refused before anything is written: a line the journal never takes would keep that copy failing for ever.
    if (one.ct.length > LARGEST_SEAL) throw new PortFailure('too-large', `an entry of type ${type}`);
    prev = one.hash;
    sealed.push(one);
    entries.push({ ...head, payload } as Entry);
  }
  return { entries, sealed };
}

// Open facts go under the workstation key also while somebody is signed in: they must be readable before the next one is.
// An outage has a key of its own, so that its patients can be removed by destroying it.
async function keyFor(type: string, book: string, keyring: Keyring): Promise<DataKey> {
  const open = isOpenType(type) ? keyring.key(OPEN_EPOCH) : undefined;
  if (open) return { epoch: OPEN_EPOCH, key: open };
  const epoch = (book === WORKSTATION_BOOK ? undefined : await ownEpoch(book, keyring)) ?? keyring.epoch;
  const key = epoch === undefined ? undefined : keyring.key(epoch);
  if (epoch === undefined || !key) throw new PortFailure('locked', `sealing ${type}`);
  return { epoch, key };
}

// Saving comes first: where the vault file takes no new key now, the shared one serves, and removal later says so.
async function ownEpoch(book: string, keyring: Keyring): Promise<number | undefined> {
  try {
    return await keyring.epochFor?.(book);
  } catch (cause) {
    if (cause instanceof PortFailure && cause.code === 'not-allowed') throw cause;
    return undefined;
  }
}
