import Dexie from 'dexie';
import { describe, expect, test } from 'vitest';
import { BoxDatabase, createDatabase, ROW_FORMAT, SCHEMA_VERSION } from '../../../renderer/storage/database';
import { rotateEngineLog } from '../../../renderer/storage/rotation-filler';
import { newWorkstation } from './workbench';

describe('opening', () => {
  test('is refused with newer-version and changes nothing when a newer schema made the database', async () => {
    const { name } = newWorkstation();
    const newer = new Dexie(name);
    newer.version(SCHEMA_VERSION + 1).stores({ entries: '[device+seq]', future: 'id' });
    await newer.open();
    await newer.table('future').add({ id: 1 });
    newer.close();

    await expect(createDatabase({ name }).ensureOpen()).rejects.toMatchObject({ code: 'newer-version' });

    await newer.open();
    expect(await newer.table('future').count()).toBe(1);
    newer.close();
  });

  test('is refused with newer-version when a newer app wrote its rows under the same schema', async () => {
    const { name } = newWorkstation();
    const database = createDatabase({ name });
    await database.ensureOpen();
    await database.tables().meta.put({ key: 'format', value: ROW_FORMAT + 1 });
    database.close();
    await expect(createDatabase({ name }).ensureOpen()).rejects.toMatchObject({ code: 'newer-version' });
  });

  test('gives up with database-timeout when the engine does not answer', async () => {
    const { name } = newWorkstation();
    const holder = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(name, 1);
      request.addEventListener('success', () => resolve(request.result));
    });
    // A connection of an older version that does not step aside blocks the upgrade for ever.
    await expect(createDatabase({ name }).ensureOpen(300)).rejects.toMatchObject({ code: 'database-timeout' });
    holder.close();
  });

  test('works again after a close', async () => {
    const database = createDatabase({ name: newWorkstation().name });
    expect(() => database.tables()).toThrow(expect.objectContaining({ code: 'database-unopenable' }));
    await database.ensureOpen();
    database.close();
    await database.ensureOpen();
    expect(await database.tables().entries.count()).toBe(0);
  });

  test('steps aside when another window wants to upgrade', async () => {
    const { name } = newWorkstation();
    const database = createDatabase({ name });
    await database.ensureOpen();
    const upgraded = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name, 999);
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error ?? new Error('not upgraded')));
    });
    expect(() => database.tables()).toThrow(expect.objectContaining({ code: 'database-unopenable' }));
    upgraded.close();
  });
});

test('writes are strict when they go through the tables', async () => {
  const original = IDBDatabase.prototype.transaction;
  const asked: unknown[] = [];
  IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...args: Parameters<typeof original>) {
    if (args[1] === 'readwrite') asked.push(args[2]?.durability);
    return original.apply(this, args);
  };
  try {
    const database = new BoxDatabase(newWorkstation().name);
    await database.open();
    await database.meta.put({ key: 'x', value: 1 });
    database.close();
  } finally {
    IDBDatabase.prototype.transaction = original;
  }
  expect(asked).toEqual(['strict']);
});

test('every schema version is defined and exercised, with the tables it promises', async () => {
  const { name } = newWorkstation();
  const database = new BoxDatabase(name);
  await database.open();
  expect(database.verno).toBe(SCHEMA_VERSION);
  expect(
    Object.fromEntries(
      database.tables.map((table) => [
        table.name,
        [table.schema.primKey.src, ...table.schema.indexes.map(({ src }) => src)],
      ]),
    ),
  ).toEqual({
    entries: ['[device+seq]', 'id', 'book', '[book+subject]', 'lamport'],
    meta: ['key'],
    drafts: ['id', 'author'],
    snapshots: ['id'],
    checkpoints: ['name'],
    library: ['[kind+id+version]'],
  });
  database.close();
});

test('the filler writes 4 MB strictly in pieces that stay in the log, and leaves no database behind', async () => {
  const added: number[] = [];
  const asked: unknown[] = [];
  const [add, transaction] = [IDBObjectStore.prototype.add, IDBDatabase.prototype.transaction];
  IDBObjectStore.prototype.add = function (this: IDBObjectStore, value: Uint8Array, ...rest) {
    added.push(value.byteLength);
    return add.call(this, value, ...rest);
  };
  IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...args: Parameters<typeof transaction>) {
    asked.push(args[2]?.durability);
    return transaction.apply(this, args);
  };
  try {
    await rotateEngineLog();
  } finally {
    [IDBObjectStore.prototype.add, IDBDatabase.prototype.transaction] = [add, transaction];
  }
  expect(asked).toEqual(['strict']);
  expect(added.reduce((sum, bytes) => sum + bytes, 0)).toBe(4 * 1024 * 1024);
  expect(Math.max(...added)).toBeLessThan(64 * 1024);
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('downtime-box-rotation');
});
