import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { declareMorningOutage, openTestBox } from '../../support/fake-box';
import { findings } from './findings';
import { openApp } from './open-app';

/** A question on top of a screen: where it is and which buttons lead to it. */
const DIALOGS = [
  ['not applicable', '#/tasks', ['Not applicable …']],
  ['state of a system', '#/start', [/^Phones/]],
  ['end of the downtime', '#/manage/downtime', ['EHR is officially back …']],
] as const;

describe.each(DIALOGS)('the dialog %s', (_name, hash, buttons) => {
  test.each(['light', 'dark'] as const)('has nothing for axe to find when shown in %s', async (theme) => {
    const opened = await openTestBox({ settings: { theme } });
    await declareMorningOutage(opened);
    await openApp(opened, hash);
    for (const name of buttons) await page.getByRole('button', { name }).click();
    await expect.element(page.getByRole('dialog')).toBeVisible();
    expect(await findings()).toEqual([]);
  });
});

test('the step of a runbook in use has nothing for axe to find', async () => {
  const opened = await openTestBox();
  await declareMorningOutage(opened);
  await openApp(opened, '#/runbooks/blood-bank/C');
  await page.getByRole('button', { name: 'Use it now' }).click();
  await expect.element(page.getByRole('button', { name: 'Massive bleeding' })).toBeVisible();
  expect(await findings()).toEqual([]);
});

test('the PIN pad with its refusal has nothing for axe to find', async () => {
  await openApp(await openTestBox(), '#/sign-in');
  await page.getByRole('button', { name: /J\. Kowalski/ }).click();
  await page.getByLabelText('PIN', { exact: true }).fill('000000');
  await page.getByRole('button', { name: /^Sign in/ }).click();
  await expect.element(page.getByText(/Wrong/)).toBeVisible();
  expect(await findings()).toEqual([]);
});

test('the break-glass form with its refusal has nothing for axe to find', async () => {
  await openApp(await openTestBox(), '#/sign-in');
  await page.getByRole('button', { name: 'Break glass' }).click();
  await page.getByRole('textbox', { name: 'Code from the envelope' }).fill('K7QF2-WRONG');
  await page.getByRole('textbox', { name: 'Your name' }).fill('K. Abara');
  await page.getByRole('combobox', { name: 'Your role' }).selectOptions('nurse');
  await page.getByRole('textbox', { name: 'Reason' }).fill('no PIN yet');
  await page.getByRole('button', { name: 'Open with this code' }).click();
  await expect.element(page.getByText(/does not open this PC/)).toBeVisible();
  expect(await findings()).toEqual([]);
});
