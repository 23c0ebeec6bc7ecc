import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { idOf, liveThroughMorning, openClinicalWard } from '../../support/clinical-ward';
import type { TestBox } from '../../support/fake-box';
import { openApp } from './open-app';

async function openWard(hash: (made: TestBox) => string = () => '#/patients'): Promise<TestBox> {
  const made = await openClinicalWard();
  await liveThroughMorning(made);
  return openApp(made, hash(made));
}

const row = (name: RegExp): ReturnType<typeof page.getByRole> => page.getByRole('row', { name });
const patientPage = (mrn: string) => (made: TestBox) => `#/patients/${idOf(made, mrn)}`;

/** Types as a bar code scanner does: all keys in a few milliseconds, then Enter. */
function scan(code: string): void {
  const target = document.activeElement ?? document.body;
  for (const key of [...code, 'Enter'])
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}

test('says unknown in words, never blank, when the snapshot knows no allergies', async () => {
  await openWard();
  await expect.element(row(/WEISS/)).toMatchTextContent('Not in snapshot');
  await expect.element(row(/OKONKWO/)).toMatchTextContent('None known');
});

test('counts who is here, away and gone when the ward was lived in', async () => {
  await openWard();
  await expect.element(page.getByText('23 patients · 1 arrived in downtime · 1 off unit · 1 empty bed')).toBeVisible();
  await expect.element(row(/empty since 06:40, PATEL discharged/)).toBeVisible();
});

test('shows the score signed here instead of the one of the EHR when a form was signed', async () => {
  await openWard();
  await expect.element(row(/LINDQVIST/)).toMatchTextContent('11 07:02');
});

test('finds a patient of any ward by the last digits of the number when somebody types them', async () => {
  await openWard();
  await userEvent.keyboard('{F2}');
  await userEvent.keyboard('0186');
  await expect.element(page.getByRole('heading', { level: 1, name: '1 match' })).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('region', { name: 'Patient' })).toMatchTextContent("D'ALMEIDA-FERREIRA");
});

test('takes the focus to the find box when F2 is pressed on another screen', async () => {
  await openWard(() => '#/start');
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveFocus();
  await userEvent.keyboard('{F2}');
  await expect.element(page.getByRole('searchbox')).toHaveFocus();
});

test('opens the patient under the cursor when Enter is pressed after walking down', async () => {
  await openWard();
  await page.getByRole('searchbox').click();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  await expect.element(page.getByRole('region', { name: 'Patient' })).toMatchTextContent('OKONKWO');
});

test('ticks a line without opening it when its box is clicked', async () => {
  await openWard();
  await row(/GARCÍA/)
    .getByRole('checkbox')
    .click();
  await expect.element(page.getByText('1 patient chosen')).toBeVisible();
  expect(location.hash).toBe('#/patients');
});

test('shows both identities and writes nothing when a newcomer is like somebody on the list', async () => {
  const { box } = await openWard();
  const before = box.patients.board().length;
  await page.getByRole('button', { name: 'Patient not on list' }).click();
  await page.getByRole('textbox', { name: 'Family name' }).fill('Smyth');
  await page.getByRole('textbox', { name: 'Given names' }).fill('John');
  await page.getByRole('button', { name: 'Give a downtime number' }).click();
  const dialog = page.getByRole('dialog');
  await expect.element(dialog.getByRole('region', { name: 'What you wrote' })).toMatchTextContent('Smyth');
  await expect.element(dialog.getByRole('region', { name: 'On the list' }).first()).toMatchTextContent('SMITH');
  expect(box.patients.board()).toHaveLength(before);
  await dialog.getByRole('button', { name: /Another person/ }).click();
  await expect.element(dialog.getByText(/^D-WS7B02-0002-/)).toBeVisible();
  expect(box.patients.board()).toHaveLength(before + 1);
});

test('gives an alias and a number when nobody knows the name', async () => {
  const { box } = await openWard();
  await page.getByRole('button', { name: 'Patient not on list' }).click();
  await page.getByRole('radio', { name: 'Nobody knows the name' }).click();
  await page.getByRole('radio', { name: 'Female', exact: true }).click();
  await page.getByRole('button', { name: 'Give a downtime number' }).click();
  await expect.element(page.getByRole('dialog')).toMatchTextContent('UNKNOWN-FEMALE-ALPHA');
  expect(box.patients.board().at(-1)?.allergyStatus).toBe('not-in-snapshot');
});

test('stops with both identities when another wristband is scanned on a patient page', async () => {
  await openWard(patientPage('9000152'));
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveFocus();
  scan('9000222');
  const stop = page.getByRole('dialog', { name: 'Stop: another patient' });
  await expect.element(stop.getByRole('region', { name: 'On the screen' })).toMatchTextContent('LINDQVIST');
  await expect.element(stop.getByRole('region', { name: 'Scanned' })).toMatchTextContent('SMITH');
});

test('leaves a text field as it was when something is scanned into it', async () => {
  await openWard(patientPage('9000152'));
  await page.getByRole('button', { name: 'Write what you learnt' }).click();
  const field = page.getByRole('textbox', { name: 'Isolation' });
  await field.fill('Contact plus');
  scan('9000222');
  await expect.element(field).toHaveValue('Contact plus');
});

test('writes the movement with its true time when somebody goes off unit', async () => {
  const { box } = await openWard(patientPage('9000131'));
  await page.getByRole('button', { name: 'Move, discharge …' }).click();
  await page.getByRole('radio', { name: 'Off unit for a while' }).click();
  await page.getByRole('textbox', { name: 'Where to' }).fill('CT');
  await page.getByRole('textbox', { name: 'Time, 24 h' }).fill('0715');
  await page.getByRole('button', { name: 'Save: off unit' }).click();
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  const [moved] = box.patients.named('9000131');
  expect(moved).toMatchObject({ presence: 'off-unit', movedAt: '2026-11-22T07:15:00.000+01:00' });
});

test('says who lies there and offers to share when the bed is taken', async () => {
  await openWard(patientPage('9000131'));
  await page.getByRole('button', { name: 'Move, discharge …' }).click();
  await page.getByRole('radio', { name: 'Other bed or ward' }).click();
  await page.getByRole('textbox', { name: 'Bed', exact: true }).fill('1-2');
  await page.getByRole('button', { name: 'Save: moved' }).click();
  await expect.element(page.getByRole('alert')).toMatchTextContent('Bed 1-2 is taken: OKONKWO');
  await page.getByRole('button', { name: 'Bed 1-2 is shared: save' }).click();
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
});

test('swaps two patients at one time when the bed is taken', async () => {
  const { box } = await openWard(patientPage('9000131'));
  const [before] = box.patients.named('9000131');
  await page.getByRole('button', { name: 'Move, discharge …' }).click();
  await page.getByRole('radio', { name: 'Other bed or ward' }).click();
  await page.getByRole('textbox', { name: 'Bed', exact: true }).fill('1-2');
  await page.getByRole('button', { name: 'Save: moved' }).click();
  await page.getByRole('button', { name: /^Swap: OKONKWO to bed/ }).click();
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  const [after] = box.patients.named('9000131');
  expect(after?.bed).toBe('1-2');
  expect(box.patients.board().find((one) => one.family === 'OKONKWO')?.bed).toBe(before?.bed);
});

test('asks for the wristband when the MRN belongs to somebody who differs', async () => {
  const made = await openClinicalWard();
  await made.box.patients.add({
    facts: { family: 'BERG', given: 'Ida', birthDate: '1970-01-01', allergyStatus: 'not-in-snapshot', allergies: [] },
    arrivedAt: made.world.clock.now(),
  });
  const added = made.box.patients.board().at(-1);
  await openApp(made, `#/patients/${added?.id ?? ''}`);
  await page.getByRole('button', { name: 'Link to MRN …' }).click();
  await page.getByRole('textbox', { name: 'MRN of the EHR' }).fill('9000222');
  await page.getByRole('button', { name: 'Link', exact: true }).click();
  await expect.element(page.getByRole('region', { name: 'In the snapshot with this MRN' })).toMatchTextContent('SMITH');
  await page.getByRole('button', { name: 'Wristband checked: link' }).click();
  await expect.element(page.getByRole('region', { name: 'Patient' })).toMatchTextContent('9000222');
});
