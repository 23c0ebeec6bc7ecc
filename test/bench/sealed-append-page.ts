import Dexie from 'dexie';
import type { Bridge } from '../../electron/ipc/contract';
import { decodeEntry } from '../../renderer/domain/ledger/decode';
import type { NewEntry } from '../../renderer/domain/ledger/entry';
import { createClock } from '../../renderer/storage/clock';
import { createDatabase } from '../../renderer/storage/database';
import { createIds } from '../../renderer/storage/ids';
import type { Keyring } from '../../renderer/storage/keyring';
import { createLedgerStore } from '../../renderer/storage/ledger-store';
import { rotateEngineLog } from '../../renderer/storage/rotation-filler';
import { createShell } from '../../renderer/storage/shell';

/** Milliseconds at the median and at the 95th percentile. */
export interface Spread {
  readonly p50: number;
  readonly p95: number;
}

/** What one sealed, journalled, read-back append costs beside a plain strict put of the same record in the same run. */
export interface SealedAppendTimes {
  readonly rounds: number;
  readonly plainPut: Spread;
  readonly sealedAppend: Spread;
  /** sealedAppend / plainPut at p50. */
  readonly ratio: number;
  /** The part of an append that waits for the main process and its fsync. */
  readonly journal: Spread;
  readonly rotationMs: number;
}

const WARM_UP = 20;

/**
 * Runs in the page, through the real bridge, in a throw-away profile. The two take turns, so that whatever else the
 * machine does falls on both.
 */
export async function measureSealedAppend(bridge: Pick<Bridge, 'invoke'>, rounds: number): Promise<SealedAppendTimes> {
  const ids = createIds();
  const journal: number[] = [];
  const shell = createShell({
    async invoke(channel, args) {
      const started = performance.now();
      const reply = await bridge.invoke(channel, args);
      if (channel === 'journal.append') journal.push(performance.now() - started);
      return reply;
    },
  });
  const database = createDatabase({ name: `bench-${ids.newId()}` });
  const keyring = await throwAwayKeys(ids.newId());
  const ledger = createLedgerStore({ shell, database, keyring, clock: createClock(), ids, decode: decodeEntry });
  await ledger.open();
  const plain = new Dexie(`bench-plain-${ids.newId()}`, { chromeTransactionDurability: 'strict' });
  plain.version(1).stores({ records: '[device+seq], id, book, [book+subject], lamport' });
  await plain.open();

  const [puts, appends]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds + WARM_UP; round += 1) {
    const entry = patientAdded(ids.newId());
    const record = { ...entry, id: ids.newId(), device: 'plain', seq: round, lamport: round };
    puts.push(await timed(() => plain.table('records').put(record)));
    appends.push(await timed(() => ledger.append([entry])));
  }
  const rotationMs = await timed(rotateEngineLog);
  await ledger.close();
  plain.close();
  const [plainPut, sealedAppend] = [spread(puts), spread(appends)];
  return {
    rounds,
    plainPut,
    sealedAppend,
    ratio: sealedAppend.p50 / plainPut.p50,
    journal: spread(journal),
    rotationMs,
  };
}

async function throwAwayKeys(device: string): Promise<Keyring> {
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  return { vault: 'bench', device, epoch: 1, key: () => key };
}

/** About a kilobyte, as an answered form is. */
function patientAdded(subject: string): NewEntry {
  const allergies = Array.from({ length: 8 }, (_, index) => ({
    substance: `Synthetic substance ${index}`,
    reaction: 'a reaction that never happened',
    severity: 'unknown' as const,
  }));
  const facts = { family: 'Bench', given: 'Synthetic', allergyStatus: 'listed' as const, allergies };
  const payload = { facts, downtimeNumber: 'DT-001', arrivedAt: '2026-11-22T05:27:00.000+01:00' };
  return { book: 'bench', subject, by: 'bench', type: 'patient.added', payload };
}

async function timed(work: () => PromiseLike<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function spread(all: readonly number[]): Spread {
  const sorted = all.slice(WARM_UP).toSorted((a, b) => a - b);
  const at = (part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
  return { p50: at(0.5), p95: at(0.95) };
}
