import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { nextDueOf } from '../../../renderer/ui/box/readings';
import { withRequests } from '../../support/ward-requests';
import { idOf } from '../../support/clinical-ward';
import type { TestBox } from '../../support/fake-box';
import { openApp } from './open-app';

let made: TestBox;

beforeEach(async () => {
  made = await withRequests();
});

const row = (name: RegExp): ReturnType<typeof page.getByRole> => page.getByRole('row', { name });
const button = (name: string | RegExp): ReturnType<typeof page.getByRole> => page.getByRole('button', { name });
const serialOf = (form: string, mrn: string): string => {
  const found = made.box.forms.signedFor(idOf(made, mrn)).find((one) => one.form === form);
  if (!found) throw new Error('no such request');
  return found.serial;
};

/** Types as a bar code scanner does: all keys in a few milliseconds, then Enter. */
function scan(code: string): void {
  const target = document.activeElement ?? document.body;
  for (const key of [...code, 'Enter'])
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}

test('lists late requests first with where they are when somebody opens the list', async () => {
  await openApp(made, '#/requests');
  await expect.element(page.getByText('5 waiting · 1 late')).toBeVisible();
  const first = page.getByRole('row').nth(1);
  await expect.element(first).toMatchTextContent(/LATE/);
  await expect.element(first).toMatchTextContent(/Sent 06:20/);
  await expect.element(row(/OKONKWO/)).toMatchTextContent(/Requested/);
});

test('the strip leads to the late request when no step of a card is later', async () => {
  const now = made.world.clock.now();
  const late = made.box.tracking.list(now).find((one) => one.ageing?.level === 'red');
  const state = made.box.state.get();
  const alone = { ...state, library: { ...state.library, checklists: [] } };
  expect(nextDueOf(made.box, alone, now)).toMatchObject({ late: true, href: `#/requests/${late?.serial}` });
  expect(nextDueOf(made.box, { ...alone, signedIn: null }, now)).toBeNull();
});

test('narrows to late ones and to a department when filters are pressed', async () => {
  await openApp(made, '#/requests');
  await button('Late 1').click();
  await expect.element(row(/WEISS/)).not.toBeInTheDocument();
  await button('All 5').click();
  await button('Imaging').click();
  await expect.element(row(/OKONKWO/)).toBeVisible();
  await expect.element(row(/LINDQVIST/)).not.toBeInTheDocument();
});

test('says where a request is and notes the next step by Enter when its code is scanned', async () => {
  await openApp(made, '#/requests');
  await expect.element(row(/WEISS/)).toBeVisible();
  const serial = serialOf('F10', '9000152');
  scan(`DT|F10|0.1.0|${serial}|1`);
  await expect.element(page.getByRole('region', { name: `Request ${serial}` })).toMatchTextContent(/Sent 06:20/);
  await expect.element(button('It has arrived')).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(button('Result is there')).toBeVisible();
  expect(made.box.tracking.named(serial, made.box.clock.now())?.stage).toBe('received');
  await button(/^Undo/).click();
  await expect.element(button('It has arrived')).toBeVisible();
  await expect.element(page.getByText(/taken back/)).toBeVisible();
});

test('opens the request when its paper is scanned on the page of its patient', async () => {
  await openApp(made, `#/patients/${idOf(made, '9000148')}`);
  const serial = serialOf('F12', '9000148');
  await expect.element(page.getByRole('region', { name: 'Patient' })).toBeVisible();
  scan(serial);
  await expect.element(page.getByRole('region', { name: `Request ${serial}` })).toMatchTextContent(/Abdomen/);
});

test('warns and changes nothing when a code is scanned that nobody knows', async () => {
  await openApp(made, '#/requests');
  await expect.element(row(/WEISS/)).toBeVisible();
  scan('DT-WS7B02-9999-9');
  await expect.element(page.getByText(/This code is no request/)).toBeVisible();
});

test('refuses a phoned result without read-back and takes it with one', async () => {
  const serial = serialOf('F10', '9000131');
  await openApp(made, `#/requests/${serial}`);
  await expect.element(button('Result phoned, read back')).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabelText('Given by (name, role)').fill('J. Doe, laboratory');
  await dialog.getByRole('button', { name: 'Result phoned, read back' }).click();
  await expect.element(dialog.getByText('Have the result read back, then note the call.')).toBeVisible();
  await dialog.getByRole('radio', { name: 'Yes' }).click();
  await dialog.getByRole('button', { name: 'Result phoned, read back' }).click();
  await expect.element(page.getByText(/given by J. Doe, laboratory/)).toBeVisible();
  expect(made.box.tracking.named(serial, made.box.clock.now())).toMatchObject({ stage: 'called', waits: false });
});

test('notes a step for one test at its true time when both are given', async () => {
  const serial = serialOf('F10', '9000152');
  await openApp(made, `#/requests/${serial}`);
  await button('Other step or time …').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'Result is there' }).click();
  await dialog.getByRole('checkbox', { name: 'Blood culture' }).click();
  await dialog.getByRole('checkbox', { name: /CRP/ }).click();
  await dialog.getByLabelText('Time').fill('0655');
  await dialog.getByRole('button', { name: 'Result is there' }).click();
  await expect.element(page.getByText(/06:55 Result is there/)).toBeVisible();
  const request = made.box.tracking.named(serial, made.box.clock.now());
  expect(request?.tests.map(({ stage }) => stage)).toEqual(['resulted', 'sent', 'sent']);
  expect(request?.stage).toBe('sent');
});

test('shows one patient only when opened from the patient, all again by one key', async () => {
  await openApp(made, `#/patients/${idOf(made, '9000160')}`);
  await button('Requests').click();
  await expect.element(row(/WEISS/)).toBeVisible();
  await expect.element(row(/LINDQVIST/)).not.toBeInTheDocument();
  await button(/^Only WEISS/).click();
  await expect.element(row(/LINDQVIST/)).toBeVisible();
});

test('walks list and request by keyboard alone', async () => {
  await openApp(made, '#/requests');
  const names = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-opens-row]')];
  await expect.element(row(/WEISS/)).toBeVisible();
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveFocus();
  names()[0]?.focus();
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await expect.element(page.getByRole('region', { name: /^Request DT/ })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('region', { name: /^Request DT/ })).not.toBeInTheDocument();
  await expect.poll(() => document.activeElement?.hasAttribute('data-opens-row')).toBe(true);
});
