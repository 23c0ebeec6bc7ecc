import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { batchOn } from '../support/batch-runner';
import { type BatchWard, openBatchWard, realInputs, SET_UP } from '../support/batch-ward';
import { GOOD_FORM, NOT_JSON, TWICE_THE_SAME_ITEM } from '../support/library-files';
import { packagedApp } from '../support/packaged-app';

// The batch contract before the first patient: set-up, words, the library. The packaged app, no network.

let ward: BatchWard;

beforeAll(() => {
  ward = openBatchWard();
});

afterAll(() => ward.remove());

describe('set-up', () => {
  test('is asked for by every other command, exit 4', async () => {
    expect(await ward.locked('status')).toMatchObject({ exit: 4, json: { code: 'no-vault' } });
  });

  test('refuses a short passphrase and leaves nothing behind', async () => {
    const short = batchOn(packagedApp(), { profile: ward.profile, passphraseFile: ward.given('short', 'too short') });
    expect(await short.run(...SET_UP)).toMatchObject({
      exit: 3,
      json: { code: 'passphrase-too-short', where: '--passphrase-file' },
    });
    const made = await ward.run(...SET_UP);
    expect(made.exit).toBe(0);
    expect(made.json.vault).toMatch(/^[0-9A-Z]{26}$/);
    expect(made.json.recoveryCode).toMatch(/^[0-9A-Z-]{20,}$/);
    expect(await ward.run(...SET_UP)).toMatchObject({ exit: 3, json: { code: 'vault-exists' } });
  });

  test('shows what needs no key while locked', async () => {
    expect(await ward.locked('status')).toMatchObject({
      exit: 0,
      json: {
        site: 'St Elsewhere',
        ward: '7B',
        workstation: 'WS-01',
        locked: true,
        patients: null,
        entries: 1,
        outage: null,
      },
    });
  });
});

describe('refusals of words', () => {
  test.each([
    [['dance'], 'dance'],
    [['census', 'list', '--colour', 'red'], '--colour'],
    [['outage', 'declare', '--kind', 'weather', '--systems', 'ehr'], '--kind'],
  ])('exit 2 and name %j', async (words, named) => {
    const { exit, json } = await ward.run(...words);
    expect([exit, json.code]).toEqual([2, 'usage']);
    expect(`${json.where} ${json.message}`).toContain(named);
  });

  test('exit 2 when the passphrase file is not there, 4 when it opens nothing', async () => {
    expect(await ward.locked('census', 'list')).toMatchObject({ exit: 2, json: { where: '--passphrase-file' } });
    const missing = batchOn(packagedApp(), { profile: ward.profile, passphraseFile: ward.out('no-such-file') });
    expect(await missing.run('census', 'list')).toMatchObject({ exit: 2, json: { code: 'usage' } });
    const wrongKey = batchOn(packagedApp(), {
      profile: ward.profile,
      passphraseFile: ward.given('wrong', 'incorrect horse battery staple'),
    });
    expect(await wrongKey.run('census', 'list')).toMatchObject({ exit: 4, json: { code: 'wrong-secret' } });
  });

  test('exit 7 to the second of two at once', async () => {
    const both = await Promise.all([ward.locked('library', 'list'), ward.locked('library', 'list')]);
    const [first, second] = both.toSorted((a, b) => (a.exit ?? -1) - (b.exit ?? -1));
    expect(first?.exit).toBe(0);
    expect(second).toMatchObject({ exit: 7, json: { code: 'in-use' } });
    expect(first?.json.items.map((item) => item.id)).toEqual(
      expect.arrayContaining(['F04', 'F06', 'F10', 'nurse-in-charge', 'blood-bank']),
    );
  });
});

describe('the library', () => {
  test('takes the good form of a folder and names the bad ones', async () => {
    const forms = ward.out('forms');
    mkdirSync(forms);
    writeFileSync(join(forms, 'good.json'), GOOD_FORM);
    writeFileSync(join(forms, 'twice.json'), TWICE_THE_SAME_ITEM);
    writeFileSync(join(forms, 'cut.json'), NOT_JSON);
    const { exit, json } = await ward.locked('library', 'import', forms);
    expect([exit, json.imported]).toEqual([3, 1]);
    expect(json.refused.map((one) => [one.file.split('/').at(-1), one.code])).toEqual([
      ['cut.json', 'not-json'],
      ['twice.json', 'link-id-twice'],
    ]);
  });

  test('gives a form back byte for byte', async () => {
    const { exit, json } = await ward.locked('library', 'export', 'E2E-1', '--out', ward.out('again.json'));
    expect(exit).toBe(0);
    expect(readFileSync(ward.out('again.json'), 'utf8')).toBe(GOOD_FORM);
    expect(json.sha256).toBe(createHash('sha256').update(GOOD_FORM).digest('hex'));
    expect(await ward.locked('library', 'export', 'F99', '--out', ward.out('none.json'))).toMatchObject({
      exit: 3,
      json: { code: 'unknown-form' },
    });
  });

  test('accounts for every file of 181 real ones', async ({ skip }) => {
    const corpus = join(realInputs, 'questionnaires');
    if (!existsSync(corpus)) return skip('the real inputs are not here');
    const { exit, json } = await ward.locked('library', 'import', corpus);
    expect(exit).toBe(3);
    const refused = new Set(json.refused.map((one) => one.file));
    const taken = new Set(json.items.map((one) => one.file));
    expect(new Set([...refused, ...taken]).size).toBe(readdirSync(corpus).length);
    expect(json.imported).toBeGreaterThanOrEqual(170);
    expect(json.refused.every((one) => one.message !== '' && one.code !== 'internal')).toBe(true);
  });
});
