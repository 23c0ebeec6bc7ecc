import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { declareMorningOutage, openTestBox } from '../../support/fake-box';
import { openApp } from './open-app';

test('signs in by the pad after a wrong PIN said how many tries are left', async () => {
  const { box } = await openApp(await openTestBox(), '#/sign-in');
  await page.getByRole('button', { name: /A\. Moreau/ }).click();
  await expect.element(page.getByLabelText('PIN', { exact: true })).toHaveFocus();
  await userEvent.keyboard('111111{Enter}');
  await expect.element(page.getByText(/Wrong\. 4 tries left\./)).toBeVisible();
  for (const digit of '418207') await page.getByRole('button', { name: digit, exact: true }).click();
  await page.getByRole('button', { name: /Sign in/ }).click();
  await expect.poll(() => box.state.get().signedIn?.person.name).toBe('A. Moreau');
});

test('signs in with the passphrase when no PIN is at hand', async () => {
  const { box } = await openApp(await openTestBox(), '#/sign-in');
  await page.getByRole('button', { name: /passphrase or recovery code/ }).click();
  await page.getByRole('textbox', { name: 'Passphrase' }).fill('correct horse battery');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect.poll(() => box.state.get().signedIn?.person.name).toBe('R. Haile');
});

test('shows the recovery code until somebody says that it is on paper', async () => {
  const { box } = await openApp(await openTestBox({ setUp: false }), '#/start');
  await page.getByRole('textbox', { name: 'Hospital or site' }).fill('St Anne');
  await page.getByRole('button', { name: 'Next' }).click();
  await expect.element(page.getByText(/Write the ward\./)).toBeVisible();
  await page.getByRole('textbox', { name: 'Ward' }).fill('7B');
  await page.getByRole('textbox', { name: 'Name of this PC' }).fill('WS-7B-02');
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('textbox', { name: "Manager's name" }).fill('R. Haile');
  await page.getByLabelText('Passphrase', { exact: true }).fill('short');
  await page.getByLabelText('Passphrase again').fill('short');
  await page.getByRole('button', { name: 'Create the vault' }).click();
  await expect.element(page.getByText(/Too short: at least 12 characters\./)).toBeVisible();
  await page.getByLabelText('Passphrase', { exact: true }).fill('correct horse battery');
  await page.getByLabelText('Passphrase again').fill('correct horse battery');
  await page.getByRole('button', { name: 'Create the vault' }).click();
  await expect.element(page.getByText('7K3M-QX9F-2WTA-RC5H-8JND-VE4P')).toBeVisible();
  expect(box.state.get().vault?.exists).toBe(true);
  await expect.element(page.getByRole('button', { name: 'Finish, add people' })).toBeDisabled();
  await page.getByRole('checkbox', { name: /on paper/ }).click();
  await page.getByRole('button', { name: 'Finish, add people' }).click();
  await expect.element(page.getByRole('heading', { name: 'Manage' })).toBeVisible();
});

test('names the downtime on the button and ends it when the all-clear is official', async () => {
  const opened = await openTestBox();
  await declareMorningOutage(opened);
  await openApp(opened, '#/manage/downtime');
  await page.getByRole('button', { name: 'EHR is officially back …' }).click();
  const confirm = page.getByRole('button', { name: 'End the downtime of 05:27 on 1 ward' });
  await expect.element(confirm).toBeDisabled();
  await page.getByRole('checkbox', { name: /all-clear is official/ }).click();
  await confirm.click();
  await expect.element(page.getByText('EHR UP')).toBeVisible();
  expect(opened.box.state.get().world.outages.events).toMatchObject([
    { stage: 'ended', until: '2026-11-22T07:41:05.000+01:00' },
  ]);
});

test('adds nobody while no manager is signed in, and says who may do what', async () => {
  await openApp(await openTestBox({ signedIn: true }), '#/manage/people');
  await expect.element(page.getByText('A manager adds people')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Add' })).not.toBeInTheDocument();
  const row = page.getByRole('row', { name: /^Add people, give a PIN or a new one/ });
  await expect.element(row).toMatchTextContent(/one–––yes$/);
});

test('adds a person who can then sign in', async () => {
  const opened = await openTestBox();
  await opened.box.signIn({ secret: 'correct horse battery', kind: 'passphrase' });
  const { world } = await openApp(opened, '#/manage/people');
  await page.getByRole('textbox', { name: 'Name' }).fill('S. Ní Bhriain');
  await page.getByLabelText('PIN', { exact: true }).fill('12');
  await page.getByLabelText('PIN again').fill('12');
  await page.getByRole('button', { name: 'Add' }).click();
  await expect.element(page.getByText(/Too short: at least 6 digits\./)).toBeVisible();
  await page.getByLabelText('PIN', { exact: true }).fill('905317');
  await page.getByLabelText('PIN again').fill('905317');
  await page.getByRole('button', { name: 'Add' }).click();
  await expect.element(page.getByText('S. Ní Bhriain can sign in here now.')).toBeVisible();
  expect(world.people.at(-1)).toMatchObject({ name: 'S. Ní Bhriain', role: 'nurse', hasPin: true });
});

test('locks when nobody touches the PC for as long as the setting says, and warns before', async () => {
  const { world } = await openApp(await openTestBox({ signedIn: true, settings: { lockAfterMs: 1500 } }), '#/start');
  await expect.element(page.getByText(/it locks in 30 s/)).toBeVisible();
  await expect.poll(() => world.locks, { timeout: 4000 }).toBe(1);
  await expect.element(page.getByText('Nobody signed in')).toBeVisible();
});

test('stays open when a key is pressed in time', async () => {
  const { world } = await openApp(await openTestBox({ signedIn: true, settings: { lockAfterMs: 1200 } }), '#/start');
  for (let press = 0; press < 8; press += 1) {
    await userEvent.keyboard('{Shift}');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  expect(world.locks).toBe(0);
});
