import { describe, expect, test } from 'vitest';
import type { NewEntry } from '../../../renderer/domain/ledger/entry';
import type { Snapshot } from '../../../renderer/domain/patient/patient';
import { openEntry } from '../../../renderer/storage/seal';
import { wardSnapshot } from '../../support/fake-box';
import {
  enrolled,
  families,
  newWorkstation,
  PASSPHRASE,
  patientAdded,
  PIN,
  start,
  type Started,
  startUnlocked,
  stepDone,
  type Workstation,
} from './workbench';

const UNTIL = '2026-11-22T08:00:00.000+01:00';
const AFTER = '2026-12-24T08:00:00.000+01:00';
const NOBODY_ELSE = { snapshotsUpTo: UNTIL, stillNeeded: new Set<string>() };
const later = (family: string): NewEntry => ({ ...patientAdded(family), book: 'outage-2' });
const draft = (outage: string, author: string) => ({
  id: `draft-${outage}`,
  outage,
  form: 'f',
  version: '1',
  patient: 'p',
  author,
  updatedAt: UNTIL,
  response: { family: 'Drafted' },
});

/** A manager and a nurse; two outages with a patient each, a draft in each, and a snapshot from before. */
async function twoOutages(): Promise<
  Awaited<ReturnType<typeof enrolled>> & { readonly started: Started; readonly before: Uint8Array }
> {
  const house = await enrolled();
  const started = await startUnlocked(house.workstation);
  await started.ledger.append([stepDone('s1'), patientAdded('Shredded'), patientAdded('Torn'), later('Kept')]);
  await started.snapshots.replace(wardSnapshot('2026-11-22T05:15:00.000+01:00'));
  for (const outage of ['outage-1', 'outage-2']) await started.drafts.put(draft(outage, house.manager));
  const { bytes } = await started.backup.make();
  return { ...house, started, before: bytes };
}

async function again(workstation: Workstation): Promise<Started> {
  return startUnlocked(workstation);
}

describe('removing the patients of an outage', () => {
  test('counts what lies there without opening it', async () => {
    const { started } = await twoOutages();
    expect(await started.removal.survey('outage-1')).toMatchObject({
      counts: { 'patient.added': 2 },
      entries: 2,
      shared: 0,
      drafts: 1,
      snapshots: 1,
    });
  });

  test('leaves every line in the chain, nothing damaged, and the other outage readable', async () => {
    const { started, workstation } = await twoOutages();
    await started.removal.remove('outage-1', NOBODY_ELSE);
    for (const one of [started, await again(workstation)]) {
      expect(await families(one)).toEqual(['Kept']);
      const { entries, quarantined } = await one.ledger.readAll();
      expect(quarantined).toEqual([]);
      // What names nobody stays: the step of the checklist.
      expect(entries.filter(({ book }) => book === 'outage-1').map(({ type }) => type)).toEqual(['step.done']);
      expect(await one.ledger.verify()).toMatchObject({ chain: 'whole', copies: 'equal', quarantined: [], entries: 4 });
      expect(await one.snapshots.current()).toBeUndefined();
      expect((await one.drafts.list()).map(({ outage }) => outage)).toEqual(['outage-2']);
    }
  });

  test('leaves no key that opens them, whoever signs in', async () => {
    const { started, workstation, nurse, recoveryCode } = await twoOutages();
    const rows = (await started.ledger.readSealed()).filter(({ type }) => type === 'patient.added');
    const { epochs } = await started.removal.survey('outage-1');
    await started.removal.remove('outage-1', NOBODY_ELSE);
    expect(started.removal.isUnfinished('outage-1')).toBe(false);
    const gone = rows.filter(({ epoch }) => epochs.includes(epoch));
    expect(gone).toHaveLength(2);
    const ways = [
      { person: nurse, secret: PIN, kind: 'pin' },
      { secret: PASSPHRASE, kind: 'passphrase' },
      { secret: recoveryCode, kind: 'recovery-code' },
    ] as const;
    const file = JSON.parse(workstation.disk.vault ?? '{}') as { epochs: { epoch: number }[] };
    expect(file.epochs.some(({ epoch }) => epochs.includes(epoch))).toBe(false);
    for (const way of ways) {
      const { vault } = start(workstation);
      expect(await vault.unlock(way)).toMatchObject({ ok: true });
      const open = file.epochs.flatMap(({ epoch }) => vault.keyring.key(epoch) ?? []);
      expect(open.length).toBe(file.epochs.length);
      for (const row of gone)
        for (const key of open) await expect(openEntry(row, key)).rejects.toHaveProperty('name', 'OperationError');
    }
  });

  test('keeps a newer snapshot, sealed anew, and forgets whom nobody needs', async () => {
    const { started, workstation } = await twoOutages();
    const newer: Snapshot = { ...wardSnapshot(AFTER), known: { ...wardSnapshot(AFTER).known, OLD: 'gone', OPEN: 'q' } };
    await started.snapshots.replace(newer);
    await started.removal.remove('outage-1', { snapshotsUpTo: UNTIL, stillNeeded: new Set(['q']) });
    const current = await (await again(workstation)).snapshots.current();
    expect(current?.asOf).toBe(AFTER);
    expect(current?.patients).toHaveLength(newer.patients.length);
    expect(Object.keys(current?.known ?? {})).toEqual([...Object.keys(wardSnapshot(AFTER).known), 'OPEN']);
    expect((await started.removal.survey('outage-2')).snapshots).toBe(1);
  });

  test('leaves the snapshots where another outage needs them', async () => {
    const { started } = await twoOutages();
    await started.removal.remove('outage-1', { snapshotsUpTo: null, stillNeeded: new Set() });
    expect((await started.snapshots.current())?.patients).toHaveLength(24);
  });

  test('is not undone by a backup from before, which says so, into the same vault', async () => {
    const { started, workstation, before } = await twoOutages();
    await started.removal.remove('outage-1', NOBODY_ELSE);
    const restored = await started.backup.restore({ bytes: before, secret: PASSPHRASE });
    expect(restored).toMatchObject({ ok: true, value: { fresh: false, stayRemoved: 2 } });
    const one = await again(workstation);
    expect(await families(one)).toEqual(['Kept']);
    expect((await one.ledger.readAll()).quarantined).toEqual([]);
    expect(await one.snapshots.current()).toBeUndefined();
  });

  test('does not reach a backup from before: elsewhere it still opens, which is why the entry names its time', async () => {
    const { started, before } = await twoOutages();
    await started.removal.remove('outage-1', NOBODY_ELSE);
    const elsewhere = start(newWorkstation());
    await elsewhere.ledger.open();
    expect(await elsewhere.backup.restore({ bytes: before, secret: PASSPHRASE })).toMatchObject({
      ok: true,
      value: { fresh: true, stayRemoved: 0 },
    });
    await elsewhere.vault.unlock({ secret: PASSPHRASE, kind: 'passphrase' });
    expect(await families(elsewhere)).toEqual(['Shredded', 'Torn', 'Kept']);
  });

  test('takes no new entry for that outage', async () => {
    const { started } = await twoOutages();
    await started.removal.remove('outage-1', NOBODY_ELSE);
    await expect(started.ledger.append([patientAdded('Late')])).rejects.toMatchObject({ code: 'not-allowed' });
    expect((await started.ledger.append([stepDone('s2')])).entries).toHaveLength(1);
  });
});

describe('the key of an outage', () => {
  test('is not lost when somebody is enrolled while it is made', async () => {
    const workstation = newWorkstation();
    const started = await startUnlocked(workstation);
    const [made] = await Promise.all([
      started.vault.enrol({ name: 'Sam Doe', role: 'nurse', pin: PIN }),
      started.ledger.append([patientAdded('Raced')]),
    ]);
    expect(made).toMatchObject({ ok: true });
    const one = await again(workstation);
    expect(await families(one)).toEqual(['Raced']);
    expect((await one.vault.status()).people).toHaveLength(2);
  });

  test('is made by each PC for itself and both open after one was restored into the other', async () => {
    const { started, workstation } = await twoOutages();
    const { bytes } = await started.backup.make();
    const other = newWorkstation();
    const second = start(other);
    await second.ledger.open();
    await second.backup.restore({ bytes, secret: PASSPHRASE, workstation: 'WS-2' });
    await second.vault.unlock({ secret: PASSPHRASE, kind: 'passphrase' });
    await second.ledger.append([{ ...patientAdded('There'), book: 'outage-3' }]);
    await started.ledger.append([{ ...patientAdded('Here'), book: 'outage-4' }]);
    const back = await second.backup.make();
    expect(await started.backup.restore({ bytes: back.bytes, secret: PASSPHRASE })).toMatchObject({ ok: true });
    const one = await again(workstation);
    expect((await families(one)).toSorted()).toEqual(['Here', 'Kept', 'Shredded', 'There', 'Torn']);
    expect((await one.ledger.readAll()).quarantined).toEqual([]);
  });

  test('does not stop a save when the vault file takes none: the shared key serves, and removal is refused for it', async () => {
    const started = await startUnlocked(newWorkstation());
    started.fake.fail('vault.write', { when: 'before', code: 'not-writable' });
    await started.ledger.append([patientAdded('Saved')]);
    expect(await families(started)).toEqual(['Saved']);
    expect(await started.removal.survey('outage-1')).toMatchObject({ shared: 1, entries: 0 });
  });
});
