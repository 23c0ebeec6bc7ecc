import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { EntryOf } from '../../../renderer/domain/ledger/entry';
import { openClinicalWard } from '../../support/clinical-ward';
import { openTestBox, type TestBox } from '../../support/fake-box';
import { openApp } from './open-app';

async function openPrinting(hash: string): Promise<TestBox> {
  const made = await openClinicalWard();
  await made.box.saveSettings({ printer: 'Ward7B_Laser' });
  return openApp(made, hash);
}

function printed({ world }: TestBox): readonly EntryOf<'pack.printed'>[] {
  return world.ledger.entries.filter((entry) => entry.type === 'pack.printed');
}

test('asks whether the pages came out until somebody answers when a pack was sent', async () => {
  const made = await openPrinting('#/print/patients/patient-3/patient-4');
  await page.getByRole('button', { name: 'Print 16 pages' }).click();
  await expect.element(page.getByText('Sent to Ward7B_Laser 07:41 · 16 pages.')).toBeVisible();
  expect(printed(made).map(({ payload }) => payload.sheets.length)).toEqual([6]);
  await page.getByRole('button', { name: 'Yes, all' }).click();
  await expect.element(page.getByText('Did they come out?')).not.toBeInTheDocument();
});

test('prints the missing pages again on their own serials when some did not come out', async () => {
  const made = await openPrinting('#/print/patients/patient-3');
  await page.getByRole('button', { name: 'Print 8 pages' }).click();
  await page.getByRole('button', { name: 'Some' }).click();
  await page.getByRole('textbox', { name: 'Missing from page' }).fill('6');
  await page.getByRole('textbox', { name: 'to page' }).fill('7');
  await page.getByRole('button', { name: 'Print 2 pages again' }).click();
  await expect.poll(() => printed(made).length).toBe(2);
  const [first, again] = printed(made).map(({ payload }) => payload);
  expect(again?.sheets).toEqual(first?.sheets.filter((sheet) => sheet.form === 'F06'));
  expect(again).toMatchObject({ pages: 2, reprintReason: 'did not come out' });
  await expect.element(page.getByText('Did they come out?')).toBeVisible();
});

test('prints a form about the ward once, under no patient, when a pack is for several patients', async () => {
  const made = await openPrinting('#/print/patients/patient-3/patient-4');
  await page.getByRole('searchbox', { name: 'Find a form' }).fill('issue');
  await page.getByRole('checkbox', { name: /F21/ }).click();
  await expect.element(page.getByText('Ticked: F04, F06, F10, F21')).toBeVisible();
  await page.getByRole('button', { name: /^Print 1[7-9] pages/ }).click();
  await expect.poll(() => printed(made).length).toBe(1);
  const sheets = printed(made)[0]?.payload.sheets ?? [];
  expect(sheets.filter((sheet) => sheet.form === 'F21').map(({ patient }) => patient)).toEqual([undefined]);
  expect(sheets.filter((sheet) => sheet.form === 'F04')).toHaveLength(2);
});

test('prints a form about the ward once beside one of the others per bed when a blank pack is printed', async () => {
  const made = await openPrinting('#/print/blank/F10');
  await page.getByRole('checkbox', { name: /F21/ }).click();
  await page.getByRole('textbox', { name: 'Copies of each form' }).fill('4');
  await page.getByRole('button', { name: /^Print \d+ pages/ }).click();
  await expect.poll(() => printed(made).length).toBe(1);
  const forms = (printed(made)[0]?.payload.sheets ?? []).map((sheet) => sheet.form);
  expect(forms).toEqual(['F10', 'F10', 'F10', 'F10', 'F21']);
});

test('gives new serials to the next print when the same pack is printed twice', async () => {
  const made = await openPrinting('#/print/patients/patient-3');
  const print = page.getByRole('button', { name: 'Print 8 pages' });
  await print.click();
  await page.getByRole('button', { name: 'Yes, all' }).click();
  await print.click();
  await expect.poll(() => printed(made).length).toBe(2);
  const serials = printed(made).flatMap(({ payload }) => payload.sheets.map((sheet) => sheet.serial));
  expect(new Set(serials).size).toBe(6);
});

test('takes the question along as a notice when the page is left without an answer', async () => {
  await openPrinting('#/print/patients/patient-3');
  await page.getByRole('button', { name: 'Print 8 pages' }).click();
  await expect.element(page.getByText('Did they come out?')).toBeVisible();
  location.hash = '#/start';
  await expect.element(page.getByText(/nobody has said yet whether all pages came out/)).toBeVisible();
});

test('saves blanks as PDF without a sign-in when no printer is chosen', async () => {
  const made = await openApp(await openTestBox(), '#/print/blank/F10');
  await expect.element(page.getByRole('checkbox', { name: /F10/ })).toBeChecked();
  await page.getByRole('textbox', { name: 'Copies of each form' }).fill('3');
  await page.getByRole('button', { name: 'Save 3 pages as PDF' }).click();
  await expect.element(page.getByText(/Saved as PDF, 3 pages/)).toBeVisible();
  expect(printed(made).map(({ payload }) => payload.target)).toEqual(['pdf']);
});

test('asks for a sign-in instead of names when nobody is signed in', async () => {
  await openApp(await openTestBox(), '#/print/patients');
  await expect.element(page.getByText('Sign in to print names, or print blank forms.')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Save as PDF' })).toBeDisabled();
});

test('shows the very page that will be printed when somebody walks through the preview', async () => {
  await openPrinting('#/print/runbook/blood-bank');
  const picture = page.getByRole('img', { name: /Page 1 of \d+/ });
  await expect.element(picture).toBeVisible();
  const image = picture.element() as HTMLImageElement;
  await image.decode();
  expect(image.naturalHeight / image.naturalWidth).toBeCloseTo(297 / 210, 2);
  await userEvent.click(page.getByRole('button', { name: 'Next page' }));
  await expect.element(page.getByRole('img', { name: /Page 2 of \d+/ })).toBeVisible();
});

test('prints on Ctrl+P when something is ready to print', async () => {
  const made = await openPrinting('#/print/patients/patient-3');
  await expect.element(page.getByRole('button', { name: 'Print 8 pages' })).toBeEnabled();
  await userEvent.keyboard('{Control>}p{/Control}');
  await expect.poll(() => printed(made).length).toBe(1);
});

test('prints labels for those ticked on the board from the first free one on', async () => {
  const made = await openPrinting('#/print/labels/patient-3/patient-4');
  await page.getByRole('radio', { name: /Wristband/ }).click();
  await page.getByRole('textbox', { name: 'Of each label' }).fill('2');
  await page.getByRole('textbox', { name: 'First free label, 1 to 21' }).fill('22');
  await expect.element(page.getByText('Write the number of the first free label, 1 to 21.').first()).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Print', exact: true })).toBeDisabled();
  await page.getByRole('textbox', { name: 'First free label, 1 to 21' }).fill('19');
  await page.getByRole('button', { name: 'Print 2 pages' }).click();
  await expect.poll(() => printed(made).length).toBe(1);
  expect(printed(made)[0]?.payload).toMatchObject({
    sheets: [],
    labels: { kind: 'wristband', count: 4, patients: ['patient-3', 'patient-4'] },
  });
});

test('gives labels to the label printer that was named and writes down that they went when it is ready', async () => {
  const made = await openPrinting('#/print/labels/patient-3');
  await page.getByRole('textbox', { name: 'Label printer: address and port' }).fill('10.4.7.20:9100');
  await page.getByRole('button', { name: 'Ask the printer' }).click();
  await expect.element(page.getByText('Ready · 10.4.7.20:9100')).toBeVisible();
  expect(made.world.settings['labelPrinter']).toEqual({ host: '10.4.7.20', port: 9100 });
  await page.getByRole('button', { name: 'Send to the label printer' }).click();
  await expect.element(page.getByText(/1 label given to the label printer/)).toBeVisible();
  expect(printed(made)[0]?.payload).toMatchObject({ target: 'zpl', printer: '10.4.7.20:9100', labels: { count: 1 } });
});

test('counts a pack by its beds and hours when a pack is chosen', async () => {
  const made = await openPrinting('#/print/blank');
  await page.getByRole('combobox', { name: 'Ready-made pack' }).selectOptions('Nurse: one set for each bed');
  await expect.element(page.getByText('Ticked: F04, F06, F08, F18')).toBeVisible();
  await page.getByRole('combobox', { name: 'To last' }).selectOptions('24 hours');
  await page.getByRole('button', { name: /^Print \d+ pages/ }).click();
  await expect.poll(() => printed(made).length, { timeout: 20_000 }).toBe(1);
  const beds = made.box.patients.board().length;
  const sheets = printed(made)[0]?.payload.sheets ?? [];
  expect(['F04', 'F08'].map((form) => sheets.filter((sheet) => sheet.form === form).length)).toEqual([
    2 * beds,
    3 * beds,
  ]);
});
