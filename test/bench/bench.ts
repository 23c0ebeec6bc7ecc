import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AppCommand, startApp } from '../support/app-driver';
import { openBatchWard, PASSPHRASE, SET_UP } from '../support/batch-ward';
import { boxRunning, signIn } from '../support/box-in-page';
import { ward7bCsv } from '../support/ward-7b';
import { benchCensus } from './census-bench';
import { benchExport } from './export-bench';
import { benchLedger } from './ledger-bench';
import { benchPaper } from './paper-bench';
import { makePlainElectron } from './plain-electron';
import { type Ratio, ratioLines } from './ratio';
import { benchSealedAppend } from './sealed-append';
import { measureSize } from './size-bench';
import { benchStart } from './start-bench';

/** A shift, a long outage, a bad winter. A million is written for an hour on a slow machine: named by hand only. */
const LEDGER_SIZES = (process.env['DOWNTIME_BOX_LEDGER_SIZES'] ?? '1000,10000,100000').split(',').map(Number);

/** What build/bench.mjs hands over: the packaged test flavour, which is the shipped one with the door for a driver. */
export interface BenchInput {
  readonly root: string;
  /** The unpacked package. */
  readonly folder: string;
  readonly packaged: AppCommand;
  readonly say: (message: string) => void;
}

/** Measures the product beside its plain counterparts, all in one run, and prints one line each. */
export async function bench({ root, folder, packaged, say }: BenchInput): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), 'downtime-box-bench-'));
  try {
    const plain = await makePlainElectron(packaged, work);
    say('start');
    const start = await benchStart(packaged, plain, work);
    say('append and paper');
    const inTheWindow = await onAWard(packaged, async (page) => {
      const { plainPut, sealedAppend, journal, rounds } = await benchSealedAppend({ page, root });
      const append: Ratio = {
        what: 'one sealed, journalled, read-back append',
        ours: sealedAppend.p50,
        plain: plainPut.p50,
        against: 'one plain strict Dexie put of the same record, in turns',
        unit: 'ms',
        rounds,
        aim: 2,
      };
      const more = `  at p95 ${sealedAppend.p95.toFixed(1)} against ${plainPut.p95.toFixed(1)} ms; of it the journal's fsync ${journal.p50.toFixed(2)} ms at p50`;
      return { append, more, paper: await benchPaper(page, plain, work) };
    });
    say('census');
    const census = benchCensus();
    say('export');
    const exported = benchExport();
    say('ledgers of several sizes');
    const ledger = await benchLedger(packaged, root, LEDGER_SIZES);
    const size = measureSize(folder);
    const parts = [...size.parts].map(([part, bytes]) => `  ${part}: ${(bytes / 1e6).toFixed(2)} MB`);
    const { append, more, paper } = inTheWindow;
    process.stdout.write(
      `${[ratioLines([start, append]), more, ratioLines([...paper, size.ratio]), ...parts, ratioLines(census.ratios), ...census.lines, ratioLines(exported.ratios), ...exported.lines, ...ledger].join('\n')}\n`,
    );
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** A ward with its list, an outage declared, the manager signed in. */
async function onAWard<T>(
  packaged: AppCommand,
  work: (page: Awaited<ReturnType<typeof startApp>>['page']) => Promise<T>,
): Promise<T> {
  const ward = openBatchWard({ command: packaged });
  try {
    await ward.run(...SET_UP);
    await ward.run('census', 'import', ward.given('ward.csv', ward7bCsv()));
    await ward.run('outage', 'declare', '--kind', 'unplanned', '--systems', 'ehr');
    const running = await startApp(packaged, { profile: ward.profile });
    try {
      await boxRunning(running.page);
      await signIn(running.page, PASSPHRASE);
      return await work(running.page);
    } finally {
      await running.close();
    }
  } finally {
    ward.remove();
  }
}
