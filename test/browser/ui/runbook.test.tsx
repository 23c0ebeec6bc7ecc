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
