import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { openTestBox } from '../../support/fake-box';
import { openApp } from './open-app';

function scan(code: string): void {
  const target = document.activeElement ?? document.body;
  for (const key of [...code, 'Enter'])
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}

test('a badge scanned at sign-in chooses its name, and the PIN opens', async () => {
  const opened = await openTestBox();
  opened.world.badges.set('B00417FF', 'jk');
  await openApp(opened, '#/sign-in');
  await expect.element(page.getByText('Choose your name', { exact: true })).toBeVisible();
  scan('B99999');
  await expect.element(page.getByText(/Nobody here has this badge/)).toBeVisible();
  scan('B00417FF');
  await expect.element(page.getByRole('heading', { name: 'J. Kowalski' })).toBeVisible();
  expect(opened.box.state.get().signedIn).toBeNull();
});

test('a manager writes down whose badge it is', async () => {
  const opened = await openTestBox();
  await opened.box.signIn({ secret: 'correct horse battery', kind: 'passphrase' });
  await openApp(opened, '#/manage/people');
  await page.getByLabelText('Whose badge').selectOptions('A. Moreau');
  await page.getByLabelText('Scan the badge').fill('B00417FF');
  await page.getByRole('button', { name: 'Keep this badge' }).click();
  await expect.element(page.getByText('The badge of A. Moreau is known here now.')).toBeVisible();
  expect(opened.world.ledger.entries.at(-1)).toMatchObject({ type: 'badge.given', payload: { person: 'am' } });
});
