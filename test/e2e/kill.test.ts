import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp } from '../support/app-driver';
import { type BatchWard, openBatchWard, PASSPHRASE, SET_UP } from '../support/batch-ward';
import { boxRunning, idsInDatabase } from '../support/box-in-page';
import { packagedApp } from '../support/packaged-app';
import { idsInJournal } from '../support/profile-files';
import { type Acknowledged, writeUntilKilled } from '../support/write-loop';

// The switch at the wall, twenty times, while entries are being written as fast as it goes.

const ROUNDS = 20;
const LONGEST_MS = 8 * 60_000;

let ward: BatchWard;

beforeAll(async () => {
  ward = openBatchWard();
  await ward.run(...SET_UP);
  await ward.run('outage', 'declare', '--kind', 'unplanned', '--systems', 'ehr');
});

afterAll(() => ward.remove());

test(
  'no acknowledged entry is lost and the chain is whole when the process tree is killed in a write loop',
  async () => {
    const { profile } = ward;
    const acknowledged: Acknowledged[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const killAfterMs = 300 + Math.random() * 1700;
      const written = await writeUntilKilled(packagedApp(), { profile, passphrase: PASSPHRASE, killAfterMs });
      expect(written.length, `entries acknowledged in round ${round}`).toBeGreaterThan(0);
      acknowledged.push(...written);
    }
    expect(acknowledged.filter(({ copies }) => copies !== 'both')).toEqual([]);

    const running = await startApp(packagedApp(), { profile });
    await boxRunning(running.page);
    const [database, journal] = [new Set(await idsInDatabase(running.page)), new Set(idsInJournal(profile))];
    await running.close();
    expect(acknowledged.filter(({ id }) => !database.has(id))).toEqual([]);
    expect(acknowledged.filter(({ id }) => !journal.has(id))).toEqual([]);
    expect(database).toEqual(journal);

    const { exit, json } = await ward.run('verify');
    expect([exit, json.chain, json.copies, json.quarantined]).toEqual([0, 'whole', 'equal', []]);
    expect(json.entries).toBeGreaterThanOrEqual(acknowledged.length);
    process.stdout.write(
      `${ROUNDS} kills, ${acknowledged.length} entries acknowledged, none lost, ${json.entries} in the ledger\n`,
    );
  },
  LONGEST_MS,
);
