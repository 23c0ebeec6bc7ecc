import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { openTestBox } from '../../support/fake-box';
import { findings } from './findings';
import { openApp } from './open-app';

const FILE = { name: 'downtime-box-2026-11-22T07-41.dtbox', bytes: new Uint8Array(3) };

test('says when the last backup was made, after it was saved and read back', async () => {
  const { box } = await openApp(await openTestBox({ signedIn: true }), '#/manage/backup');
  await expect.element(page.getByText('none yet')).toBeVisible();
  expect(await findings()).toEqual([]);
  await page.getByRole('button', { name: 'Save a backup …' }).click();
  await expect.element(page.getByText(/12 entries, read back and whole\./)).toBeVisible();
  await expect.element(page.getByText('2026-11-22 at 07:41, read back and whole')).toBeVisible();
  expect(box.state.get().settings.lastBackupAt).toBe('2026-11-22T07:41:05.000+01:00');
});

test('notes no backup when the file on disk is not what was made', async () => {
  const opened = await openTestBox({ signedIn: true });
  opened.world.ports.files.save = async (name) => ({ saved: true, name, sha256: 'd'.repeat(64) });
  const { box } = await openApp(opened, '#/manage/backup');
  await page.getByRole('button', { name: 'Save a backup …' }).click();
  await expect.element(page.getByText(/refuses to write the data files/)).toBeVisible();
  expect(box.state.get().settings.lastBackupAt).toBeNull();
});

test('asks for a sign-in before a backup is saved', async () => {
  await openApp(await openTestBox(), '#/manage/backup');
  await expect.element(page.getByText('Sign in to save a backup.')).toBeVisible();
});

test('restores on a PC that is not set up, and says that PINs stayed behind', async () => {
  const opened = await openTestBox({ setUp: false });
  const { ports } = opened.world;
  const { summary } = await ports.backup.make();
  ports.files.choose = async () => [FILE];
  ports.backup.restore = async ({ secret, workstation }) => {
    if (secret !== 'correct horse battery') return { ok: false, error: { code: 'wrong-passphrase' } };
    opened.world.vault = { site: 'St Anne', ward: '7B', workstation: workstation ?? 'WS-7B-02' };
    opened.world.people.push(
      { id: 'm', name: 'R. Haile', role: 'manager', hasPin: false, hasPassphrase: true },
      { id: 'jk', name: 'J. Kowalski', role: 'nurse', hasPin: false, hasPassphrase: false },
    );
    opened.world.secrets.set('m', secret);
    const added = { entries: 12, snapshots: 1, drafts: 0, library: 0 };
    return { ok: true, value: { summary, fresh: true, added, pinsToRenew: 1, openedWith: 'passphrase' } };
  };
  const { box } = await openApp(opened, '#/start');
  await page.getByRole('button', { name: 'Choose the backup file …' }).click();
  await expect.element(page.getByText(FILE.name)).toBeVisible();
  expect(await findings()).toEqual([]);
  const secret = page.getByLabelText('Passphrase or recovery code', { exact: true });
  await secret.fill('wrong horse battery');
  await page.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect.element(page.getByText(/Nothing was changed\./)).toBeVisible();
  await secret.fill('correct horse battery');
  await page.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect.element(page.getByRole('heading', { name: 'Manage' })).toBeVisible();
  await expect.element(page.getByText(/1 PIN stayed behind/)).toBeVisible();
  await expect.element(page.getByText('nothing yet: add them again for a PIN')).toBeVisible();
  expect(box.state.get().signedIn?.person.name).toBe('R. Haile');
});

test('offers to discard all PINs when this PC lost the secret behind them', async () => {
  const opened = await openTestBox();
  await opened.box.signIn({ secret: 'correct horse battery', kind: 'passphrase' });
  let discarded = 0;
  opened.world.ports.vault.enrol = async () => ({ ok: false, error: { code: 'device-secret-missing' } });
  opened.world.ports.vault.discardPins = async () => ({ ok: true, value: (discarded += 2) });
  await openApp(opened, '#/manage/people');
  await page.getByRole('textbox', { name: 'Name' }).fill('S. Doe');
  await page.getByLabelText('PIN', { exact: true }).fill('482917');
  await page.getByLabelText('PIN again').fill('482917');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('button', { name: 'Discard all PINs …' }).click();
  await page.getByRole('button', { name: 'Discard all PINs of this PC' }).click();
  await expect.element(page.getByText(/2 PINs are discarded/)).toBeVisible();
  expect(discarded).toBe(2);
});
