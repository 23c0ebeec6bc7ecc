import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { EntryOf } from '../../../renderer/domain/ledger/entry';
import { formNamed, sickSigns, signAnswers } from '../../support/clinical-ward';
import type { TestBox } from '../../support/fake-box';
import { openBackEntry } from '../../support/recovery-ward';
import { openApp } from './open-app';

function exported({ world }: TestBox): readonly EntryOf<'export.written'>[] {
  return world.ledger.entries.filter((entry) => entry.type === 'export.written');
}

test('shows the files with their counts before it saves them when they are made', async () => {
  const made = await openApp(await openBackEntry(), '#/export');
  await page.getByRole('radio', { name: /CSV/ }).click();
  await page.getByRole('button', { name: 'Make the files' }).click();
  await expect.element(page.getByRole('row', { name: /manifest\.json/ })).toBeVisible();
  expect(exported(made)).toEqual([]);
  await page.getByRole('button', { name: /Save \d+ files/ }).click();
  await expect.element(page.getByText(/files saved 08:52/)).toBeVisible();
  expect(exported(made).map(({ payload }) => payload.format)).toEqual(['csv']);
});

test('offers only what changed when this format was exported before', async () => {
  const made = await openBackEntry();
  await openApp(made, '#/export');
  await expect.element(page.getByRole('radio', { name: /Changed since/ })).not.toBeInTheDocument();
  await page.getByRole('button', { name: 'Make the files' }).click();
  await page.getByRole('button', { name: /Save \d+ files?/ }).click();
  await page.getByRole('radio', { name: 'Changed since 08:52' }).click();
  await page.getByRole('button', { name: 'Make the files' }).click();
  await expect.element(page.getByRole('row', { name: /manifest\.json/ })).toBeVisible();
});

test('asks to make the files anew when something is signed in between', async () => {
  const made = await openBackEntry();
  await openApp(made, '#/export');
  await page.getByRole('button', { name: 'Make the files' }).click();
  await expect.element(page.getByRole('button', { name: /Save \d+ files?/ })).toBeVisible();
  await signAnswers(made, 'F06', '9000148', '08:30', sickSigns(formNamed(made, 'F06')));
  await expect.element(page.getByText(/Something was written since these files were made/)).toBeVisible();
  await expect.element(page.getByRole('button', { name: /Save/ })).not.toBeInTheDocument();
});
