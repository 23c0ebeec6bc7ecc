import { link, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openVaultFile } from '../../../../electron/keys/vault-file';
import { temporaryFolder } from '../temporary-folder';

const open = (folder: string) =>
  openVaultFile({ folder, now: () => new Date('2026-11-22T07:41:05Z'), log: () => undefined });

test('a destroyed key is in no file of the folder and in no block of the replaced ones', async () => {
  const folder = await temporaryFolder();
  const outside = await temporaryFolder();
  const vault = open(folder);
  await vault.write('{"epochs":["SECRET-EPOCH"]}');
  await vault.write('{"epochs":["SECRET-EPOCH"],"more":1}');
  await writeFile(join(folder, 'vault.a.json.damaged-2026'), 'SECRET-EPOCH');
  // A second name for the same blocks, as a look at the disk itself would have.
  for (const name of ['vault.a.json', 'vault.b.json', 'vault.a.json.damaged-2026'])
    await link(join(folder, name), join(outside, name));
  await vault.write('{"epochs":[]}', true);
  expect((await readdir(folder)).toSorted()).toEqual(['vault.a.json', 'vault.b.json']);
  for (const where of [folder, outside])
    for (const name of await readdir(where))
      expect((await readFile(join(where, name))).includes('SECRET-EPOCH')).toBe(false);
  expect(await open(folder).read()).toBe('{"epochs":[]}');
});

test('an ordinary write leaves copies that were moved aside where they are', async () => {
  const folder = await temporaryFolder();
  const vault = open(folder);
  await vault.write('{"a":1}');
  await writeFile(join(folder, 'vault.b.json.damaged-2026'), 'old');
  await vault.write('{"a":2}');
  expect(await readdir(folder)).toContain('vault.b.json.damaged-2026');
});
