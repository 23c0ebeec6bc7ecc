import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describeError, openLog, parsePageDetail, redact } from '../../../electron/log';
import { temporaryFolder } from './temporary-folder';

const now = () => new Date(0);
const file = 'downtime-box.log';

test('a line holds time, level, code and numbers', async () => {
  const folder = await temporaryFolder();
  openLog(folder, now)('warn', 'disk.low', { free: 12 });
  expect(JSON.parse(await readFile(join(folder, file), 'utf8'))).toEqual({
    at: '1970-01-01T00:00:00.000Z',
    level: 'warn',
    code: 'disk.low',
    free: 12,
  });
});

test('names do not get in, whatever the page sends as detail', () => {
  const name = fc.constantFrom('Anna', 'MILLER', 'müller', "o'brien", 'miller', 'van', 'MRN1234567', '19500101');
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          name,
          name.map((n) => `name=${n}`),
          name.map((n) => `code=${n}`),
          name.map((n) => `patient=${n}`),
        ),
      ),
      (tokens) => {
        const kept = JSON.stringify(redact(parsePageDetail(tokens.join(' '))));
        expect(kept).toMatch(/^\{("redacted":\d+)?\}$/);
      },
    ),
  );
});

test('codes and numbers of the page get in', () => {
  expect(redact(parsePageDetail('ms=12.5 entries=3 code=disk-full'))).toEqual({
    ms: 12.5,
    entries: 3,
    code: 'disk-full',
  });
});

test('an error is described without its message', () => {
  expect(JSON.stringify(describeError(new TypeError('Anna Example')))).not.toContain('Anna');
  expect(describeError(Object.assign(new Error('x'), { code: 'ENOSPC' }))).toMatchObject({
    name: 'Error',
    code: 'ENOSPC',
  });
});

test('it begins a new file after a megabyte and keeps one old one', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, file), 'x'.repeat(1024 * 1024 + 1));
  openLog(folder, now)('info', 'a');
  expect((await stat(join(folder, file))).size).toBeLessThan(200);
  expect((await stat(join(folder, `${file}.1`))).size).toBeGreaterThan(1024 * 1024);
});

test('a log that cannot be written is no failure', async () => {
  const folder = join(await temporaryFolder(), 'a-file');
  await writeFile(folder, '');
  expect(() => openLog(folder, now)('info', 'a')).not.toThrow();
});
