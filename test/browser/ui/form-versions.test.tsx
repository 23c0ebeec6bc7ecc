import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { SCENES } from '../../support/scenes';
import { openApp } from './open-app';

async function openScene(name: string) {
  const scene = SCENES.find((one) => one.name === name);
  if (!scene) throw new Error(name);
  const made = await scene.prepare();
  await openApp(made, scene.hash);
  return made;
}

test('every form stands there as a draft, with its next review, and opens by its name', async () => {
  await openScene('manage-forms');
  const row = page.getByRole('row', { name: /F04/ });
  await expect.element(row).toMatchTextContent('Draft');
  await row.getByRole('button').click();
  await expect.element(page.getByRole('button', { name: 'Hand in for review' })).toBeVisible();
});

test('a second person reads what differs, approves with a day of review, and new sheets use it', async () => {
  const { box } = await openScene('manage-form-review');
  await expect.element(page.getByText(/Short words: Dose and unit, was Dose/).first()).toBeVisible();
  await page.getByRole('button', { name: 'Approve F04 2' }).click();
  await expect.element(page.getByText('Approved. New sheets use it and are no drafts.')).toBeVisible();
  await expect.element(page.getByText('Approved', { exact: true })).toBeVisible();
  expect(box.formVersions.states().find(({ inUse, definition }) => inUse && definition.id === 'F04')).toMatchObject({
    state: 'approved',
    reviewDate: '2027-11-22',
  });
});

test('nobody approves what they handed in themselves', async () => {
  const { box } = await openScene('manage-forms');
  await box.signIn({ person: 'm', secret: 'correct horse battery', kind: 'passphrase' });
  await page.getByRole('row', { name: /F06 / }).getByRole('button').click();
  await page.getByRole('button', { name: 'Hand in for review' }).click();
  await expect.element(page.getByText('You handed it in. Another manager approves it.')).toBeVisible();
  await expect.element(page.getByRole('button', { name: /^Approve/ })).not.toBeInTheDocument();
});

test('a pack that was changed is refused with the name of its file and nothing is taken in', async () => {
  const made = await openScene('manage-forms');
  const { box, world } = made;
  const pack = await box.formVersions.makePack('night', ['F04', 'F06']);
  if (!pack.ok) throw new Error(pack.error.code);
  const changed = new TextDecoder().decode(pack.value.bytes).replace('Dose', 'dose');
  Object.assign(world.ports.files, {
    choose: async () => [{ name: 'night.json', bytes: new TextEncoder().encode(changed) }],
  });
  await page.getByRole('button', { name: 'Import forms or a pack …' }).click();
  await expect.element(page.getByRole('alert')).toMatchTextContent(/night\.json · files\.001-F04.*changed after/);
  await expect.element(page.getByRole('alert')).toMatchTextContent('Nothing was taken in.');
});
