import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { openTestBox } from '../../support/fake-box';
import { openApp } from './open-app';

test('shows the chosen folder and that every entry is there', async () => {
  await openApp(await openTestBox({ signedIn: true }), '#/manage/workstation');
  await expect.element(page.getByText('none chosen')).toBeVisible();
  await page.getByRole('button', { name: 'Choose a folder …' }).click();
  await expect.element(page.getByText('/mnt/ward')).toBeVisible();
  await expect.element(page.getByText('every entry is there')).toBeVisible();
  await page.getByRole('button', { name: 'Copy there no more' }).click();
  await expect.element(page.getByText('none chosen')).toBeVisible();
});

test('says on every screen that the second copy is lost, how far it is behind, and that it is back', async () => {
  const opened = await openTestBox({ signedIn: true });
  await openApp(opened, '#/manage/workstation');
  const lost = { folder: '/mnt/ward', behind: 7, unreachableSince: '2026-11-22T07:00:00.000+01:00' };
  opened.world.setSecond(lost);
  await expect.element(page.getByText(/second copy of the journal cannot be reached; 7 entries/)).toBeVisible();
  await expect.element(page.getByText(/CANNOT BE REACHED since 2026-11-22 at 07:00: 7 entries/)).toBeVisible();
  opened.world.setSecond({ behind: 3, unreachableSince: null });
  await expect.element(page.getByText('3 entries are still on their way')).toBeVisible();
  await expect.element(page.getByText(/cannot be reached/)).not.toBeInTheDocument();
});

test('offers no change when IT set the folder', async () => {
  const opened = await openTestBox({ signedIn: true });
  opened.world.second = { ...opened.world.second, folder: '/mnt/ward', byPolicy: true };
  await opened.box.secondPlace.look();
  await openApp(opened, '#/manage/workstation');
  await expect.element(page.getByText('IT set this folder; it cannot be changed here.')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Choose a folder …' })).not.toBeInTheDocument();
});
