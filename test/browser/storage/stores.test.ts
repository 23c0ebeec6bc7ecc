import { describe, expect, test } from 'vitest';
import type { Draft } from '../../../renderer/app/ports';
import type { Snapshot } from '../../../renderer/domain/patient/patient';
import { createDraftStore } from '../../../renderer/storage/draft-store';
import { createIds } from '../../../renderer/storage/ids';
import { createLibraryStore } from '../../../renderer/storage/library-store';
import { createShell } from '../../../renderer/storage/shell';
import { createSnapshotStore } from '../../../renderer/storage/snapshot-store';
import { deleteDatabase, newWorkstation, type Started, startUnlocked, type Workstation } from './workbench';

function snapshot(id: string, family = 'Okafor'): Snapshot {
  const patients = [{ id: 'p1', family, given: 'Ada', allergyStatus: 'not-in-snapshot', allergies: [] }] as const;
  return {
    id,
    asOf: '2026-11-22T04:00:00.000+01:00',
    importedAt: '2026-11-22T05:00:00.000+01:00',
    source: 'census.csv',
    patients,
    known: { 'MRN-1': 'p1' },
  };
}

function snapshotsOf({ fake, database, vault }: Started) {
  return createSnapshotStore({
    shell: createShell(fake.bridge),
    database,
    keyring: vault.keyring,
    newId: createIds().newId,
  });
}

function blobNames({ disk }: Workstation): readonly string[] {
  return [...disk.blobs.keys()].filter((name) => name.startsWith('snapshot-'));
}

describe('the snapshot', () => {
  test('is replaced whole, and the last three are kept in both copies', async () => {
    const workstation = newWorkstation();
    const started = await startUnlocked(workstation);
    const snapshots = snapshotsOf(started);
    expect(await snapshots.current()).toBeUndefined();
    for (const id of ['one', 'two', 'three', 'four']) await snapshots.replace(snapshot(id));
    expect(await snapshots.current()).toEqual(snapshot('four'));
    expect(blobNames(workstation)).toHaveLength(3);
    expect(await started.database.tables().snapshots.count()).toBe(3);
  });

  test.each(['database', 'blobs'] as const)('is whole from the other copy when the %s lost it', async (lost) => {
    const workstation = newWorkstation();
    const started = await startUnlocked(workstation);
    await snapshotsOf(started).replace(snapshot('one'));
    if (lost === 'database') await started.database.tables().snapshots.clear();
    else for (const name of blobNames(workstation)) workstation.disk.blobs.delete(name);
    expect(await snapshotsOf(started).current()).toEqual(snapshot('one'));
  });

  test('is whole from the other copy when one copy was changed, and is an older one when both were', async () => {
    const workstation = newWorkstation();
    const started = await startUnlocked(workstation);
    const snapshots = snapshotsOf(started);
    await snapshots.replace(snapshot('one'));
    await snapshots.replace(snapshot('two'));
    const { snapshots: table } = started.database.tables();
    const newest = await table.orderBy('id').last();
    if (!newest) throw new Error('no snapshot');
    const spoilt = newest.sealed.map((byte, index) => (index === newest.sealed.length - 1 ? byte ^ 1 : byte));
    await table.put({ id: newest.id, sealed: spoilt });
    expect(await snapshots.current()).toEqual(snapshot('two'));

    workstation.disk.blobs.set(`snapshot-${newest.id.toLowerCase()}.sealed`, spoilt);
    expect(await snapshots.current()).toEqual(snapshot('one'));
    expect(
      started.fake.calls.some(
        ({ channel, args }) => channel === 'log.write' && JSON.stringify(args).includes('snapshot-unreadable'),
      ),
    ).toBe(true);
  });

  test('is stored when one copy could not take it, and throws when neither could', async () => {
    const started = await startUnlocked(newWorkstation());
    started.fake.fail('blob.write', { when: 'before', code: 'disk-full' });
    await snapshotsOf(started).replace(snapshot('one'));
    expect(await snapshotsOf(started).current()).toEqual(snapshot('one'));
    started.database.broken = true;
    await expect(snapshotsOf(started).replace(snapshot('two'))).rejects.toMatchObject({ name: 'PortFailure' });
  });

  test('is the last one stored when the clock was set back between two imports', async () => {
    const started = await startUnlocked(newWorkstation());
    const needs = {
      shell: createShell(started.fake.bridge),
      database: started.database,
      keyring: started.vault.keyring,
    };
    const at = (ms: number) => createSnapshotStore({ ...needs, newId: createIds({ nowMs: () => ms }).newId });
    await at(2_000_000).replace(snapshot('first'));
    await at(1_000_000).replace(snapshot('second'));
    await at(900_000).replace(snapshot('third'));
    expect(await at(1).current()).toEqual(snapshot('third'));
  });

  test('is locked when nobody is signed in', async () => {
    const workstation = newWorkstation();
    const started = await startUnlocked(workstation);
    await snapshotsOf(started).replace(snapshot('one'));
    started.vault.lock();
    await expect(snapshotsOf(started).current()).rejects.toMatchObject({ code: 'locked' });
    await expect(snapshotsOf(started).replace(snapshot('two'))).rejects.toMatchObject({ code: 'locked' });
  });

  test('of another vault is refused as wrong-key', async () => {
    const [mine, other] = [newWorkstation(), newWorkstation()];
    const there = await startUnlocked(other);
    await snapshotsOf(there).replace(snapshot('foreign'));
    const here = await startUnlocked(mine);
    for (const name of blobNames(other)) mine.disk.blobs.set(name, other.disk.blobs.get(name) ?? new Uint8Array());
    await expect(snapshotsOf(here).current()).rejects.toMatchObject({ code: 'wrong-key' });
  });
});

describe('drafts', () => {
  const draft = (id: string, author: string): Draft => ({
    id,
    author,
    outage: 'outage-1',
    form: 'F06',
    version: '1.0.0',
    patient: 'p1',
    updatedAt: '2026-11-22T05:27:00.000+01:00',
    response: { note: 'typed by hand' },
  });

  test('are kept over a kill and are listed to their author only', async () => {
    const workstation = newWorkstation();
    const first = await startUnlocked(workstation);
    let signedIn = 'sam';
    const drafts = createDraftStore({
      database: first.database,
      keyring: first.vault.keyring,
      signedIn: () => signedIn,
    });
    await drafts.put(draft('d1', 'sam'));
    await drafts.put({ ...draft('d1', 'sam'), response: { note: 'more' } });
    signedIn = 'kim';
    await drafts.put(draft('d2', 'kim'));
    first.database.close();

    const second = await startUnlocked(workstation);
    const again = createDraftStore({
      database: second.database,
      keyring: second.vault.keyring,
      signedIn: () => signedIn,
    });
    expect(await again.list()).toEqual([draft('d2', 'kim')]);
    expect(await again.list('sam')).toEqual([]);
    expect(await again.get('d1')).toBeUndefined();
    await expect(again.remove('d1')).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(again.put(draft('d1', 'kim'))).rejects.toMatchObject({ code: 'not-allowed' });
    signedIn = 'sam';
    expect(await again.list()).toEqual([{ ...draft('d1', 'sam'), response: { note: 'more' } }]);
    await again.remove('d1');
    expect(await again.list()).toEqual([]);
  });

  test("do not open as somebody else's when the author of a row was changed", async () => {
    const started = await startUnlocked(newWorkstation());
    let signedIn = 'sam';
    const drafts = createDraftStore({
      database: started.database,
      keyring: started.vault.keyring,
      signedIn: () => signedIn,
    });
    await drafts.put(draft('d1', 'sam'));
    await drafts.put(draft('d2', 'sam'));
    await started.database.tables().drafts.update('d1', { author: 'kim' });
    signedIn = 'kim';
    expect(await drafts.list()).toEqual([]);
    await expect(drafts.get('d1')).rejects.toMatchObject({ code: 'damaged' });
  });

  test('lists nothing when nobody is signed in', async () => {
    const started = await startUnlocked(newWorkstation());
    const drafts = createDraftStore({
      database: started.database,
      keyring: started.vault.keyring,
      signedIn: () => undefined,
    });
    expect(await drafts.list()).toEqual([]);
    expect(await drafts.list('sam')).toEqual([]);
  });
});

describe('the library', () => {
  const form = { kind: 'form', id: 'F99', version: '1.0.0', json: '{"title":"Ünïted form"}' };

  test('comes back from beside the journal when the database was lost', async () => {
    const workstation = newWorkstation();
    const first = await startUnlocked(workstation);
    await createLibraryStore({ shell: createShell(first.fake.bridge), database: first.database }).put(form);
    first.database.close();
    await deleteDatabase(workstation.name);
    const second = await startUnlocked(workstation);
    const library = createLibraryStore({ shell: createShell(second.fake.bridge), database: second.database });
    expect(await library.list()).toEqual([form]);
    second.fake.fail('blob.list', { when: 'before', code: 'not-writable' });
    expect(await library.list()).toEqual([form]);
  });

  test('refuses other content under a version that exists', async () => {
    const { fake, database } = await startUnlocked(newWorkstation());
    const library = createLibraryStore({ shell: createShell(fake.bridge), database });
    await library.put(form);
    await library.put({ ...form, json: '{ "title": "Ünïted form" }' });
    await expect(library.put({ ...form, json: '{"title":"Other"}' })).rejects.toMatchObject({ code: 'not-allowed' });
    await library.put({ ...form, version: '1.0.1', json: '{"title":"Other"}' });
    expect(await library.list()).toHaveLength(2);
  });
});
