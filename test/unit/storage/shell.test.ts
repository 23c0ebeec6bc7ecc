import { expect, test } from 'vitest';
import { createShell } from '../../../renderer/storage/shell';
import { createSettingsStore } from '../../../renderer/storage/settings-store';
import { createFakeShell } from '../../support/fake-shell';

test("an answer is a value, and a port's code is thrown as its failure", async () => {
  const fake = createFakeShell();
  const shell = createShell(fake.bridge);
  expect(await shell.call('journal.summary')).toMatchObject({ devices: [] });
  fake.fail('journal.summary', { when: 'before', code: 'disk-full' });
  await expect(shell.call('journal.summary')).rejects.toMatchObject({ name: 'PortFailure', code: 'disk-full' });
});

test('an answer nobody knows is thrown as a defect', async () => {
  const fake = createFakeShell();
  fake.fail('journal.summary', { when: 'before', code: 'bad-argument' });
  await expect(createShell(fake.bridge).call('journal.summary')).rejects.toMatchObject({ name: 'InvariantBroken' });
});

test('settings keep both patches when they are written at once, and null removes one', async () => {
  const fake = createFakeShell();
  const settings = createSettingsStore(createShell(fake.bridge));
  await Promise.all([
    settings.write({ theme: 'dark', paper: 'A4' }),
    settings.write({ ward: 'Ward 7B' }),
    settings.write({ paper: null }),
  ]);
  expect(await settings.read()).toEqual({ theme: 'dark', ward: 'Ward 7B' });
  expect(JSON.parse(fake.disk.settings)).toEqual({ theme: 'dark', ward: 'Ward 7B' });
});

test('settings go on when one write failed', async () => {
  const fake = createFakeShell();
  const settings = createSettingsStore(createShell(fake.bridge));
  fake.fail('settings.write', { when: 'before', code: 'disk-full', times: 1 });
  await expect(settings.write({ theme: 'dark' })).rejects.toMatchObject({ code: 'disk-full' });
  await settings.write({ theme: 'light' });
  expect(await settings.read()).toEqual({ theme: 'light' });
});
