import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { lockIfSignedIn } from '../../../renderer/app/lock-if-signed-in';
import { startLockRequests } from '../../../renderer/shell/lock-requests';
import { openTestBox } from '../../support/fake-box';
import { createFakeShell } from '../../support/fake-shell';
import { openApp } from './open-app';

test.each(['screen-lock', 'suspend', 'idle'] as const)('locks when the shell tells of %s', async (why) => {
  const opened = await openTestBox({ signedIn: true });
  const fake = createFakeShell();
  startLockRequests(fake.bridge, () => lockIfSignedIn(opened.box));
  fake.emit('lock-requested', { why });
  await expect.poll(() => opened.world.locks).toBe(1);
  expect(opened.box.state.get()).toMatchObject({ signedIn: null, snapshot: null, drafts: [] });
  fake.emit('lock-requested', { why });
  expect(opened.world.locks).toBe(1);
});

test('shows the policy in force for IT', async () => {
  await openApp(await openTestBox(), '#/manage/diagnostics');
  await expect.element(page.getByText('Read from /etc/downtime-box/policy.json. Only IT can change it.')).toBeVisible();
  await expect.element(page.getByText('keepClosedDays')).toBeVisible();
  await expect.element(page.getByText('not set')).toBeVisible();
});
