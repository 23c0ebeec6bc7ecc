import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { declareMorningOutage, openTestBox } from '../../support/fake-box';
import { openApp } from './open-app';

test('tells everybody a word with the time of the next one, without a sign-in', async () => {
  const opened = await openTestBox();
  const outage = await declareMorningOutage(opened);
  await openApp(opened, '#/situation');
  await expect.element(page.getByText('No word yet from those who mend it.')).toBeVisible();
  await page.getByRole('textbox', { name: 'What is known now' }).fill('Storage does not answer');
  await page.getByRole('textbox', { name: 'Who said so' }).fill('IT duty');
  await page.getByRole('radio', { name: '30 min' }).click();
  await page.getByRole('button', { name: 'Tell everybody' }).click();
  await expect.element(page.getByText('Storage does not answer')).toBeVisible();
  const event = opened.box.state.get().world.outages.events.find((one) => one.id === outage);
  const [word] = event?.updates ?? [];
  expect(word).toMatchObject({ text: 'Storage does not answer', saidBy: 'IT duty' });
  expect(Date.parse(word?.nextAt ?? '') - Date.parse(word?.at ?? '')).toBe(30 * 60_000);
  await expect.element(page.getByRole('button', { name: 'After-action report' })).not.toBeInTheDocument();
});

test('says that the promised word has not come', async () => {
  const opened = await openTestBox({ signedIn: true });
  const outage = await declareMorningOutage(opened);
  const now = opened.world.clock.now();
  const soon = new Date(Date.parse(now) + 60_000).toISOString();
  await opened.box.outage.update({ outage, text: 'Restart at once', nextAt: soon });
  opened.world.clock.set(new Date(Date.parse(now) + 10 * 60_000).toISOString());
  await openApp(opened, '#/situation');
  await expect.element(page.getByText(/The next word was promised for/)).toBeVisible();
});

test('shows the bulletin as paper before it is printed', async () => {
  const opened = await openTestBox();
  const outage = await declareMorningOutage(opened);
  await openApp(opened, `#/print/bulletin/${outage}`);
  await expect.element(page.getByRole('radio', { name: 'Bulletin for the notice board' })).toBeChecked();
  await expect.element(page.getByText(/Page 1 of 1/)).toBeVisible();
});

test('saves the tables of the after-action report when somebody is signed in', async () => {
  const opened = await openTestBox({ signedIn: true });
  const outage = await declareMorningOutage(opened);
  await opened.box.outage.log({
    outage,
    kind: 'safety',
    text: '=Unlabelled tube found',
    occurredAt: opened.world.clock.now(),
  });
  const saved: { name: string; bytes: Uint8Array }[] = [];
  Object.assign(opened.world.ports.files, {
    saveFolder: async (files: typeof saved) => {
      saved.push(...files);
      return { saved: true };
    },
  });
  await openApp(opened, '#/situation');
  await page.getByRole('button', { name: 'Save its tables (CSV)' }).click();
  await expect.poll(() => saved.map(({ name }) => name)).toContain('after-action-safety.csv');
  const safety = new TextDecoder().decode(saved.find(({ name }) => name === 'after-action-safety.csv')?.bytes);
  expect(safety).toContain("'=Unlabelled tube found");
});
