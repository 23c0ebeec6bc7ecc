import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { currentOutage } from '../../../renderer/domain/outage/projection';
import { declareMorningOutage, MORNING, openTestBox, type TestBox, workThroughMorning } from '../../support/fake-box';
import { steadyReading } from '../../support/memory-ports';
import { openApp } from './open-app';

const HOUR = 3_600_000;

async function setBackAnHour({ box, world }: TestBox): Promise<void> {
  const { uptimeMs } = steadyReading(world.clock.now());
  const back = new Date(Date.parse(world.clock.now()) - HOUR + HOUR).toISOString().replace('Z', '+01:00');
  world.clock.set(back);
  world.clockReading = { ...steadyReading(back), uptimeMs };
  await box.clockUse.look();
}

test('a clock set back an hour is written down, told on every screen, on the log, and once only', async () => {
  const opened = await openTestBox({ signedIn: true });
  await declareMorningOutage(opened);
  await opened.box.clockUse.look();
  await setBackAnHour(opened);
  await opened.box.clockUse.look();
  expect(opened.box.state.get().world.clock.changes).toMatchObject([{ kind: 'set-back', byMs: -HOUR }]);
  await openApp(opened, '#/log');
  await expect.element(page.getByText(/set back 1 h at 07:41; it then showed 06:41\. Times before/)).toBeVisible();
  await expect.element(page.getByRole('list').getByText(/set back 1 h at 07:41; it then showed 06:41\./)).toBeVisible();
  location.hash = '#/contacts';
  await expect.element(page.getByText(/set back 1 h at 07:41/)).toBeVisible();
});

test('no row goes missing when the clock is set back an hour', async () => {
  const opened = await openTestBox({ signedIn: true, snapshotAsOf: '2026-11-22T05:15:00.000+01:00' });
  const outage = await declareMorningOutage(opened);
  await workThroughMorning(opened, outage);
  const { box, world } = opened;
  const shown = () => ({
    entries: box.state.get().world.entries.length,
    patients: box.patients.board().length,
    answers: Object.values(box.state.get().world.runs.runs).map(({ answers }) => Object.keys(answers).length),
    event: currentOutage(box.state.get().world.outages)?.id,
  });
  const before = shown();
  await setBackAnHour(opened);
  const logged = await box.outage.log({ outage, kind: 'note', text: 'after', occurredAt: world.clock.now() });
  expect(logged.ok).toBe(true);
  // The change of the clock and the line itself.
  expect(shown()).toEqual({ ...before, entries: before.entries + 2 });
});

test('a jump that could not be written down is found again by the next look', async () => {
  const opened = await openTestBox();
  const { box, world } = opened;
  const append = world.ports.ledger.append.bind(world.ports.ledger);
  Object.assign(world.ports.ledger, { append: async () => Promise.reject(new Error('disk')) });
  await setBackAnHour(opened);
  expect(box.state.get().world.clock.changes).toEqual([]);
  Object.assign(world.ports.ledger, { append });
  await box.clockUse.look();
  expect(box.state.get().world.clock.changes).toHaveLength(1);
});

test('a comparison with a trusted clock shows how far off this PC is', async () => {
  const opened = await openTestBox({ signedIn: true, now: MORNING });
  await openApp(opened, '#/manage/diagnostics');
  await page.getByRole('textbox', { name: 'A clock you trust shows (24 h)' }).fill('0744');
  await page.getByRole('button', { name: 'Compare now' }).click();
  await expect.element(page.getByText('3 min slow, compared at 07:41')).toBeVisible();
});
