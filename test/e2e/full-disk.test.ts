import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openBatchWard, SET_UP } from '../support/batch-ward';
import { mountSmallDisk } from '../support/small-disk';

// The profile on a small disk of its own that another program fills: with a ballast, and then to the last byte.

const MB = 1024 ** 2;
const LONGEST_MS = 4 * 60_000;

test(
  'nothing acknowledged is lost and everything can be read when the disk runs full to the last byte',
  async ({ skip }) => {
    const rules = mkdtempSync(join(tmpdir(), 'downtime-box-policy-'));
    const policy = join(rules, 'policy.json');
    writeFileSync(policy, JSON.stringify({ lowSpaceMegabytes: 60, ballastMegabytes: 40 }));
    const ward = openBatchWard({ env: { DOWNTIME_BOX_POLICY: policy } });
    onTestFinished(() => {
      ward.remove();
      rmSync(rules, { recursive: true });
    });
    mkdirSync(ward.profile, { recursive: true });
    const disk = mountSmallDisk(ward.profile, 160);
    if (!disk) return skip('mounting needs root');
    onTestFinished(() => disk.unmount());

    await ward.run(...SET_UP);
    await ward.run('outage', 'declare', '--kind', 'unplanned', '--systems', 'ehr');
    // As a window leaves it behind after its first minute.
    const ballast = join(ward.profile, 'ballast.bin');
    writeFileSync(ballast, Buffer.alloc(40 * MB, 1));
    const person = ward.given('unknown.json', { alias: 'Unknown', sex: 'female' });
    const addPatient = () => ward.run('patient', 'add', '--file', person);

    disk.fillTo(2 * MB);
    expect((await addPatient()).exit).toBe(0);
    expect(existsSync(ballast)).toBe(false);

    disk.fillTo(0);
    expect(disk.free()).toBe(0);
    const refused = await addPatient();
    expect([refused.exit, refused.json.code]).toEqual([6, 'disk-full']);
    const full = await ward.run('status');
    expect([full.exit, full.json.patients]).toEqual([0, 1]);

    disk.empty();
    expect((await addPatient()).exit).toBe(0);
    const after = await ward.run('verify');
    expect([after.exit, after.json.chain, after.json.copies, after.json.quarantined]).toEqual([
      0,
      'whole',
      'equal',
      [],
    ]);
    expect(after.json.entries).toBe(full.json.entries + 1);
  },
  LONGEST_MS,
);
