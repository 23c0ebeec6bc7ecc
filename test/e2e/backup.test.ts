import { createHash } from 'node:crypto';
import { appendFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerDialog, startApp } from '../support/app-driver';
import { type BatchRunner, batchOn } from '../support/batch-runner';
import { type BatchWard, openBatchWard, SET_UP } from '../support/batch-ward';
import { packagedApp } from '../support/packaged-app';
import { StartPages } from '../support/pages/start-pages';
import { journalFiles, journalFolder } from '../support/profile-files';
import { searchFiles } from '../support/search-files';
import { patientMarkers, ward7bCsv } from '../support/ward-7b';
import { labRequest } from '../support/ward-answers';

// A ward's whole vault on another PC: backup, restore and recovery through the packaged app. No network.

const garcia = '9000131';
const minutesAgo = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();
let ward: BatchWard;
let recoveryCode: string;
let backupFile: string;

beforeAll(async () => {
  ward = openBatchWard();
  recoveryCode = (await ward.run(...SET_UP)).json.recoveryCode;
  await ward.run('census', 'import', ward.given('ward.csv', ward7bCsv()));
  await ward.run('outage', 'declare', '--kind', 'unplanned', '--systems', 'ehr,lis', '--at', minutesAgo(60));
  await ward.run('patient', 'add', '--file', ward.given('unknown.json', { family: 'Nightingale', sex: 'male' }));
  const answers = ward.given('lab.json', labRequest(minutesAgo(20), 'Third day of fever'));
  const saved = await ward.run(
    'form',
    'save',
    '--form',
    'F10',
    '--patient',
    garcia,
    '--answers',
    answers,
    '--sign-as',
    'Mary Manager',
  );
  if (saved.exit !== 0) throw new Error(`no backup: ${JSON.stringify(saved.json).slice(0, 300)}`);
  backupFile = ward.out('ward.dtbox');
});

afterAll(() => ward.remove());

/** Another PC: a profile of its own, opened by the same passphrase unless another file is named. */
function otherPc(name: string, passphraseFile = ward.out('passphrase')): BatchRunner {
  return batchOn(packagedApp(), { profile: ward.out(name), passphraseFile });
}

/** What a restore could have changed: names and content of journal, keys and sealed blobs. */
function dataOf({ profile }: BatchRunner): readonly string[] {
  return ['journal', 'keys', 'sealed'].flatMap((folder) => {
    const path = join(profile, folder);
    if (!existsSync(path)) return [];
    // What every start does for itself: the database's generation id, the last look at the clock.
    const names = readdirSync(path).filter((name) => name !== 'generation.json' && name !== 'clock.json');
    return names.map((name) => `${folder}/${name} ${sha256(readFileSync(join(path, name)))}`);
  });
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

describe('a backup', () => {
  test('is one file, made without a passphrase, whose hash is the one answered', async () => {
    const made = await ward.locked('backup', '--out', backupFile);
    const { entries } = (await ward.run('status')).json;
    expect(made).toMatchObject({ exit: 0, json: { file: backupFile, entries, snapshots: 1, leftOut: [] } });
    expect(made.json.sha256).toBe(sha256(readFileSync(backupFile)));
  });

  test('shows nobody', () => {
    const folder = ward.out('leak');
    mkdirSync(folder);
    cpSync(backupFile, join(folder, 'ward.dtbox'));
    expect(searchFiles([folder], [...patientMarkers(), 'Nightingale']).hits).toEqual([]);
  });

  test('is refused with exit 6 where it cannot be written, and with exit 4 before there is a vault', async () => {
    const blocked = ward.given('a-file', 'x');
    expect(await ward.locked('backup', '--out', join(blocked, 'b.dtbox'))).toMatchObject({ exit: 6 });
    expect(await otherPc('empty').locked('backup', '--out', ward.out('none.dtbox'))).toMatchObject({
      exit: 4,
      json: { code: 'no-vault' },
    });
    expect(existsSync(ward.out('none.dtbox'))).toBe(false);
  });
});

describe('a restore on another PC', () => {
  test('holds the same records and the same patients, and both copies are equal', async () => {
    const pc = otherPc('pc-2');
    const before = await ward.run('verify');
    const restored = await pc.run('restore', backupFile);
    expect(restored).toMatchObject({
      exit: 0,
      json: { fresh: true, entries: before.json.entries, added: { snapshots: 1 }, chain: 'whole', copies: 'equal' },
    });
    const after = await pc.run('verify');
    expect(after.exit).toBe(0);
    // Checkpoints are signed by the PC that wrote the record; another one has none of its own yet.
    const { checkpoints, ...record } = after.json;
    const { checkpoints: _signed, ...recordBefore } = before.json;
    expect(record).toEqual(recordBefore);
    expect(checkpoints).toMatchObject({ state: expect.stringMatching(/^(good|none)$/) });
    expect((await pc.run('census', 'list')).json).toEqual((await ward.run('census', 'list')).json);
    expect((await pc.run('reconcile', 'list')).json).toEqual((await ward.run('reconcile', 'list')).json);
    expect(await pc.run('restore', backupFile)).toMatchObject({
      exit: 0,
      json: { fresh: false, added: { entries: 0 } },
    });
  });

  test('works on screen with the recovery code, and people get new PINs there', async () => {
    const running = await startApp(packagedApp(), { profile: ward.out('pc-3') });
    const { page, app } = running;
    await answerDialog(app, [backupFile]);
    await page.getByRole('button', { name: 'Choose the backup file …' }).click();
    await page.getByLabel('Passphrase or recovery code', { exact: true }).fill(recoveryCode);
    await page.getByLabel('Name of this PC').last().fill('WS-09');
    await page.getByRole('button', { name: 'Restore', exact: true }).click();
    await page.getByText(/entries are here, checked and in both copies/).waitFor({ timeout: 30_000 });
    await new StartPages(page).addPerson({ name: 'Nina Nurse', role: 'nurse', pin: '482917' });

    await page.getByRole('button', { name: 'Backup' }).click();
    await answerDialog(app, [ward.out('from-screen.dtbox')]);
    await page.getByRole('button', { name: 'Save a backup …' }).click();
    await page.getByText(/entries, read back and whole\./).waitFor({ timeout: 30_000 });
    expect(running.errors).toEqual([]);
    await running.close();
    // The old PC takes what the new one wrote: one more person, under a device of its own.
    expect(await ward.run('restore', ward.out('from-screen.dtbox'))).toMatchObject({
      exit: 0,
      json: { fresh: false, added: { entries: 1 }, chain: 'whole', copies: 'equal' },
    });
    expect((await ward.run('verify')).json.devices).toHaveLength(2);
  });

  test.each([
    ['it is damaged', 5, 'backup-damaged', (bytes: Buffer) => flipLast(bytes)],
    ['it was cut short', 5, 'backup-damaged', (bytes: Buffer) => bytes.subarray(0, bytes.length - 1000)],
    ['a newer version wrote it', 3, 'newer-format', (bytes: Buffer) => asFormat(bytes, 2)],
    ['its format is older', 3, 'older-format', (bytes: Buffer) => asFormat(bytes, 0)],
    ['it is something else', 3, 'not-a-backup', () => Buffer.from('%PDF-1.7\n')],
  ])('is refused and changes nothing when %s', async (_name, exit, code, spoil) => {
    const file = ward.out('spoilt.dtbox');
    writeFileSync(file, spoil(readFileSync(backupFile)));
    const pc = otherPc(`refusing-${exit}`);
    expect(await pc.run('restore', file)).toMatchObject({ exit, json: { code, where: file } });
    expect(dataOf(pc)).toEqual([]);
  });

  test('is refused with exit 4 when the passphrase is wrong, and with exit 3 when another vault is there', async () => {
    const wrong = otherPc('wrong', ward.given('wrong-passphrase', 'some other long passphrase\n'));
    expect(await wrong.run('restore', backupFile)).toMatchObject({ exit: 4, json: { code: 'wrong-passphrase' } });
    expect(dataOf(wrong)).toEqual([]);

    const other = otherPc('other');
    await other.run(...SET_UP);
    // The first start with a vault keeps room for the counters of wrong PINs.
    await other.run('status');
    const before = dataOf(other);
    expect(await other.run('restore', backupFile)).toMatchObject({ exit: 3, json: { code: 'other-vault' } });
    expect(dataOf(other)).toEqual(before);
    expect(await ward.locked('restore', backupFile)).toMatchObject({ exit: 2, json: { code: 'usage' } });
  });
});

describe('recovery', () => {
  const files = () => ({ vault: join(ward.profile, 'keys', 'vault.b.json'), sealed: join(ward.profile, 'sealed') });

  test('writes every record of the journal with nothing but files and a passphrase', async () => {
    const { vault, sealed } = files();
    const out = ward.out('recovered');
    const read = await otherPc('helper').run(
      'recover',
      '--journal',
      journalFolder(ward.profile),
      '--vault',
      vault,
      '--sealed',
      sealed,
      '--out',
      out,
    );
    const { entries } = (await ward.run('verify')).json;
    expect(read).toMatchObject({ exit: 0, json: { entries, unreadable: [], outages: 1, patients: 24 } });
    const records = readFileSync(join(out, 'records.csv'), 'utf8').trim().split('\r\n');
    expect(records).toHaveLength(entries + 1);
    expect(readFileSync(join(out, 'last-known-patients.csv'), 'utf8')).toContain(garcia);
    const [outage = ''] = readdirSync(out).filter((name) => name.startsWith('outage-1-'));
    expect(readFileSync(join(out, outage, 'answers.csv'), 'utf8')).toContain(garcia);
    expect(existsSync(join(ward.out('helper'), 'keys'))).toBe(false);
  });

  test('writes what is readable and names the line that is not, exit 5', async () => {
    const copy = ward.out('journal-copy');
    cpSync(journalFolder(ward.profile), copy, { recursive: true });
    const [first = ''] = journalFiles(ward.profile);
    const name = first.slice(journalFolder(ward.profile).length + 1);
    appendFileSync(join(copy, name), '{"torn":\n');
    const out = ward.out('recovered-2');
    const read = await otherPc('helper').run('recover', '--journal', copy, '--vault', files().vault, '--out', out);
    expect(read).toMatchObject({ exit: 5, json: { unreadable: [{ file: name, why: 'no-entry' }] } });
    expect(readFileSync(join(out, 'unreadable.csv'), 'utf8')).toContain('no-entry');
    expect(existsSync(join(out, 'records.csv'))).toBe(true);
  });

  test('writes nothing when the passphrase is wrong', async () => {
    const out = ward.out('nothing');
    const pc = otherPc('helper', ward.given('wrong-passphrase', 'some other long passphrase\n'));
    expect(
      await pc.run('recover', '--journal', journalFolder(ward.profile), '--vault', files().vault, '--out', out),
    ).toMatchObject({ exit: 4, json: { code: 'wrong-passphrase' } });
    expect(existsSync(out)).toBe(false);
  });
});

function flipLast(bytes: Buffer): Buffer {
  return Buffer.concat([bytes.subarray(0, -1), Buffer.from([(bytes.at(-1) ?? 0) ^ 1])]);
}

function asFormat(bytes: Buffer, format: number): Buffer {
  const text = bytes
    .toString('latin1')
    .replace('BACKUP 1\n', `BACKUP ${format}\n`)
    .replace('"format":1', `"format":${format}`);
  return Buffer.from(text, 'latin1');
}
