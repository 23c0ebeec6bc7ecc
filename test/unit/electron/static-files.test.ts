import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readStaticFile, resolveUnder } from '../../../electron/static-files';
import { temporaryFolder } from './temporary-folder';

async function site() {
  const folder = await temporaryFolder();
  const root = join(folder, 'renderer');
  await mkdir(join(root, 'assets'), { recursive: true });
  await writeFile(join(root, 'index.html'), '<p>');
  await writeFile(join(root, 'assets', 'a.wasm'), 'x');
  await writeFile(join(root, 'assets', 'a b.woff2'), 'x');
  await writeFile(join(root, 'secret'), 'x');
  await writeFile(join(folder, 'outside.js'), 'x');
  await mkdir(join(folder, 'renderer-evil'));
  await writeFile(join(folder, 'renderer-evil', 'a.js'), 'x');
  return root;
}

test.each([
  ['/', 'text/html; charset=utf-8'],
  ['/index.html', 'text/html; charset=utf-8'],
  ['/assets/a.wasm', 'application/wasm'],
  ['/assets/a%20b.woff2', 'font/woff2'],
])('%s is served', async (path, mime) => {
  expect(await readStaticFile(await site(), path)).toMatchObject({ mime });
});

test.each([
  '/../outside.js',
  '/%2e%2e/outside.js',
  '/..%2foutside.js',
  '/assets/..%5c..%5coutside.js',
  '/assets/%2e%2e/%2e%2e/outside.js',
  '/%00index.html',
  '/%ff',
])('%s does not leave the folder', async (path) => {
  expect(await readStaticFile(await site(), path)).toEqual({ status: 403 });
});

test.each(['/secret', '/assets', '/nothing.js', '/index.html/x.js'])('%s is not found', async (path) => {
  expect(await readStaticFile(await site(), path)).toEqual({ status: 404 });
});

test('a sibling folder with the same beginning is outside', () => {
  expect(resolveUnder('/a/renderer', '/../renderer-evil/a.js')).toBeUndefined();
});
