import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { declareMorningOutage, openTestBox } from '../../support/fake-box';
import { openApp } from './open-app';

test('writes a line with its true time and puts it into the story when it is saved', async () => {
  const opened = await openTestBox({ signedIn: true });
  await declareMorningOutage(opened);
  await openApp(opened, '#/log');
  await page.getByRole('radio', { name: 'Safety event' }).click();
  await page.getByRole('textbox', { name: 'What happened' }).fill('Unlabelled tube found at bed 3');
  await page.getByRole('textbox', { name: 'When (24 h)' }).fill('0650');
  await page.getByRole('button', { name: 'Write it down' }).click();
  await expect.element(page.getByText(/Unlabelled tube found at bed 3/)).toBeVisible();
  await expect.element(page.getByText('06:50')).toBeVisible();
  await expect.element(page.getByRole('textbox', { name: 'What happened' })).toHaveValue('');
});

test('asks for a sign-in before a line can be written when nobody is signed in', async () => {
  const opened = await openTestBox();
  await declareMorningOutage(opened);
  await openApp(opened, '#/log');
  await expect.element(page.getByText('Sign in to write')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Write it down' })).not.toBeInTheDocument();
});
