import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { declareMorningOutage, openTestBox } from '../../support/fake-box';
import { openApp } from './open-app';

test('walks strip, rail and content when F6 is pressed', async () => {
  await openApp(await openTestBox(), '#/help');
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveFocus();
  const region = (): string | undefined => document.activeElement?.getAttribute('data-region') ?? undefined;
  await userEvent.keyboard('{F6}');
  expect(region()).toBe('strip');
  await userEvent.keyboard('{F6}');
  expect(region()).toBe('rail');
  await userEvent.keyboard('{F6}');
  expect(region()).toBe('main');
  await userEvent.keyboard('{Shift>}{F6}{/Shift}');
  expect(region()).toBe('rail');
});

test('shows the age of the data in amber words when it is older than the limit', async () => {
  await openApp(await openTestBox({ signedIn: true, snapshotAsOf: '2026-11-22T06:15:00.000+01:00' }), '#/start');
  await expect.element(page.getByText('(1 h 26 min old)')).toBeVisible();
  expect(document.querySelector('[data-age]')?.getAttribute('data-age')).toBe('stale');
});

test('says that entries go to one copy only when the journal cannot be written', async () => {
  const opened = await openTestBox();
  opened.world.journal = 'failed';
  await openApp(opened, '#/start');
  await declareMorningOutage(opened);
  await expect.element(page.getByText(/Saved in one copy only/)).toBeVisible();
  await expect.element(page.getByRole('alert')).toBeVisible();
});

test('says what still works, and keeps the patients on screen, when the disk runs full', async () => {
  const opened = await openTestBox({ signedIn: true, snapshotAsOf: '2026-11-22T06:15:00.000+01:00' });
  await openApp(opened, '#/patients');
  const { family } = opened.box.patients.board()[0] ?? { family: '' };
  await expect.element(page.getByText(new RegExp(family)).first()).toBeVisible();
  opened.world.setSpace({ level: 'reserve', freeBytes: 200e6, ballastBytes: 0 });
  await expect.element(page.getByText(/uses the room it kept back; 200 MB are left/)).toBeVisible();
  opened.world.setSpace({ level: 'read-only', freeBytes: 1e6, ballastBytes: 0 });
  await expect.element(page.getByText(/nothing more can be saved here/)).toBeVisible();
  await expect.element(page.getByText(new RegExp(family)).first()).toBeVisible();
  opened.world.setSpace({ level: 'ok', freeBytes: 80e9, ballastBytes: 0 });
  await expect.element(page.getByText(/nothing more can be saved here/)).not.toBeInTheDocument();
});

test('keeps one clock running over screens and says nothing by itself when seconds pass', async () => {
  const { world } = await openApp(await openTestBox(), '#/start');
  const clock = page.getByRole('timer', { name: 'Time' });
  await expect.element(clock).toMatchTextContent('07:41:05');
  await expect.element(clock).toHaveAttribute('aria-live', 'off');
  world.clock.set('2026-11-22T07:41:06.000+01:00');
  await expect.element(clock).toMatchTextContent('07:41:06');
});

test('opens runbooks and numbers and tells what is safe when the data does not open', async () => {
  await openApp(await openTestBox({ failOpen: 'newer-version' }), '#/start');
  await expect.element(page.getByText(/written by a newer version/)).toBeVisible();
  await expect.element(page.getByText('Code for IT: newer-version')).toBeVisible();
  await page.getByRole('button', { name: 'Contacts' }).click();
  await expect.element(page.getByText('000-4100')).toBeVisible();
});
