import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { openApp } from './open-app';
import { closedOutage } from '../../support/closed-outage';

test('shows a manager what goes when, and two people remove it before its time', async () => {
  const { opened, outage } = await closedOutage();
  const { world, box } = await openApp(opened, '#/manage/retention');
  await expect.element(page.getByText('to be removed on 22-Dec-2026')).toBeVisible();
  await page.getByRole('button', { name: 'Remove now …' }).click();
  await expect
    .element(page.getByText(/^\d+ entries, 0 drafts and 1 stored patient lists lie under it\.$/))
    .toBeVisible();
  const confirm = page.getByRole('button', { name: 'Remove for good' });
  await expect.element(confirm).toBeDisabled();
  await page.getByLabelText('Reason').fill('asked by the board');
  await page.getByLabelText('Second person', { exact: true }).selectOptions('A. Moreau, nurse in charge');
  await page.getByLabelText('PIN or passphrase of the second person').fill('000000');
  await confirm.click();
  await expect.element(page.getByRole('alert')).toMatchTextContent(/Wrong/);
  expect(world.removedBooks).toEqual([]);
  await page.getByLabelText('PIN or passphrase of the second person').fill('418207');
  await confirm.click();
  await expect.element(page.getByText(/^REMOVED on 22-Nov-2026 by R\. Haile: \d+ entries\./)).toBeVisible();
  expect(world.removedBooks).toEqual([outage]);
  expect(world.ledger.entries.at(-1)).toMatchObject({
    type: 'patients.removed',
    by: 'm',
    payload: { why: 'two-people', secondPerson: 'am', reason: 'asked by the board' },
  });
  expect(box.state.get().world.outages.events).toMatchObject([{ stage: 'closed', removedAt: world.clock.now() }]);
});

test('keeps longer with a date and a reason', async () => {
  const { opened } = await closedOutage();
  await openApp(opened, '#/manage/retention');
  await page.getByRole('button', { name: 'Keep longer …' }).click();
  await page.getByLabelText('Day').fill('01');
  await page.getByLabelText('Month').fill('03');
  await page.getByLabelText('Year').fill('2027');
  await page.getByLabelText('Reason').fill('complaint');
  await page.getByRole('button', { name: 'Keep until then' }).click();
  await expect.element(page.getByText('to be removed on 01-Mar-2027 Kept longer by R. Haile: complaint')).toBeVisible();
});

test('removes nothing for who is no manager, and by the command only what is due', async () => {
  const { opened, outage } = await closedOutage('am');
  const { box, world } = opened;
  expect(await box.retention.remove({ outage })).toMatchObject({ error: { code: 'not-manager' } });
  await box.lock();
  await box.signIn({ person: 'm', secret: 'correct horse battery', kind: 'passphrase' });
  expect(await box.retention.remove({ outage })).toMatchObject({ error: { code: 'second-person-missing' } });
  world.clock.set('2026-12-23T08:00:00.000+01:00');
  expect(await box.retention.remove({ outage })).toMatchObject({ ok: true });
  expect(world.removedBooks).toEqual([outage]);
});
