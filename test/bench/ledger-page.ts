import Dexie from 'dexie';
import type { Bridge } from '../../electron/ipc/contract';
import { decodeEntry } from '../../renderer/domain/ledger/decode';
import type { NewEntry } from '../../renderer/domain/ledger/entry';
import { foldWorld } from '../../renderer/app/world';
import { createClock } from '../../renderer/storage/clock';
import { createDatabase } from '../../renderer/storage/database';
import { createIds } from '../../renderer/storage/ids';
import type { Keyring } from '../../renderer/storage/keyring';
import { createLedgerStore, type StoredLedger } from '../../renderer/storage/ledger-store';
import { createShell } from '../../renderer/storage/shell';

/** Milliseconds of opening a ledger, step by step. */
export interface OpenTimes {
  readonly entries: number;
  /** Copies compared, heads checked against what was signed. */
  readonly open: number;
  /** Every entry read, opened, decoded. */
  readonly read: number;
  readonly fold: number;
  readonly heapMegabytes: number;
}

const KEY = new Uint8Array(32).fill(7);
const PLAIN = '[device+seq], id, book, [book+subject], lamport';
const BATCH = 1000;

type BridgePart = Pick<Bridge, 'invoke'>;

async function ledgerOn(bridge: BridgePart, name?: string): Promise<StoredLedger> {
  const key = await crypto.subtle.importKey('raw', KEY, 'AES-GCM', false, ['encrypt', 'decrypt']);
  const keyring: Keyring = { vault: 'bench', device: 'bench', epoch: 1, key: () => key };
  const database = createDatabase(name === undefined ? {} : { name });
  const ledger = createLedgerStore({
    shell: createShell(bridge),
    database,
    keyring,
    clock: createClock(),
    ids: createIds(),
    decode: decodeEntry,
  });
  await ledger.open();
  return ledger;
}

/** Runs in the page: writes so many entries through the product's own store, into both copies. */
export async function fillLedger(bridge: BridgePart, entries: number): Promise<number> {
  const ledger = await ledgerOn(bridge);
  const started = performance.now();
  for (let at = 0; at < entries; at += BATCH)
    await ledger.append(Array.from({ length: Math.min(BATCH, entries - at) }, (_, index) => moved(at + index)));
  const ms = performance.now() - started;
  await ledger.close();
  return ms;
}

/** Runs in the page of a fresh start: opens what `fillLedger` wrote as the product does after a sign-in. */
export async function openLedger(bridge: BridgePart): Promise<OpenTimes> {
  const started = performance.now();
  const ledger = await ledgerOn(bridge);
  const opened = performance.now();
  const { entries } = await ledger.readAll();
  const read = performance.now();
  const world = foldWorld(entries);
  const folded = performance.now();
  const { memory } = performance as { memory?: { readonly usedJSHeapSize: number } };
  await ledger.close();
  return {
    entries: world.entries.length,
    open: opened - started,
    read: read - opened,
    fold: folded - read,
    heapMegabytes: (memory?.usedJSHeapSize ?? 0) / 1e6,
  };
}

/** Milliseconds of single writes, each in its turn, so that whatever else the machine does falls on all. */
export interface WriteTimes {
  readonly sealed: readonly number[];
  readonly dexie: readonly number[];
  readonly raw: readonly number[];
  /** 5,000 at once. */
  readonly bulkSealed: readonly number[];
  readonly bulkPlain: readonly number[];
}

/** Runs in the page: appends beside a plain strict Dexie put and a raw strict put, and bulks beside a plain bulk. */
export async function measureWrites(bridge: BridgePart, rounds: number, bulks: number): Promise<WriteTimes> {
  const ids = createIds();
  const ledger = await ledgerOn(bridge, `bench-${ids.newId()}`);
  const plain = new Dexie(`bench-plain-${ids.newId()}`, { chromeTransactionDurability: 'strict' });
  plain.version(1).stores({ records: PLAIN });
  await plain.open();
  const times = { sealed: [], dexie: [], raw: [], bulkSealed: [], bulkPlain: [] } as Record<keyof WriteTimes, number[]>;
  let row = 0;
  const record = () => ({ ...moved(row), id: ids.newId(), device: 'plain', seq: (row += 1), lamport: row });
  for (let round = 0; round < rounds; round += 1) {
    times.dexie.push(await timed(() => plain.table('records').put(record())));
    times.raw.push(await timed(() => rawPut(plain.backendDB(), record())));
    times.sealed.push(await timed(() => ledger.append([moved(round)])));
  }
  for (let round = 0; round < bulks; round += 1) {
    const records = Array.from({ length: 5000 }, record);
    times.bulkPlain.push(await timed(() => plain.table('records').bulkPut(records)));
    times.bulkSealed.push(await timed(() => ledger.append(Array.from({ length: 5000 }, (_, at) => moved(at)))));
  }
  await ledger.close();
  plain.close();
  return times;
}

function rawPut(database: IDBDatabase, record: unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction('records', 'readwrite', { durability: 'strict' });
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('aborted')));
    transaction.objectStore('records').put(record);
  });
}

/** As small as most facts of a night are: a patient is in another bed. */
function moved(at: number): NewEntry {
  return {
    book: 'bench',
    subject: `patient-${at % 200}`,
    by: 'bench',
    type: 'patient.moved',
    payload: { kind: 'transferred', occurredAt: '2026-11-22T05:27:00.000+01:00', ward: '7B', bed: `7B-${at % 30}` },
  };
}

async function timed(work: () => PromiseLike<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
