import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { idOf, liveThroughMorning, openClinicalWard } from '../../support/clinical-ward';
import type { TestBox } from '../../support/fake-box';
import { openApp } from './open-app';

async function openForm(form: string, mrn = '9000152'): Promise<TestBox> {
  const made = await openClinicalWard();
  await liveThroughMorning(made);
  await openApp(made, `#/forms/new/${form}/${idOf(made, mrn)}`);
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
  return made;
}

const section = (name: string): Promise<void> =>
  page.getByRole('navigation', { name: 'Sections of the form' }).getByRole('button', { name }).click();
const box = (name: string): ReturnType<typeof page.getByRole> => page.getByRole('textbox', { name, exact: true });
const choose = (name: RegExp): Promise<void> => page.getByRole('radio', { name }).click();

/** All that F06 requires. */
async function fillVitalSigns(): Promise<void> {
  await page.getByRole('button', { name: 'Now', exact: true }).first().click();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await box('Respiratory rate').fill('22');
  await box('Oxygen saturation').fill('94');
  await choose(/Scale 1/);
  await choose(/Room air/);
  await section('Circulation');
  await box('Heart rate').fill('124');
  await box('Systolic').fill('92');
  await box('Temperature').fill('38.9');
  await section('Disability, pain');
  await choose(/New confusion/);
}

test('keeps the answer when the chosen button is pressed again, and takes it back by its own button only', async () => {
  await openForm('F06');
  await section('Airway, breathing');
  await choose(/Room air/);
  await choose(/Room air/);
  await expect.element(page.getByRole('radio', { name: /Room air/ })).toBeChecked();
  await page
    .getByRole('button', { name: /^Clear the answer/ })
    .last()
    .click();
  await expect.element(page.getByRole('radio', { name: /Room air/ })).not.toBeChecked();
});

test('goes to the next section when Ctrl+Enter is pressed and never when Enter is', async () => {
  await openForm('F06');
  await box('Bed or place').click();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('heading', { level: 2, name: 'Time and place' })).toBeVisible();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.element(page.getByRole('heading', { level: 2, name: 'Airway, breathing' })).toHaveFocus();
});

test('shows no score while a part is missing and the score with its meaning when all are there', async () => {
  await openForm('F06');
  const score = page.getByRole('region', { name: 'NEWS2 score' });
  await section('Circulation');
  await box('Heart rate').fill('124');
  await expect.element(score).toMatchTextContent('–');
  await section('Time and place');
  await fillVitalSigns();
  await expect.element(score).toMatchTextContent('11');
  await expect.element(score).toMatchTextContent('Emergency response');
});

test('asks about an unusual value with the one before, and stops asking when somebody says yes', async () => {
  await openForm('F06');
  await section('Circulation');
  await box('Temperature').fill('41.9');
  await userEvent.tab();
  await expect.element(page.getByText('07:02 was 38.9 °C.')).toBeVisible();
  await page.getByRole('button', { name: 'Yes, 41.9' }).click();
  await expect.element(page.getByText('is that right?')).not.toBeInTheDocument();
  await expect.element(box('Temperature')).toHaveValue('41.9');
});

test('keeps what was typed in sight and refuses the signature when it is no number', async () => {
  await openForm('F06');
  await section('Circulation');
  await box('Heart rate').fill('12o');
  await section('Sign');
  await expect.element(page.getByText(/1 text is no answer yet/)).toBeVisible();
  await section('Circulation');
  await expect.element(box('Heart rate')).toHaveValue('12o');
});

test('says why there is no answer when "Not done" is chosen with a reason', async () => {
  await openForm('F06');
  await section('Circulation');
  await box('Capillary refill').click();
  await page.getByRole('button', { name: 'Not done, reason …' }).click();
  await page.getByRole('button', { name: 'Patient refused' }).click();
  await expect.element(page.getByText('Not done: Patient refused')).toBeVisible();
});

test('leads to the field when a line of the error summary is pressed', async () => {
  await openForm('F06');
  await section('Sign');
  await page.getByRole('button', { name: '“Systolic” is not answered yet.' }).click();
  await expect.element(box('Systolic')).toHaveFocus();
});

test('puts the form on the record under its serial when it is signed with the PIN', async () => {
  const { box: ward } = await openForm('F06', '9000131');
  await fillVitalSigns();
  await section('Response');
  await box('Escalated to (name, role)').fill('Dr Okafor, registrar');
  await page.getByRole('button', { name: 'Now', exact: true }).click();
  await section('Sign');
  await page.getByRole('button', { name: 'Sign …' }).click();
  await page.getByRole('textbox', { name: 'Your PIN or passphrase' }).fill('000000');
  await page.getByRole('button', { name: 'Sign as A. Moreau' }).click();
  await expect.element(page.getByRole('alert')).toMatchTextContent('Wrong.');
  await page.getByRole('textbox', { name: 'Your PIN or passphrase' }).fill('418207');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText(/A\. Moreau: “I wrote this”/)).toBeVisible();
  expect(ward.forms.signedFor()).toHaveLength(2);
});

test('goes on where it stopped when the form is opened again', async () => {
  await openForm('F06');
  await box('Bed or place').fill('corridor');
  await expect.element(page.getByText('Saved 07:41:05, on this PC')).toBeVisible();
  location.hash = '#/patients';
  await expect.element(page.getByRole('heading', { level: 1, name: /Ward 7B/ })).toBeVisible();
  location.hash = '#/forms';
  await page.getByRole('button', { name: 'F06 Vital signs' }).first().click();
  await expect.element(box('Bed or place')).toHaveValue('corridor');
});

test('makes a new row and goes to it when Enter is pressed in the last one of a table', async () => {
  await openForm('F10');
  await section('Result given by phone');
  await page.getByRole('button', { name: 'Add row: Result given by phone' }).click();
  await page
    .getByRole('textbox', { name: /row 1$/ })
    .first()
    .fill('Potassium 6.1 mmol/L');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('textbox', { name: /row 2$/ }).first()).toHaveFocus();
  await userEvent.keyboard('{ArrowUp}');
  await expect.element(page.getByRole('textbox', { name: /row 1$/ }).first()).toHaveValue('Potassium 6.1 mmol/L');
});

test('walks over the cells of a table with arrows and spreads a pasted sheet over its rows', async () => {
  await openForm('F10');
  await section('Result given by phone');
  await page.getByRole('button', { name: 'Add row: Result given by phone' }).click();
  const first = page.getByRole('textbox', { name: /row 1$/ }).first();
  await first.fill('Sodium');
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(first).not.toHaveFocus();
  await userEvent.keyboard('{ArrowLeft}');
  await expect.element(first).toHaveFocus();
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', 'Potassium\r\nLactate\r\n');
  document.activeElement?.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
  );
  await expect.element(page.getByText('2 cells pasted.')).toBeVisible();
  await expect.element(first).toHaveValue('Potassium');
  await expect.element(page.getByRole('textbox', { name: /row 2$/ }).first()).toHaveValue('Lactate');
});

test('stops when another patient is scanned over an open form', async () => {
  await openForm('F06');
  const field = box('Bed or place');
  await field.fill('corridor');
  for (const key of [...'9000222', 'Enter'])
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  await expect.element(page.getByRole('dialog', { name: 'Stop: another patient' })).toBeVisible();
  await page.getByRole('button', { name: 'Stay with the one on the screen' }).click();
  await expect.element(field).toHaveValue('corridor');
});
