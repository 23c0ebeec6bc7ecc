import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { openTestBox, type TestBox } from '../../support/fake-box';
import { openApp } from './open-app';

const MANAGER = { person: 'm', secret: 'correct horse battery', kind: 'passphrase' } as const;

async function codesMade(): Promise<{ opened: TestBox; code: string }> {
  const opened = await openTestBox();
  await opened.box.signIn(MANAGER);
  const made = await opened.box.breakGlass.make(2);
  await opened.box.lock();
  return { opened, code: made.ok ? (made.value[0] ?? '') : '' };
}

test('opens with a code, name, role and reason, records them, and says so on every screen', async () => {
  const { opened, code } = await codesMade();
  const { box, world } = await openApp(opened, '#/sign-in');
  await page.getByRole('button', { name: 'Break glass' }).click();
  const open = page.getByRole('button', { name: 'Open with this code' });
  await page.getByRole('textbox', { name: 'Code from the envelope' }).fill('K7QF2-WRONG');
  await page.getByRole('textbox', { name: 'Your name' }).fill('K. Abara');
  await expect.element(open).toBeDisabled();
  await page.getByRole('combobox', { name: 'Your role' }).selectOptions('nurse');
  await page.getByRole('textbox', { name: 'Reason' }).fill('no PIN yet');
  await open.click();
  await expect.element(page.getByText(/This code does not open this PC\./)).toBeVisible();
  await page.getByRole('textbox', { name: 'Code from the envelope' }).fill(code);
  await open.click();
  await expect.poll(() => box.state.get().signedIn?.person.name).toBe('K. Abara');
  expect(world.ledger.entries.at(-1)).toMatchObject({
    type: 'break-glass.used',
    by: box.state.get().signedIn?.person.id,
    payload: { name: 'K. Abara', role: 'nurse', reason: 'no PIN yet' },
  });
  const banner = page.getByText(/^Break glass: K\. Abara, nurse\./);
  await expect.element(banner).toBeVisible();
  location.hash = '#/runbooks';
  await expect.element(banner).toBeVisible();
  await box.lock();
  await expect.element(banner).not.toBeInTheDocument();
});

test('opens nothing when the use cannot be written down', async () => {
  const { opened, code } = await codesMade();
  const { box, world } = opened;
  world.ledger.append = () => {
    throw new Error('neither copy');
  };
  await expect(box.breakGlass.open({ code, name: 'K. Abara', role: 'nurse', reason: 'no PIN yet' })).rejects.toThrow(
    'neither copy',
  );
  expect(box.state.get().signedIn).toBeNull();
});

test('shows new codes once, prints one page each, and forgets them', async () => {
  const opened = await openTestBox();
  await opened.box.signIn(MANAGER);
  const { world } = await openApp(opened, '#/manage/break-glass');
  await page.getByRole('combobox', { name: 'How many new codes?' }).selectOptions('2');
  await page.getByRole('button', { name: 'Make codes' }).click();
  await expect.element(page.getByText('2 codes are unused.')).toBeVisible();
  await page.getByRole('button', { name: 'Print 2 codes' }).click();
  await expect.element(page.getByText(/^Sent to Ward7B_Laser\./)).toBeVisible();
  expect(world.ledger.entries.map(({ type, payload }) => ({ type, payload }))).toMatchObject([
    { type: 'break-glass.made', payload: { count: 2 } },
    { type: 'print.queued', payload: { pages: 2, printer: 'Ward7B_Laser' } },
    { type: 'pack.printed', payload: { pages: 2, target: 'printer' } },
  ]);
  expect(JSON.stringify(world.ledger.entries)).not.toContain(world.breakGlassCodes[0]);
  await page.getByRole('button', { name: /on paper/ }).click();
  await expect.element(page.getByText(world.breakGlassCodes[0] ?? '')).not.toBeInTheDocument();
});

test('lists a use until a manager has reviewed it, and who that was after', async () => {
  const { opened, code } = await codesMade();
  await opened.box.breakGlass.open({ code, name: 'K. Abara', role: 'nurse', reason: 'no PIN yet' });
  const { box, world } = await openApp(opened, '#/manage/break-glass');
  await expect.element(page.getByText('not reviewed yet')).toBeVisible();
  expect(await box.breakGlass.review(world.ledger.entries.at(-1)?.id ?? '')).toMatchObject({
    error: { code: 'not-manager' },
  });
  await box.lock();
  await expect.element(page.getByText('no PIN yet')).not.toBeInTheDocument();
  await box.signIn(MANAGER);
  await page.getByRole('button', { name: /^Reviewed: K\. Abara/ }).click();
  await expect.element(page.getByText(/^reviewed by R\. Haile at .*07:41$/)).toBeVisible();
  expect(world.ledger.entries.at(-1)).toMatchObject({ type: 'break-glass.reviewed', by: 'm' });
});

test('is on no list of people afterwards', async () => {
  const { opened, code } = await codesMade();
  await opened.box.breakGlass.open({ code, name: 'K. Abara', role: 'nurse', reason: 'no PIN yet' });
  await openApp(opened, '#/manage/people');
  await expect.element(page.getByRole('rowheader', { name: 'A. Moreau' })).toBeVisible();
  await expect.element(page.getByRole('rowheader', { name: 'K. Abara' })).not.toBeInTheDocument();
});
