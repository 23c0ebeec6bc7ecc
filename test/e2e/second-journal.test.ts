import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openBatchWard, SET_UP } from '../support/batch-ward';

const LONGEST_MS = 3 * 60_000;

test(
  'every entry is in the second place, comes back when the journal is emptied, and is recovered from there alone',
  async () => {
    const ward = openBatchWard();
    onTestFinished(() => ward.remove());
    const share = ward.out('share');
    mkdirSync(share);
    const made = await ward.run(...SET_UP, '--second-journal', share);
    expect([made.exit, made.json.secondJournal]).toEqual([0, 'set']);
    await ward.run('outage', 'declare', '--kind', 'unplanned', '--systems', 'ehr');
    const person = ward.given('unknown.json', { alias: 'Unknown', sex: 'female' });
    expect((await ward.run('patient', 'add', '--file', person)).exit).toBe(0);
    const [journal, second] = [join(ward.profile, 'journal'), join(share, 'downtime-box-journal')];
    const [name = ''] = readdirSync(journal);
    const written = readFileSync(join(journal, name), 'utf8');
    expect(readFileSync(join(second, name), 'utf8')).toBe(written);
    expect(written).not.toMatch(/Unknown/);

    rmSync(journal, { recursive: true });
    rmSync(join(ward.profile, 'browser'), { recursive: true });
    const after = await ward.run('verify');
    expect([after.exit, after.json.chain, after.json.copies]).toEqual([0, 'whole', 'equal']);
    const status = await ward.run('status');
    expect([status.exit, status.json.code, status.json.patients]).toEqual([0, undefined, 1]);

    // Both copies of the key slots damaged: they come back from there too.
    for (const copy of ['vault.a.json', 'vault.b.json']) writeFileSync(join(ward.profile, 'keys', copy), 'damaged');
    const again = await ward.run('status');
    expect([again.exit, again.json.code, again.json.patients]).toEqual([0, undefined, 1]);

    // The PC was stolen: what lies in the second place and the passphrase are enough.
    rmSync(ward.profile, { recursive: true });
    const vault = readdirSync(second).find((one) => one.startsWith('vault.')) ?? '';
    const words = ['recover', '--journal', second, '--vault', join(second, vault), '--out', ward.out('records')];
    const recovered = await ward.run(...words);
    expect([recovered.exit, recovered.json.entries]).toEqual([0, after.json.entries]);
  },
  LONGEST_MS,
);

test(
  'the set-up goes on and says why when the folder for the second place is not there',
  async () => {
    const ward = openBatchWard();
    onTestFinished(() => ward.remove());
    const made = await ward.run(...SET_UP, '--second-journal', ward.out('typo'));
    expect([made.exit, made.json.secondJournal]).toEqual([0, 'not-found']);
    expect(made.json.recoveryCode).toBeTruthy();
  },
  LONGEST_MS,
);
