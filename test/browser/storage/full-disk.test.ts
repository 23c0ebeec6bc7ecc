import { expect, test } from 'vitest';
import type { SpaceState } from '../../../electron/ipc/contract';
import {
  families,
  newWorkstation,
  PASSPHRASE,
  patientAdded,
  start,
  startUnlocked,
  type Workstation,
} from './workbench';

const FULL: SpaceState = { level: 'read-only', freeBytes: 0, ballastBytes: 0 };
const ROOMY: SpaceState = { level: 'ok', freeBytes: 50e9, ballastBytes: 0 };

/** A start on a disk that is full until `on.space` says otherwise. */
function startOn(workstation: Workstation, on: { space: SpaceState }) {
  return start(workstation, { handlers: { 'shell.space': () => on.space } });
}

test('writes neither copy, keeps reading, and goes on where it stopped when the disk was full for a while', async () => {
  const on = { space: ROOMY };
  const started = await startUnlocked(newWorkstation(), { handlers: { 'shell.space': () => on.space } });
  await started.ledger.append([patientAdded('Okafor')]);
  on.space = FULL;
  started.fake.emit('space-changed', FULL);
  const before = started.fake.calls.length;
  await expect(started.ledger.append([patientAdded('Lost')])).rejects.toMatchObject({ code: 'disk-full' });
  expect(started.fake.calls.slice(before).map(({ channel }) => channel)).toEqual(['shell.space']);
  expect(await families(started)).toEqual(['Okafor']);

  on.space = ROOMY;
  expect(await started.ledger.append([patientAdded('Haddad')])).toMatchObject({
    journal: 'written',
    database: 'written',
  });
  expect(await families(started)).toEqual(['Okafor', 'Haddad']);
  expect(await started.ledger.verify()).toMatchObject({ entries: 2, chain: 'whole', copies: 'equal' });
});

test('leaves the database alone when the journal met a full disk that nobody had seen coming', async () => {
  const started = await startUnlocked(newWorkstation());
  await started.ledger.append([patientAdded('Okafor')]);
  started.fake.fail('journal.append', { when: 'before', code: 'disk-full', times: 1 });
  await expect(started.ledger.append([patientAdded('Lost')])).rejects.toMatchObject({ code: 'disk-full' });
  expect(await started.ledger.verify()).toMatchObject({ entries: 1, copies: 'equal' });
  await started.ledger.append([patientAdded('Haddad')]);
  expect(await families(started)).toEqual(['Okafor', 'Haddad']);
});

test('everything is read from the journal and the database is not touched when the disk is full at the start', async () => {
  const workstation = newWorkstation();
  const first = await startUnlocked(workstation);
  await first.ledger.append([patientAdded('Okafor'), patientAdded('Lindqvist')]);
  first.database.close();

  const on = { space: FULL };
  const second = startOn(workstation, on);
  expect(await second.ledger.open()).toMatchObject({ journal: 'ok', database: 'failed' });
  await second.vault.unlock({ secret: PASSPHRASE, kind: 'passphrase' });
  expect(await families(second)).toEqual(['Okafor', 'Lindqvist']);
  expect(await second.library.list()).toEqual([]);
  expect(await second.snapshots.current()).toBeUndefined();
  await expect(second.ledger.append([patientAdded('Lost')])).rejects.toMatchObject({ code: 'disk-full' });
  expect(second.fake.calls.map(({ channel }) => channel)).not.toContain('database.moveAside');
  expect(() => second.database.tables()).toThrow('not open');

  on.space = ROOMY;
  second.fake.emit('space-changed', ROOMY);
  expect(await second.ledger.mend()).toEqual({ journal: 'ok', database: 'ok' });
  await second.ledger.append([patientAdded('Haddad')]);
  expect(await families(second)).toEqual(['Okafor', 'Lindqvist', 'Haddad']);
  expect(await second.ledger.verify()).toMatchObject({ entries: 3, chain: 'whole', copies: 'equal' });
});

test('no draft is written while the disk is full, and the one before stays', async () => {
  const on = { space: ROOMY };
  const started = await startUnlocked(newWorkstation(), { handlers: { 'shell.space': () => on.space } });
  const author = (await started.vault.status()).people[0]?.id ?? '';
  const draft = {
    id: 'd1',
    outage: 'o',
    form: 'F06',
    version: '1',
    patient: 'p',
    author,
    updatedAt: '2026-11-22T05:27:00.000+01:00',
  };
  await started.drafts.put({ ...draft, response: 'first' });
  started.fake.emit('space-changed', FULL);
  on.space = FULL;
  await expect(started.drafts.put({ ...draft, response: 'second' })).rejects.toMatchObject({ code: 'disk-full' });
  expect(await started.drafts.get('d1')).toMatchObject({ response: 'first' });
});
