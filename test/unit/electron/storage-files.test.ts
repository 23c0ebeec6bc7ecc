import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openBlobs } from '../../../electron/blobs';
import { moveDatabaseAside } from '../../../electron/database-folder';
import { openSettings } from '../../../electron/settings';
import { temporaryFolder } from './temporary-folder';

test('a blob is read back, listed and removed', async () => {
  const blobs = openBlobs(join(await temporaryFolder(), 'sealed'));
  expect(await blobs.list()).toEqual([]);
  expect(await blobs.read('snapshot.1')).toBeNull();
  await blobs.write('snapshot.1', new Uint8Array([1, 2]));
  expect([...((await blobs.read('snapshot.1')) ?? [])]).toEqual([1, 2]);
  expect(await blobs.list()).toEqual(['snapshot.1']);
  await blobs.remove('snapshot.1');
  await blobs.remove('snapshot.1');
  expect(await blobs.list()).toEqual([]);
});

test.each(['../a', 'A', '.a', 'a/b', 'a..b', ''])('the blob name %j is refused', async (name) => {
  const blobs = openBlobs(await temporaryFolder());
  await expect(blobs.write(name, new Uint8Array())).rejects.toMatchObject({ code: 'bad-argument' });
  await expect(blobs.read(name)).rejects.toMatchObject({ code: 'bad-argument' });
});

test('an unfinished write is not listed', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, '.a.tmp'), 'x');
  expect(await openBlobs(folder).list()).toEqual([]);
});

test('damaged settings are kept aside and the defaults hold', async () => {
  const folder = await temporaryFolder();
  const path = join(folder, 'settings.json');
  const settings = openSettings({ path, now: () => new Date(0), log: () => undefined });
  expect(await settings.read()).toBe('{}');
  await settings.write('{"ward":"7B"}');
  expect(await settings.read()).toBe('{"ward":"7B"}');
  await writeFile(path, '{"ward":');
  expect(await settings.read()).toBe('{}');
  const [aside] = await readdir(folder);
  expect(await readFile(join(folder, aside ?? ''), 'utf8')).toBe('{"ward":');
});

test("only the page's own database is moved aside, and it is not deleted", async () => {
  const browser = await temporaryFolder();
  const folder = join(browser, 'IndexedDB');
  expect(await moveDatabaseAside(browser, new Date(0))).toBe(0);
  for (const name of ['app_ward_0.indexeddb.leveldb', 'app_ward_0.indexeddb.blob', 'other_0.indexeddb.leveldb'])
    await mkdir(join(folder, name), { recursive: true });
  await writeFile(join(folder, 'app_ward_0.indexeddb.leveldb', 'CURRENT'), 'x');
  expect(await moveDatabaseAside(browser, new Date(0))).toBe(2);
  expect((await readdir(folder)).sort()).toEqual([
    'app_ward_0.indexeddb.blob.aside-1970-01-01T00-00-00-000Z',
    'app_ward_0.indexeddb.leveldb.aside-1970-01-01T00-00-00-000Z',
    'other_0.indexeddb.leveldb',
  ]);
});
