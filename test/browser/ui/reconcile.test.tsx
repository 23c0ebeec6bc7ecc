import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { QueueItem } from '../../../renderer/domain/reconciliation/queue';
import { enterAll, openBackEntry, openWrittenWard } from '../../support/recovery-ward';
import type { TestBox } from '../../support/fake-box';
import { openApp } from './open-app';

function line({ box }: TestBox, words: string): QueueItem {
  const found = box.reconcile.view()?.items.find((item) => item.label.includes(words));
  if (!found) throw new Error(`no line ${words}`);
  return found;
}

const at = (item: QueueItem): string =>
  `#/reconcile/${[item.owner, item.serial, item.item].map(encodeURIComponent).join('/')}`;

test('says that nothing is entered yet when the downtime still runs', async () => {
  await openApp(await openWrittenWard(), '#/reconcile');
  await expect.element(page.getByText('Nothing is entered before the official all-clear.')).toBeVisible();
  await expect.element(page.getByRole('button', { name: /Entered/ })).not.toBeInTheDocument();
  await page.getByRole('button', { name: 'End of the downtime' }).click();
  expect(location.hash).toBe('#/manage/downtime');
});

test('marks the line with its EHR reference and goes to the next when Ctrl+Enter is pressed', async () => {
  const made = await openBackEntry();
  const dose = line(made, 'morphine');
  await openApp(made, at(dose));
  // The comment is in the zone of the PC, which in a test browser is any.
  await expect.element(page.getByText(/Given \d\d:10 by J. Kowalski, entered \d\d:52, late entry/)).toBeVisible();
  await page.getByRole('textbox', { name: /EHR reference/ }).fill('A-4711');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.poll(() => line(made, 'morphine').mark).toMatchObject({ as: 'entered', ref: 'A-4711', by: 'am' });
  const next = page.getByRole('heading', { name: 'Enter this in the EHR' });
  await expect.element(next).toHaveFocus();
  await expect.element(page.getByRole('button', { name: /amoxicillin/ })).toHaveAttribute('aria-current', 'true');
});

test('takes a mark back when Undo is pressed', async () => {
  const made = await openBackEntry();
  await openApp(made, at(line(made, 'morphine')));
  await page.getByRole('button', { name: 'Entered, next' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => line(made, 'morphine').state).toBe('to-enter');
});

test('cannot be entered and leads to its order when a dose waits', async () => {
  const made = await openBackEntry();
  const dose = line(made, 'Dose · ceftriaxone');
  await openApp(made, at(dose));
  await expect.element(page.getByRole('button', { name: /Entered/ })).not.toBeInTheDocument();
  await page.getByRole('button', { name: 'Go to it' }).click();
  await expect.element(page.getByRole('radio', { name: /Pharmacy/ })).toBeChecked();
  await page.getByRole('button', { name: 'Entered, next' }).click();
  await expect.poll(() => line(made, 'Dose · ceftriaxone').state).toBe('to-enter');
});

test('asks for a reason when a line is not needed', async () => {
  const made = await openBackEntry();
  await openApp(made, at(line(made, 'morphine')));
  await page.getByRole('button', { name: 'Not needed …' }).click();
  const confirm = page.getByRole('dialog').getByRole('button', { name: 'Not needed' });
  await expect.element(confirm).toBeDisabled();
  await page.getByRole('textbox', { name: 'Reason' }).fill('twice on paper');
  await confirm.click();
  await expect.poll(() => line(made, 'morphine').mark).toMatchObject({ as: 'not-needed', reason: 'twice on paper' });
});

test('offers no check to who entered the line, and one to a second person', async () => {
  const made = await openBackEntry();
  await enterAll(made, 'am', (item) => item.label.includes('morphine'));
  await enterAll(made, 'jk', (item) => item.label.includes('amoxicillin'));
  await openApp(made, at(line(made, 'morphine')));
  await expect.element(page.getByText(/A second person checks it in the EHR, not you/)).toBeVisible();
  await expect.element(page.getByRole('button', { name: /It is right in the EHR/ })).not.toBeInTheDocument();
  await page.getByRole('button', { name: /amoxicillin/ }).click();
  await page.getByRole('button', { name: /It is right in the EHR/ }).click();
  await expect.poll(() => line(made, 'amoxicillin').state).toBe('verified');
});

test('shows who works on a line and lets another take over when it is claimed', async () => {
  const made = await openBackEntry();
  const dose = line(made, 'morphine');
  await openApp(made, at(dose));
  await page.getByRole('button', { name: 'I do this one' }).click();
  await expect.element(page.getByText('You work on this line.')).toBeVisible();
  await page.getByRole('button', { name: 'Release' }).click();
  await expect.poll(() => line(made, 'morphine').claimedBy).toBeUndefined();
});

test('goes to a colleague by name when a line is handed over', async () => {
  const made = await openBackEntry();
  await openApp(made, at(line(made, 'morphine')));
  await page.getByRole('button', { name: 'I do this one' }).click();
  await page.getByRole('button', { name: 'Hand over …' }).click();
  await page.getByRole('combobox', { name: 'To whom' }).selectOptions('J. Kowalski');
  await page.getByRole('dialog').getByRole('button', { name: 'Hand over this line' }).click();
  await expect.poll(() => line(made, 'morphine').claimedBy?.by).toBe('jk');
  await expect.element(page.getByText(/J. Kowalski works on this line since/)).toBeVisible();
});

test('shows the signed form beside what is typed when the window is wide', async () => {
  const made = await openBackEntry();
  await page.viewport(1366, 768);
  await openApp(made, at(line(made, 'morphine')));
  await expect.element(page.getByRole('img', { name: /F04/ })).toBeVisible();
});

test('files a page by its code and names the one that is missing', async () => {
  const made = await openBackEntry();
  const paper = line(made, 'Paper · F10');
  await openApp(made, '#/reconcile/paper');
  await expect.element(page.getByRole('row', { name: new RegExp(paper.serial) })).toBeVisible();
  await page.getByRole('textbox', { name: 'Code of the paper' }).fill(`DT|F10|1|${paper.serial}|1`);
  await page.getByRole('button', { name: 'Seen' }).click();
  await expect.element(page.getByText(`Seen: ${paper.serial} page 1.`)).toBeVisible();
  await page.getByRole('textbox', { name: 'Code of the paper' }).fill('DT|F10|1|DT-XX-000001-A|1');
  await page.getByRole('button', { name: 'Seen' }).click();
  await expect.element(page.getByText(/No paper DT-XX-000001-A was printed/)).toBeVisible();
});

test('counts by another rule when the nurse in charge chooses one', async () => {
  const made = await openBackEntry();
  await openApp(made, '#/reconcile/rule');
  await expect.element(page.getByText(/For this outage of 3 h 10 min you enter allergies/)).toBeVisible();
  await page.getByRole('button', { name: 'Use this rule' }).first().click();
  await expect.poll(() => made.world.ledger.entries.at(-1)?.type).toBe('policy.chosen');
});

test('closes the downtime with what stays open when all critical lines are checked', async () => {
  const made = await openBackEntry();
  await enterAll(made, 'jk', (item) => item.priority <= 4);
  for (const { serial, item, state } of made.box.reconcile.view()?.items ?? [])
    if (state === 'entered') await made.box.reconcile.verify({ serial, item });
  await openApp(made, '#/reconcile/complete');
  await expect.element(page.getByText('1 ward has not signed off:')).toBeVisible();
  await page.getByRole('button', { name: 'Sign off 7B' }).click();
  await page.getByRole('button', { name: 'Close the downtime of 05:27' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Close the downtime of 05:27' }).click();
  await expect.element(page.getByText(/^Closed 08:52/)).toBeVisible();
  const open = made.box.reconcile.closeCheck()?.openItems;
  expect(made.world.ledger.entries.find((entry) => entry.type === 'outage.closed')?.payload).toMatchObject({
    openItems: open,
  });
  expect(made.world.ledger.entries.at(-1)).toMatchObject({
    type: 'reconciliation.closed',
    payload: { wards: ['7B'], openItems: open },
  });
});

test('does not offer closing when a critical line is open', async () => {
  await openApp(await openBackEntry(), '#/reconcile/complete');
  await expect.element(page.getByText(/critical lines are not entered/)).toBeVisible();
  await expect.element(page.getByRole('button', { name: /Close the downtime/ })).toBeDisabled();
});

test('says on the list of doses what the chart says and what is in the EHR', async () => {
  const made = await openBackEntry();
  await enterAll(made, 'jk', (item) => item.label.includes('paracetamol'));
  await openApp(made, '#/reconcile/doses');
  await expect.element(page.getByText('4 doses in this downtime, 1 in the EHR.', { exact: false })).toBeVisible();
  await expect.element(page.getByRole('row', { name: /paracetamol.*Given.*yes/ })).toBeVisible();
  await expect.element(page.getByRole('row', { name: /morphine.*Given.*not yet/ })).toBeVisible();
});
