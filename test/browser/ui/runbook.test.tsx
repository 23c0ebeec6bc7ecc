import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { declareMorningOutage, openTestBox, type TestBox } from '../../support/fake-box';
import { openApp } from './open-app';

async function openRunbook(hash: string): Promise<TestBox> {
  const opened = await openTestBox();
  await declareMorningOutage(opened);
  return openApp(opened, hash);
}

test('finds a step of a runbook when beginnings of its words are typed', async () => {
  await openApp(await openTestBox(), '#/runbooks');
  await page.getByRole('textbox', { name: 'Search steps, problems, words' }).fill('uncross releas');
  await page
    .getByRole('link', { name: /uncrossmatched blood/ })
    .first()
    .click();
  await expect.element(page.getByRole('heading', { name: 'Blood bank in downtime' })).toBeVisible();
});

test('ticks nothing while it is only read', async () => {
  await openRunbook('#/runbooks/blood-bank/C');
  await expect.element(page.getByText(/You are reading/)).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Done' })).not.toBeInTheDocument();
});

test('follows the branch into another part when a decision is answered, and keeps it visible', async () => {
  const { box } = await openRunbook('#/runbooks/blood-bank/C');
  await page.getByRole('button', { name: 'Use it now' }).click();
  await page.getByRole('button', { name: 'Massive bleeding' }).click();
  await expect.element(page.getByRole('heading', { level: 2, name: 'Massive transfusion' })).toBeVisible();
  await page.getByRole('button', { name: /C Emergency release/ }).click();
  await expect.element(page.getByRole('button', { name: /Massive bleeding · 07:41 · Undo/ })).toBeVisible();
  expect(Object.values(box.state.get().world.runbookRuns.runs)[0]?.answers).toMatchObject([
    { step: 's37', option: 'massive-bleeding' },
  ]);
});

test('asks a decision again when a loop comes back to it, and keeps both answers', async () => {
  const { box } = await openRunbook('#/runbooks/level-of-care/B');
  await page.getByRole('button', { name: 'Use it now' }).click();
  for (const number of [17, 18, 19, 20, 21]) {
    await expect.element(page.getByText(new RegExp(`^Step ${number} ·`))).toBeVisible();
    await page.getByRole('button', { name: 'Done', exact: true }).click();
  }
  await page.getByRole('button', { name: 'No', exact: true }).click();
  for (const number of [23, 24]) {
    await expect.element(page.getByText(new RegExp(`^Step ${number} ·`))).toBeVisible();
    await page.getByRole('button', { name: 'Done', exact: true }).click();
  }
  await expect.element(page.getByText(/^Step 22 · .* again, time 2/)).toBeVisible();
  await page.getByRole('button', { name: 'Yes', exact: true }).click();
  await expect.element(page.getByText(/^Step 25 ·/)).toBeVisible();
  const [run] = Object.values(box.state.get().world.runbookRuns.runs);
  expect(run?.answers.filter((one) => one.step === 's22').map((one) => one.option)).toEqual(['no', 'yes']);
});

test('says where a step leads and when it is due by the clock when it is in use', async () => {
  await openRunbook('#/runbooks/level-of-care/B');
  await expect.element(page.getByText('→ then step 22')).toBeVisible();
  await page.getByRole('button', { name: 'Use it now' }).click();
  await expect.element(page.getByText(/by \d\d:\d\d/).first()).toBeVisible();
});

test('shows why and source of every step when they are asked for', async () => {
  await openRunbook('#/runbooks/blood-bank/C');
  await expect.element(page.getByText(/^(source|own synthesis|general knowledge)/)).not.toBeInTheDocument();
  await page.getByRole('button', { name: 'Why and source' }).click();
  await expect.element(page.getByText(/^(source|own synthesis|general knowledge)/).first()).toBeVisible();
});

test('shows only the runbooks of a phase and opens them there when it is chosen', async () => {
  await openApp(await openTestBox(), '#/runbooks');
  await page.getByRole('button', { name: 'Long outage' }).click();
  await expect.element(page.getByRole('link', { name: /Code blue/ })).not.toBeInTheDocument();
  await page.getByRole('link', { name: /^Laboratory in downtime/ }).click();
  await expect.element(page.getByRole('heading', { level: 2, name: /Extended/ })).toBeVisible();
});

test('leads to the known problem when its symptom is searched among the runbooks', async () => {
  await openApp(await openTestBox(), '#/runbooks');
  await page.getByRole('textbox', { name: 'Search steps, problems, words' }).fill('no dial tone');
  await page.getByRole('link', { name: /Phone system down/ }).click();
  await expect.element(page.getByRole('heading', { level: 1, name: 'Phone system down' })).toBeVisible();
});
