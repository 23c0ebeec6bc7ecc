import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { extractZipEntry, parseEndRecord, readZipEntries } from '../../../build/electron/zip-reader.mjs';

const text = 'downtime '.repeat(500);
const bytes = (value: string) => new TextEncoder().encode(value);
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zip-reader-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function archive(comment = '') {
  const zipped = zipSync({
    'Box/run': [bytes(text), { os: 3, attrs: 0o755 << 16, level: 9 }],
    'Box/plain.txt': [bytes('stored'), { level: 0, extra: { 0x7777: new Uint8Array(5) } }],
    'Box/empty': new Uint8Array(),
  });
  // The comment is the last field of the end record; its length stands in the two bytes before it.
  const file = Buffer.concat([zipped, bytes(comment)]);
  file.writeUInt16LE(comment.length, zipped.length - 2);
  const path = join(folder, 'a.zip');
  await writeFile(path, file);
  return path;
}

async function extracted(path: string, name: string) {
  const entry = (await readZipEntries(path)).find((each) => each.name === name);
  const target = join(folder, 'out', name);
  if (entry !== undefined) await extractZipEntry(path, entry, target);
  return target;
}

describe('zip reader', () => {
  test('all entries are listed when the archive carries a comment', async () => {
    const names = (await readZipEntries(await archive('made for a test'))).map(({ name }) => name);
    expect(names).toEqual(['Box/run', 'Box/plain.txt', 'Box/empty']);
  });

  test('content and permissions come back when an entry is deflated', async () => {
    const target = await extracted(await archive(), 'Box/run');
    expect(await readFile(target, 'utf8')).toBe(text);
    expect((await stat(target)).mode & 0o777).toBe(0o755);
  });

  test('content comes back when an entry is stored and its local header has an extra field', async () => {
    expect(await readFile(await extracted(await archive(), 'Box/plain.txt'), 'utf8')).toBe('stored');
  });

  test('an empty file comes back when an entry has no bytes', async () => {
    expect(await readFile(await extracted(await archive(), 'Box/empty'), 'utf8')).toBe('');
  });

  test('the archive is refused when its end is cut off', async () => {
    const path = await archive();
    const whole = await readFile(path);
    await writeFile(path, whole.subarray(0, whole.length - 30));
    await expect(readZipEntries(path)).rejects.toThrow('no end record');
  });

  test('the archive is refused when it is ZIP64', () => {
    const tail = Buffer.alloc(22);
    tail.writeUInt32LE(0x06054b50, 0);
    tail.writeUInt16LE(0xffff, 10);
    expect(() => parseEndRecord(tail)).toThrow('ZIP64');
  });
});
