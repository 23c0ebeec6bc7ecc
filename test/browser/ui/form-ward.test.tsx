import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { idOf, openClinicalWard } from '../../support/clinical-ward';
import type { TestBox } from '../../support/fake-box';
import { openApp } from './open-app';

const secret = (): ReturnType<typeof page.getByRole> => page.getByRole('textbox', { name: 'Your PIN or passphrase' });
const sections = (): ReturnType<typeof page.getByRole> =>
  page.getByRole('navigation', { name: 'Sections of the form' });

async function openForms(hash = '#/forms'): Promise<TestBox> {
  return openApp(await openClinicalWard(), hash);
}

/** Fills what the issue log requires and signs it. */
async function signIssueLog(): Promise<void> {
  await page.getByRole('textbox', { name: 'Unit or post', exact: true }).fill('7B');
  await sections().getByRole('button', { name: 'Sign' }).click();
  await page.getByRole('button', { name: 'Sign …' }).click();
  await expect.element(page.getByText('About ward 7B, not about one patient')).toBeVisible();
  await secret().fill('418207');
  await page.getByRole('button', { name: 'Sign as A. Moreau' }).click();
  await expect.element(page.getByText(/“I wrote this”/)).toBeVisible();
}

test('opens without a patient under its ward when a form about the ward is chosen', async () => {
  await openForms();
  await page.getByRole('region', { name: 'About the ward' }).getByRole('link', { name: /F21/ }).click();
  const banner = page.getByRole('region', { name: 'Ward', exact: true });
  await expect.element(banner).toMatchTextContent('Ward 7B');
  await expect.element(banner).toMatchTextContent('not about one patient');
  await expect.element(page.getByRole('textbox', { name: 'Unit or post', exact: true })).toBeVisible();
});

test('is on the record under its ward and no patient when it is signed, corrected and struck through', async () => {
  const { box } = await openForms('#/forms/F21');
  await signIssueLog();
  expect(box.forms.signedFor()[0]).toMatchObject({ form: 'F21', patient: '-', ward: '7B' });
  await page.getByRole('button', { name: 'Correct …' }).click();
  await page.getByRole('textbox', { name: 'Kept by (PRINT name)', exact: true }).fill('Moreau');
  await sections().getByRole('button', { name: 'Sign' }).click();
  await page.getByRole('button', { name: 'Sign the correction …' }).click();
  await page.getByRole('textbox', { name: 'Why it is corrected' }).fill('Name was missing');
  await secret().fill('418207');
  await page.getByRole('button', { name: 'Sign as A. Moreau' }).click();
  await expect.element(page.getByText(/because: Name was missing/)).toBeVisible();
  await page.getByRole('button', { name: 'Strike through …' }).click();
  await expect.element(page.getByRole('radio', { name: 'Wrong patient' })).not.toBeInTheDocument();
  await page.getByRole('radio', { name: 'Written by mistake' }).click();
  await secret().fill('418207');
  await page.getByRole('button', { name: /^Strike through DT-/ }).click();
  await expect.element(page.getByText(/Written by mistake \(A\. Moreau/)).toBeVisible();
  expect(box.forms.signedFor()[0]).toMatchObject({ ward: '7B', versions: { length: 2 }, struck: {} });
});

test('goes on from the same draft, listed under its ward, when the form is opened again', async () => {
  await openForms('#/forms/F21');
  await page.getByRole('textbox', { name: 'Kept by (PRINT name)', exact: true }).fill('Moreau');
  await expect.element(page.getByText(/^Saved .* on this PC/)).toBeVisible();
  location.hash = '#/forms';
  await expect
    .element(page.getByRole('table', { name: 'Begun, not signed yet' }).getByRole('row', { name: /F21/ }))
    .toMatchTextContent('Ward 7B');
  location.hash = '#/forms/F21';
  await expect.element(page.getByRole('textbox', { name: 'Kept by (PRINT name)', exact: true })).toHaveValue('Moreau');
});

test('does not open for a patient when an address asks for it', async () => {
  const made = await openClinicalWard();
  await openApp(made, `#/forms/new/F21/${idOf(made, '9000152')}`);
  await expect.element(page.getByText(/Form F21 is about the ward/)).toBeVisible();
});

test('narrows the list as somebody types and opens the first when Enter is pressed', async () => {
  await openForms();
  await expect.element(page.getByRole('link', { name: /F10/ })).toBeVisible();
  await userEvent.keyboard('{Control>}f{/Control}');
  await userEvent.keyboard('issue');
  await expect.element(page.getByRole('link', { name: /F10/ })).not.toBeInTheDocument();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('heading', { level: 1, name: /F21/ })).toBeVisible();
});

test('walks the forms line by line when arrow keys are pressed', async () => {
  await openForms();
  const [first, second] = [page.getByRole('link', { name: /F02/ }), page.getByRole('link', { name: /F03/ })];
  await expect.element(first).toBeVisible();
  await userEvent.keyboard('{Control>}f{/Control}{ArrowDown}');
  await expect.element(first).toHaveFocus();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(second).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}{ArrowUp}');
  await expect.element(second).toHaveFocus();
});
