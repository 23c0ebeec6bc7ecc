import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openBatchWard, SET_UP } from '../support/batch-ward';

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
    if (!mountSmallDisk(ward.profile)) skip('mounting needs root');
    onTestFinished(() => {
      execFileSync('umount', ['-l', ward.profile]);
    });
    const free = () => {
      const { bavail, bsize } = statfsSync(ward.profile);
      return bavail * bsize;
    };
    const somebodyElse = join(ward.profile, 'somebody-else.log');
    const fillTo = (left: number) =>
      writeFileSync(somebodyElse, Buffer.alloc(Math.max(0, free() - left)), { flag: 'a' });

    await ward.run(...SET_UP);
    await ward.run('outage', 'declare', '--kind', 'unplanned', '--systems', 'ehr');
    // As a window leaves it behind after its first minute.
    const ballast = join(ward.profile, 'ballast.bin');
    writeFileSync(ballast, Buffer.alloc(40 * MB, 1));
    const person = ward.given('unknown.json', { alias: 'Unknown', sex: 'female' });
    const addPatient = () => ward.run('patient', 'add', '--file', person);

    fillTo(2 * MB);
    expect((await addPatient()).exit).toBe(0);
    expect(existsSync(ballast)).toBe(false);

    fillTo(0);
    expect(free()).toBe(0);
    const refused = await addPatient();
    expect([refused.exit, refused.json.code]).toEqual([6, 'disk-full']);
    const full = await ward.run('status');
    expect([full.exit, full.json.patients]).toEqual([0, 1]);

    rmSync(somebodyElse);
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

function mountSmallDisk(folder: string): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=160m', 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
