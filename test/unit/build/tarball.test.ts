import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { extractFromTarball, integrityOf } from '../../../build/electron/tarball.mjs';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tarball-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function tarEntry(name: string, content: Buffer) {
  const header = Buffer.alloc(512);
  header.write(name, 0);
  header.write(content.length.toString(8).padStart(11, '0'), 124);
  return Buffer.concat([header, content, Buffer.alloc((512 - (content.length % 512)) % 512)]);
}

async function tarball(entries: [string, Buffer][]) {
  const path = join(folder, 'a.tgz');
  const tar = Buffer.concat([...entries.map(([name, content]) => tarEntry(name, content)), Buffer.alloc(1024)]);
  await writeFile(path, gzipSync(tar));
  return path;
}

describe('tarball', () => {
  test('a file comes back whole when it lies behind another and spans many chunks', async () => {
    // Not compressible, so that the stream arrives in many pieces.
    const content = Buffer.from(Array.from({ length: 300_001 }, (_, index) => (index * 7919) % 251));
    const path = await tarball([
      ['package/package.json', Buffer.from('{}')],
      ['package/runtime.zip', content],
    ]);
    await extractFromTarball(path, 'package/runtime.zip', join(folder, 'out'));
    expect(content.equals(await readFile(join(folder, 'out')))).toBe(true);
  });

  test('it is refused when the file is not in it', async () => {
    const path = await tarball([['package/package.json', Buffer.from('{}')]]);
    await expect(extractFromTarball(path, 'package/runtime.zip', join(folder, 'out'))).rejects.toThrow(
      'not in the archive',
    );
  });

  test('the integrity is npm’s when a file is hashed', async () => {
    await writeFile(join(folder, 'empty'), '');
    expect(await integrityOf(join(folder, 'empty'))).toBe(
      'sha512-z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg==',
    );
  });
});
