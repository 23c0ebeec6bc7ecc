import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readInput, writeOutput } from '../../../../electron/batch/batch-files';
import { temporaryFolder } from '../temporary-folder';

const request = (words: string[], options: Record<string, string[]> = {}) => ({ words, options });
const bytes = new TextEncoder().encode('content');

test('a named file is read with the path as it was given', async () => {
  const cwd = await temporaryFolder();
  await writeFile(join(cwd, 'a.csv'), 'x');
  expect(await readInput(request(['census', 'import', './a.csv']), './a.csv', cwd)).toEqual([
    { name: 'a.csv', path: './a.csv', bytes: Buffer.from('x') },
  ]);
});

test('a path in an option counts as named, any other path is refused', async () => {
  const cwd = await temporaryFolder();
  await writeFile(join(cwd, 'map.json'), '{}');
  expect(await readInput(request(['x'], { map: ['map.json'] }), 'map.json', cwd)).toHaveLength(1);
  await expect(readInput(request(['x'], { map: ['map.json'] }), '/etc/passwd', cwd)).rejects.toMatchObject({
    code: 'not-allowed',
  });
});

test('a folder gives its files sorted, without hidden ones and linked folders', async () => {
  const cwd = await temporaryFolder();
  await mkdir(join(cwd, 'forms', 'b'), { recursive: true });
  for (const name of ['z.json', 'a.json', '.DS_Store', 'b/c.json']) await writeFile(join(cwd, 'forms', name), 'x');
  await symlink('..', join(cwd, 'forms', 'loop'));
  const files = await readInput(request(['forms']), 'forms', cwd);
  expect(files.map((file) => file.path)).toEqual(['forms/a.json', 'forms/b/c.json', 'forms/z.json']);
});

test('a missing file is not-found', async () => {
  await expect(readInput(request(['a.csv']), 'a.csv', await temporaryFolder())).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('output goes to the file or into the folder given with --out', async () => {
  const cwd = await temporaryFolder();
  expect(await writeOutput(request([], { out: ['pack.pdf'] }), undefined, bytes, cwd)).toEqual({
    path: join(cwd, 'pack.pdf'),
  });
  await writeOutput(request([], { out: ['export'] }), 'fhir/bundle.json', bytes, cwd);
  expect(await readFile(join(cwd, 'export', 'fhir', 'bundle.json'), 'utf8')).toBe('content');
  expect((await readdir(cwd)).sort()).toEqual(['export', 'pack.pdf']);
});

test.each(['../a', '/etc/a', 'a/../../b', 'a\\b', 'con.txt', '', 'a//b'])('the name %j is refused', async (name) => {
  const cwd = await temporaryFolder();
  await expect(writeOutput(request([], { out: ['out'] }), name, bytes, cwd)).rejects.toMatchObject({
    code: 'bad-argument',
  });
});

test('nothing is written without --out', async () => {
  await expect(writeOutput(request([]), 'a', bytes, await temporaryFolder())).rejects.toMatchObject({
    code: 'not-allowed',
  });
});

test('a place that cannot be written to is not-writable', async () => {
  const cwd = await temporaryFolder();
  await writeFile(join(cwd, 'file'), '');
  await expect(writeOutput(request([], { out: ['file/x/a.pdf'] }), undefined, bytes, cwd)).rejects.toMatchObject({
    code: 'not-writable',
  });
});
