import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { openTestBox, type TestBox } from '../../support/fake-box';
import { withIntake } from '../../support/intake-scene';
import { ward7bCsv } from '../../support/ward-7b';
import { openApp } from './open-app';

async function openWith(files: Readonly<Record<string, string>>): Promise<TestBox> {
  const made = await openTestBox({ signedIn: true, snapshotAsOf: '2026-11-22T05:15:00.000+01:00' });
  const chosen = Object.entries(files).map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) }));
  Object.assign(made.world.ports.files, { choose: async () => chosen });
  await openApp(made, '#/census');
  await page.getByRole('button', { name: 'Choose files …' }).click();
  return made;
}

const use = (name: string | RegExp): ReturnType<typeof page.getByRole> => page.getByRole('button', { name });
const preview = (name: RegExp): ReturnType<typeof page.getByRole> =>
  page.getByRole('region', { name: 'Who will be on the board' }).getByRole('row', { name });
const DOUBTFUL =
  'Bed;Patient name;DOB;MRN\n7B-1-1;GARCÍA, Ana;02/03/1951;9000131\n7B-1-2;OKONKWO, Peter;08/11/1980;9000148\n';

test('takes the list and goes to the board when the button with the count is pressed', async () => {
  const { box } = await openWith({ 'ward.csv': ward7bCsv() });
  await use('Use this list: 24 patients').click();
  await expect.element(page.getByRole('heading', { level: 1, name: /Ward 7B/ })).toBeVisible();
  expect(box.state.get().snapshot?.source).toBe('ward.csv');
});

test('keeps the last list when nobody can be read', async () => {
  const { box } = await openWith({ 'menu.csv': 'Dish;Price\nSoup;3\n' });
  await expect.element(use('Use this list: 0 patients')).toBeDisabled();
  await expect.element(page.getByText(/No column with names was recognised/)).toBeVisible();
  expect(box.state.get().snapshot?.patients).toHaveLength(24);
});

test('leaves dates unread until somebody says which comes first, when they can be read both ways', async () => {
  await openWith({ 'night.csv': DOUBTFUL });
  await expect.element(page.getByText('2 rows wait for your answer.')).toBeVisible();
  await use(/Day first/).click();
  await expect.element(use('Use this list: 2 patients')).toBeEnabled();
  await expect.element(preview(/GARCÍA/)).toMatchTextContent('02-Mar-1951');
  await use('Ask again: day or month first').click();
  await use(/Month first/).click();
  await expect.element(preview(/GARCÍA/)).toMatchTextContent('03-Feb-1951');
});

test('reads the list anew when a column is said to mean something else', async () => {
  const { box } = await openWith({ 'ward.csv': 'No;Who;Allergy\n9000131;GARCÍA, Ana;Latex\n' });
  await page.getByRole('combobox', { name: 'Meaning of column Who' }).selectOptions('fullName');
  await page.getByRole('combobox', { name: 'Meaning of column No' }).selectOptions('mrn');
  await expect.element(preview(/GARCÍA/)).toMatchTextContent('9000131');
  await use('Use this list: 1 patient').click();
  await expect.poll(() => Object.keys(box.state.get().settings.censusMappings)).toHaveLength(1);
});

test('counts the age from the time that was typed when the file does not say one', async () => {
  const { box } = await openWith({ 'ward.csv': ward7bCsv() });
  await page.getByRole('textbox', { name: 'Time, 24 h' }).fill('0500');
  await expect.element(use('Use this list: 24 patients')).toBeEnabled();
  await use('Use this list: 24 patients').click();
  await expect.poll(() => box.state.get().snapshot?.asOf).toBe('2026-11-22T05:00:00.000+01:00');
});

test('names the line that was left out when two people share a number', async () => {
  await openWith({ 'ward.csv': 'Bed;Surname;Forename;MRN\n1;ABDI;Hodan;7\n2;WEISS;Karl;7\n3;ROSSI;Giulia;8\n' });
  await expect.element(use('Use this list: 1 patient')).toBeEnabled();
  await expect.element(page.getByText(/ward\.csv, line 3/)).toBeVisible();
});

test('says where lists come from by themselves, what was taken last and why one was refused', async () => {
  const made = await withIntake();
  await openApp(made, '#/census');
  const card = page.getByRole('region', { name: 'Comes in by itself' });
  await expect.element(card).toMatchTextContent(/Folder S:\\downtime\. Last taken 05:20\./);
  await expect.element(card).toMatchTextContent(/Not listening/);
  await expect.element(card).toMatchTextContent(/2 things wait/);
  await expect
    .element(card)
    .toMatchTextContent(/ward-7b\.csv Refused, the last good list stays\. It has less than half/);
});
