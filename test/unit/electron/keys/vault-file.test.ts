import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openVaultFile } from '../../../../electron/keys/vault-file';
import { temporaryFolder } from '../temporary-folder';

const names = ['vault.a.json', 'vault.b.json'] as const;

async function vaultIn(folder: string) {
  const logged: string[] = [];
  return { logged, vault: openVaultFile({ folder, now: () => new Date(0), log: (code) => logged.push(code) }) };
}

async function written(...files: string[]) {
  const folder = await temporaryFolder();
  const { vault } = await vaultIn(folder);
  for (const file of files) await vault.write(file);
  return folder;
}

test('there is none before the first set-up', async () => {
  const { vault } = await vaultIn(join(await temporaryFolder(), 'keys'));
  expect(await vault.read()).toBeNull();
});

test('what was written last is read', async () => {
  const { vault } = await vaultIn(await written('{"a":1}', '{"a":2}'));
  expect(await vault.read()).toBe('{"a":2}');
});

test.each([
  ['first', 'vault.a.json', 'vault.b.json'],
  ['second', 'vault.b.json', 'vault.a.json'],
])('a damaged %s copy is mended from the other and kept aside', async (_which, broken, whole) => {
  const folder = await written('{"a":1}');
  const text = await readFile(join(folder, broken), 'utf8');
  await writeFile(join(folder, broken), text.replace('\\"a\\":1', '\\"a\\":9'));
  const { vault, logged } = await vaultIn(folder);
  expect(await vault.read()).toBe('{"a":1}');
  expect(logged).toEqual(['vault.copy-mended']);
  expect(await readFile(join(folder, broken), 'utf8')).toBe(await readFile(join(folder, whole), 'utf8'));
  expect((await readdir(folder)).some((name) => name.startsWith(`${broken}.damaged`))).toBe(true);
});

test('the newer copy wins when the app was killed between the two', async () => {
  const folder = await written('{"a":1}');
  const old = await readFile(join(folder, names[1]), 'utf8');
  const { vault } = await vaultIn(folder);
  await vault.write('{"a":2}');
  await writeFile(join(folder, names[1]), old);
  expect(await (await vaultIn(folder)).vault.read()).toBe('{"a":2}');
  expect(await readFile(join(folder, names[1]), 'utf8')).toBe(await readFile(join(folder, names[0]), 'utf8'));
});

test('a missing copy is made again', async () => {
  const folder = await written('{"a":1}');
  await rm(join(folder, names[0]));
  expect(await (await vaultIn(folder)).vault.read()).toBe('{"a":1}');
  expect(await readdir(folder)).toEqual([...names]);
});

test('it is an error, never "no vault", when no copy is whole', async () => {
  const folder = await written('{"a":1}');
  for (const name of names) await writeFile(join(folder, name), 'x');
  const { vault } = await vaultIn(folder);
  await expect(vault.read()).rejects.toMatchObject({ code: 'damaged' });
  await expect(vault.write('{"a":2}')).rejects.toMatchObject({ code: 'damaged' });
  expect(await readFile(join(folder, names[0]), 'utf8')).toBe('x');
});

test('writes at the same time leave two equal copies', async () => {
  const folder = await temporaryFolder();
  const { vault } = await vaultIn(folder);
  await Promise.all(Array.from({ length: 10 }, (_v, i) => vault.write(`{"n":${i}}`)));
  expect(await vault.read()).toBe('{"n":9}');
  expect(await readFile(join(folder, names[0]), 'utf8')).toBe(await readFile(join(folder, names[1]), 'utf8'));
});
