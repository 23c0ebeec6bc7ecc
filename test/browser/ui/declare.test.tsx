import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { declareMorningOutage, openTestBox } from '../../support/fake-box';
import { openApp } from './open-app';

test('starts the downtime and opens the role card when Enter is pressed on the three answers', async () => {
  const { box } = await openApp(await openTestBox(), '#/start');
  await page.getByRole('button', { name: /EHR is down: start here/ }).click();
  await expect.element(page.getByRole('heading', { name: 'EHR is down: three answers' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('DOWNTIME 00:00')).toBeVisible();
  await expect.element(page.getByRole('heading', { level: 1, name: 'Nurse in charge' })).toHaveFocus();
  expect(box.state.get().world.outages.events).toMatchObject([
    { ward: '7B', kind: 'unplanned', stage: 'running', since: '2026-11-22T07:41:05.000+01:00' },
  ]);
});

test('writes what was answered when another card, role and an earlier time are chosen', async () => {
  const { box } = await openApp(await openTestBox(), '#/declare');
  await page.getByRole('radio', { name: /Medicines only/ }).click();
  await page.getByRole('radio', { name: /Bedside nurse/ }).click();
  await page.getByRole('textbox', { name: 'It stopped at (24 h)' }).fill('0527');
  await page.getByRole('button', { name: /Start downtime on Ward 7B/ }).click();
  await expect.element(page.getByText('DOWNTIME 02:14')).toBeVisible();
  expect(box.state.get().world.outages.events).toMatchObject([
    { kind: 'partial', since: '2026-11-22T05:27:00.000+01:00', systems: { orders: { state: 'down' } } },
  ]);
  expect(box.state.get().settings.role).toBe('bedside-nurse');
});

test('marks the strip as a drill when a drill is started', async () => {
  await openApp(await openTestBox(), '#/declare/drill');
  await page.getByRole('button', { name: /Start the drill/ }).click();
  await expect.element(page.getByText('DRILL 00:00')).toBeVisible();
});

test('offers the running downtime instead of a second one when one runs', async () => {
  const opened = await openTestBox();
  await declareMorningOutage(opened);
  await openApp(opened, '#/declare');
  await expect.element(page.getByRole('button', { name: /Start downtime/ })).toBeDisabled();
  await page.getByRole('button', { name: 'Go to the running downtime' }).click();
  await expect.element(page.getByRole('heading', { level: 1, name: 'Downtime on Ward 7B' })).toBeVisible();
});

test('joins the event of another ward when this ward has not yet', async () => {
  const opened = await openTestBox();
  await opened.box.outage.declare({
    kind: 'unplanned',
    systems: ['ehr'],
    ward: '7A',
    since: '2026-11-22T05:31:00.000+01:00',
  });
  await openApp(opened, '#/start');
  await page.getByRole('button', { name: 'Join with Ward 7B' }).click();
  await expect
    .poll(() => opened.box.state.get().world.outages.events[0]?.wards.map((one) => one.ward))
    .toEqual(['7A', '7B']);
});
