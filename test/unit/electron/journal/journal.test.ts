import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type JournalOptions, openJournal } from '../../../../electron/journal/journal';
import { temporaryFolder } from '../temporary-folder';
import { sealedLines } from './sealed-lines';

const day = new Date(2026, 10, 22, 8, 0);

function journalIn(folder: string, options: Partial<JournalOptions> = {}) {
  const journal = openJournal({
    folder,
    now: () => day,
    header: async () => ({ app: '0.1.0', vault: 'V1' }),
    ...options,
  });
  onTestFinished(() => journal.close().catch(() => undefined));
  return journal;
}

/** A closed journal holding `lines`, and the path of its only file. */
async function written(lines: readonly string[]) {
  const folder = await temporaryFolder();
  const journal = journalIn(folder);
  await journal.append(lines);
  await journal.close();
  const path = join(folder, '2026-11-22.ward-pc.1.jsonl');
  return { folder, path, text: await readFile(path, 'utf8') };
}

async function readAll(journal: ReturnType<typeof openJournal>) {
  const lines: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await journal.read(cursor);
    lines.push(...page.lines);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return lines;
}

test('what was appended is read back in order after a restart', async () => {
  const lines = sealedLines('ward-pc', 5);
  const { folder } = await written(lines);
  const again = journalIn(folder);
  expect(await readAll(again)).toEqual(lines);
  expect(await again.summary()).toMatchObject({
    devices: [{ device: 'ward-pc', entries: 5, lastSeq: 5 }],
    tornTailCut: false,
    brokenLines: [],
    missing: [],
  });
});

test('the first line says format, device and vault, and nothing else is in clear', async () => {
  const { text } = await written(sealedLines('ward-pc', 1));
  expect(JSON.parse(text.split('\n')[0] ?? '')).toEqual({
    format: 1,
    device: 'ward-pc',
    made: day.toISOString(),
    app: '0.1.0',
    vault: 'V1',
  });
});

test('appending goes on in the same file after a restart', async () => {
  const lines = sealedLines('ward-pc', 4);
  const { folder } = await written(lines.slice(0, 2));
  const again = journalIn(folder);
  expect(await again.append(lines.slice(2))).toEqual({ lastSeq: 4 });
  expect(await readdir(folder)).toEqual(['2026-11-22.ward-pc.1.jsonl']);
  expect(await readAll(again)).toEqual(lines);
});

test('an entry that does not follow is refused', async () => {
  const lines = sealedLines('ward-pc', 4);
  const journal = journalIn(await temporaryFolder());
  await journal.append(lines.slice(0, 1));
  await expect(journal.append(lines.slice(2))).rejects.toMatchObject({ code: 'out-of-order' });
  const otherChain = sealedLines('ward-pc', 2, 'b3RoZXI=');
  await expect(journal.append(otherChain.slice(1))).rejects.toMatchObject({ code: 'out-of-order' });
  expect(await journal.append(lines.slice(1))).toEqual({ lastSeq: 4 });
});

test.each([
  ['no entry', () => ['{}']],
  ['two lines in one', () => [sealedLines('ward-pc', 2).join('\n')]],
  ['a changed entry', () => [(sealedLines('ward-pc', 1)[0] ?? '').replace('c2VhbGVk', 'c2VhbGVl')]],
  ['two devices', () => [...sealedLines('ward-pc', 1), ...sealedLines('other', 1)]],
  ['nothing', () => []],
])('%s is refused and nothing is written', async (_name, lines) => {
  const folder = await temporaryFolder();
  const journal = journalIn(folder);
  await expect(journal.append(lines())).rejects.toMatchObject({ code: 'bad-argument' });
  expect(await readdir(folder)).toEqual([]);
});

test('an append asked twice is confirmed and written once', async () => {
  const lines = sealedLines('ward-pc', 2);
  const journal = journalIn(await temporaryFolder());
  await journal.append(lines);
  expect(await journal.append(lines)).toEqual({ lastSeq: 2 });
  expect(await readAll(journal)).toEqual(lines);
});

test('appends at the same time are all written, in order, in few syncs', async () => {
  const lines = sealedLines('ward-pc', 200);
  let writes = 0;
  const { openAppendFile } = await import('../../../../electron/journal/append-file');
  const journal = journalIn(await temporaryFolder(), {
    openFile: async (path, size) => {
      const file = await openAppendFile(path, size);
      return {
        get size() {
          return file.size;
        },
        append: (text) => {
          writes += 1;
          return file.append(text);
        },
        close: () => file.close(),
      };
    },
  });
  await Promise.all(lines.map((line) => journal.append([line])));
  expect(await readAll(journal)).toEqual(lines);
  expect(writes).toBeLessThan(10);
});

test('a failing append does not take its neighbours with it', async () => {
  const lines = sealedLines('ward-pc', 3);
  const journal = journalIn(await temporaryFolder());
  const results = await Promise.allSettled([
    journal.append([lines[0] ?? '']),
    journal.append([lines[2] ?? '']),
    journal.append([lines[1] ?? '']),
  ]);
  expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(await readAll(journal)).toEqual(lines.slice(0, 2));
});

test('devices have a file and a chain each', async () => {
  const folder = await temporaryFolder();
  const journal = journalIn(folder);
  await Promise.all([journal.append(sealedLines('a', 3)), journal.append(sealedLines('b', 2))]);
  const again = journalIn(folder);
  expect((await again.summary()).devices.map(({ device, entries }) => [device, entries])).toEqual([
    ['a', 3],
    ['b', 2],
  ]);
});

test('a new file begins when the size limit is passed and when the day changes', async () => {
  const folder = await temporaryFolder();
  const lines = sealedLines('ward-pc', 6);
  let now = day;
  const journal = journalIn(folder, { now: () => now, rotateBytes: 700 });
  for (const line of lines.slice(0, 4)) await journal.append([line]);
  now = new Date(2026, 10, 23, 0, 1);
  await journal.append(lines.slice(4));
  const names = await readdir(folder);
  expect(names.filter((name) => name.startsWith('2026-11-22')).length).toBeGreaterThan(1);
  expect(names.filter((name) => name.startsWith('2026-11-23'))).toHaveLength(1);
  expect(await readAll(journalIn(folder))).toEqual(lines);
});

test('order holds when the clock is set back by a day', async () => {
  const folder = await temporaryFolder();
  const lines = sealedLines('ward-pc', 4);
  let now = new Date(2026, 10, 23);
  const journal = journalIn(folder, { now: () => now });
  await journal.append(lines.slice(0, 2));
  now = day;
  await journal.append(lines.slice(2));
  const again = journalIn(folder);
  expect(await readAll(again)).toEqual(lines);
  expect((await again.summary()).brokenLines).toEqual([]);
});

test('a journal larger than a page is read in several pages', async () => {
  const folder = await temporaryFolder();
  const lines = sealedLines('ward-pc', 40, 'x'.repeat(80_000));
  await journalIn(folder, { rotateBytes: 1_500_000 }).append(lines);
  const journal = journalIn(folder);
  const first = await journal.read(undefined);
  expect(first.lines.length).toBeLessThan(20);
  expect(first.next).not.toBeNull();
  expect(await readAll(journal)).toEqual(lines);
});

test('a cursor that is none is refused', async () => {
  const { folder } = await written(sealedLines('ward-pc', 1));
  await expect(journalIn(folder).read('../../etc/passwd@0')).rejects.toMatchObject({ code: 'bad-argument' });
});

test('a journal of a newer version is read and never written to', async () => {
  const lines = sealedLines('ward-pc', 2);
  const { folder, path, text } = await written(lines.slice(0, 1));
  await writeFile(path, text.replace('"format":1', '"format":2'));
  const journal = journalIn(folder);
  expect(await readAll(journal)).toEqual(lines.slice(0, 1));
  await expect(journal.append(lines.slice(1))).rejects.toMatchObject({ code: 'newer-version' });
});
