import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { liveThroughMorning, openClinicalWard } from '../../support/clinical-ward';
import type { TestBox } from '../../support/fake-box';
import { openApp } from './open-app';

async function openSigned(): Promise<TestBox & { readonly serial: string }> {
  const made = await openClinicalWard();
  await liveThroughMorning(made);
  const serial = made.box.forms.signedFor()[0]?.serial ?? '';
  await openApp(made, `#/forms/signed/${serial}`);
  return { ...made, serial };
}

const heartRate = (): ReturnType<typeof page.getByRole> => page.getByRole('row', { name: /Heart rate/ });
const secret = (): ReturnType<typeof page.getByRole> => page.getByRole('textbox', { name: 'Your PIN or passphrase' });

test('shows both versions side by side and marks what changed when a form was corrected', async () => {
  await openSigned();
  await page.getByRole('button', { name: 'Correct …' }).click();
  await page
    .getByRole('navigation', { name: 'Sections of the form' })
    .getByRole('button', { name: 'Circulation' })
    .click();
  await page.getByRole('textbox', { name: 'Heart rate', exact: true }).fill('114');
  await page.getByRole('navigation', { name: 'Sections of the form' }).getByRole('button', { name: 'Sign' }).click();
  await page.getByRole('button', { name: 'Sign the correction …' }).click();
  await page.getByRole('textbox', { name: 'Why it is corrected' }).fill('Monitor shows 114');
  await secret().fill('418207');
  await page.getByRole('button', { name: 'Sign as A. Moreau' }).click();
  await expect.element(page.getByText(/because: Monitor shows 114/)).toBeVisible();
  await expect.element(heartRate()).toMatchTextContent('changed');
  await expect.element(heartRate()).toMatchTextContent('124 /min');
  await expect.element(heartRate()).toMatchTextContent('114 /min');
});

test('keeps the correction a draft when no reason is given', async () => {
  const { box, serial } = await openSigned();
  location.hash = `#/forms/amend/${serial}`;
  await page.getByRole('navigation', { name: 'Sections of the form' }).getByRole('button', { name: 'Sign' }).click();
  await page.getByRole('button', { name: 'Sign the correction …' }).click();
  await secret().fill('418207');
  await page.getByRole('button', { name: 'Sign as A. Moreau' }).click();
  await expect.element(page.getByText('Write the reason.')).toBeVisible();
  expect(box.forms.signedFor()[0]?.versions).toHaveLength(1);
});

test('stays readable, struck through with who and why, when it was written for the wrong patient', async () => {
  const { box } = await openSigned();
  await page.getByRole('button', { name: 'Strike through …' }).click();
  await page.getByRole('radio', { name: 'Wrong patient' }).click();
  await secret().fill('418207');
  await page.getByRole('button', { name: /^Strike through DT-/ }).click();
  await expect.element(page.getByText(/Wrong patient \(A\. Moreau, 07:41\)/)).toBeVisible();
  await expect.element(heartRate()).toMatchTextContent('124 /min');
  expect(box.forms.signedFor()[0]?.struck?.reason).toBe('Wrong patient');
});
