import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { openBackEntry } from '../../support/recovery-ward';
import { openApp } from './open-app';

test('the settings of the site are kept as a fact and shown again when they are saved', async () => {
  const made = await openApp(await openBackEntry(), '#/export/settings');
  await page.getByLabelText('Identifier system of MRNs (FHIR)').fill('urn:oid:1.2.3');
  await page.getByLabelText('We send to').fill('EPIC | ANNE');
  await page.getByLabelText('Version of HL7 v2').selectOptions('2.3');
  await page.getByLabelText('Wards').fill('7B = W7B | Ward 7B\nbroken');
  await page.getByRole('button', { name: 'Save these settings' }).click();
  await expect.element(page.getByText(/Cannot be read, line 2/)).toBeVisible();
  await page.getByLabelText('Wards').fill('7B = W7B | Ward 7B');
  await page.getByRole('button', { name: 'Save these settings' }).click();
  await expect.element(page.getByText(/It holds from the next export on/)).toBeVisible();
  expect(made.box.exports.settings()).toMatchObject({
    mrnSystem: 'urn:oid:1.2.3',
    receiver: { application: 'EPIC', facility: 'ANNE' },
    hl7Version: '2.3',
    dictionaries: { locations: { '7B': { code: 'W7B', display: 'Ward 7B' } } },
  });
});

test('half a receiver is refused with what is missing, and nothing is saved', async () => {
  const made = await openApp(await openBackEntry(), '#/export/settings');
  await page.getByLabelText('We send to').fill('EPIC');
  await page.getByRole('button', { name: 'Save these settings' }).click();
  await expect.element(page.getByText(/receiver\.facility must be a text/)).toBeVisible();
  expect(made.box.exports.settings()).toEqual({});
});

test('an archive needs a long password; then it is one file, and the history says that it was locked', async () => {
  const made = await openApp(await openBackEntry(), '#/export');
  await page.getByRole('radio', { name: /CSV/ }).click();
  await page.getByRole('radio', { name: 'One archive with a password' }).click();
  await page.getByLabelText('Password of the archive').fill('short');
  await page.getByRole('button', { name: 'Make the files' }).click();
  await expect.element(page.getByText('The password of an archive needs at least 12 characters.')).toBeVisible();
  await page.getByLabelText('Password of the archive').fill('a long password');
  await page.getByRole('button', { name: 'Make the files' }).click();
  await page.getByRole('button', { name: 'Save 1 file …' }).click();
  await expect.element(page.getByText(/1 file saved/)).toBeVisible();
  await page.getByRole('tab', { name: 'What went out' }).click();
  await expect.element(page.getByText('csv, locked')).toBeVisible();
  expect(made.box.exports.history()[0]?.payload).toMatchObject({ encrypted: true, format: 'csv' });
});

test('messages are sent to the address that was set, and the screen says how they stand', async () => {
  const made = await openBackEntry();
  made.world.receiver = {
    address: { host: 'engine', port: 6661 },
    exchange: async (text) => {
      const control = text.split('|')[9] ?? '';
      const code = text.includes('|ORM^O01') ? 'AE' : 'AA';
      return { answer: `MSH|^~\\&|E|H|D|S|20261122||ACK|1|P|2.5.1\rMSA|${code}|${control}\r` };
    },
  };
  await made.box.exports.configure({ documents: false });
  await openApp(made, '#/export/send');
  await expect.element(page.getByText('engine:6661')).toBeVisible();
  await page.getByRole('button', { name: 'Send what is not accepted yet' }).click();
  await expect.element(page.getByText(/lines of back-entry marked as entered/)).toBeVisible();
  await expect.element(page.getByRole('row', { name: /ORM\^O01 AE/ })).toBeVisible();
});
