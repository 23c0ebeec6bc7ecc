import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { HeadFound, StorageState, VerifyReport } from '../../../renderer/app/ports';
import { openTestBox, type TestBox } from '../../support/fake-box';
import { openApp } from './open-app';

const AS_OF = '2026-11-22T05:20:00.000+01:00';

const viewed = ({ world }: TestBox) =>
  world.ledger.entries.flatMap((entry) => (entry.type === 'patient.viewed' ? [[entry.by, entry.subject]] : []));

test('opening a patient is written down once, and again after a quarter of an hour', async () => {
  const opened = await openTestBox({ signedIn: true, snapshotAsOf: AS_OF });
  await openApp(opened, '#/patients/patient-1');
  await expect.poll(() => viewed(opened)).toEqual([['am', 'patient-1']]);
  await opened.box.audit.viewed('patient-1', 'record');
  expect(viewed(opened)).toHaveLength(1);
  opened.world.clock.set('2026-11-22T07:57:00.000+01:00');
  await opened.box.audit.viewed('patient-1', 'record');
  expect(viewed(opened)).toHaveLength(2);
});

test('a search on the board is written down with its words when the typing has settled', async () => {
  const opened = await openTestBox({ signedIn: true, snapshotAsOf: AS_OF });
  await openApp(opened, '#/patients');
  await page.getByRole('searchbox').fill('okafor');
  const searches = () =>
    opened.world.ledger.entries.flatMap((entry) => (entry.type === 'patients.searched' ? [entry.payload.text] : []));
  await expect.poll(searches, { timeout: 10_000 }).toEqual(['okafor']);
});

test('nothing is written down, and nothing fails, while nobody is signed in or nothing can be written', async () => {
  const opened = await openTestBox({ snapshotAsOf: AS_OF });
  await opened.box.audit.viewed('patient-1', 'record');
  expect(viewed(opened)).toEqual([]);
});

test('a manager sees who did what and saves it, which is on the trail too', async () => {
  const opened = await openTestBox({ snapshotAsOf: AS_OF });
  await opened.box.signIn({ person: 'am', secret: '418207', kind: 'pin' });
  await opened.box.audit.viewed('patient-1', 'record');
  await opened.box.signIn({ person: 'm', secret: 'correct horse battery', kind: 'passphrase' });
  await openApp(opened, '#/manage/audit');
  await expect.element(page.getByRole('row', { name: /A\. Moreau Opened/ })).toBeVisible();
  await page.getByRole('button', { name: 'Save as FHIR AuditEvents' }).click();
  await expect.element(page.getByText(/^Saved with/)).toBeVisible();
  expect(opened.world.ledger.entries.at(-1)).toMatchObject({
    type: 'export.written',
    by: 'm',
    payload: { format: 'audit-fhir' },
  });
});

test('nobody but a manager sees the trail', async () => {
  await openApp(await openTestBox({ signedIn: true }), '#/manage/audit');
  await expect.element(page.getByText(/Only a manager sees this/)).toBeVisible();
});

test('the check names the first wrong entry and what was signed of it', async () => {
  const opened = await openTestBox({ signedIn: true });
  const report: VerifyReport = {
    entries: 140,
    devices: [],
    chain: 'broken',
    copies: 'differ',
    quarantined: [],
    firstBroken: { device: 'WS-7B-02', seq: 17, why: 'changed in the journal' },
    checkpoints: {
      state: 'ends-before',
      signed: 2,
      unknownKey: 0,
      last: { at: AS_OF, device: 'WS-7B-02', seq: 200 },
      wrong: { at: AS_OF, device: 'WS-7B-02', seq: 200, lastSeq: 140 },
    },
  };
  Object.assign(opened.world.ports.ledger, { verify: async () => report });
  await openApp(opened, '#/manage/diagnostics');
  await page.getByRole('button', { name: 'Check every entry' }).click();
  await expect.element(page.getByText(/number 17 of WS-7B-02: it was changed in the journal file/)).toBeVisible();
  await expect.element(page.getByText(/WS-7B-02 ends at entry 140, entry 200 was signed/)).toBeVisible();
});

test('the code on a paper is looked for, found or not', async () => {
  const opened = await openTestBox({ signedIn: true });
  const found: HeadFound = { device: 'WS-7B-02', seq: 12, at: AS_OF, type: 'form.signed', newest: false };
  const findHead = async (code: string) => (code === 'A1B2-C3D4' ? [found] : []);
  Object.assign(opened.world.ports.ledger, { findHead });
  await openApp(opened, '#/manage/diagnostics');
  const field = page.getByLabelText('Ledger code on the paper');
  await field.fill('A1B2-C3D4');
  await page.getByRole('button', { name: 'Look for it' }).click();
  await expect.element(page.getByText(/end of the record at entry 12 of WS-7B-02/)).toBeVisible();
  await field.fill('FFFF-0000');
  await page.getByRole('button', { name: 'Look for it' }).click();
  await expect.element(page.getByText(/NOT FOUND/)).toBeVisible();
});

test('a record that is not what was signed is an alarm on every screen', async () => {
  const opened = await openTestBox();
  const open = async (): Promise<StorageState> => ({
    generation: 'g1',
    journal: 'ok',
    database: 'ok',
    doubt: { state: 'ends-before', signed: 3, unknownKey: 0 },
  });
  Object.assign(opened.world.ports.ledger, { open });
  await opened.box.open();
  await openApp(opened);
  await expect.element(page.getByRole('alert').getByText(/not what this PC had signed of it/)).toBeVisible();
});
