import { readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openJournal } from '../../../../electron/journal/journal';
import { temporaryFolder } from '../temporary-folder';
import { sealedLines } from './sealed-lines';

const lines = sealedLines('ward-pc', 6);
const name = '2026-11-22.ward-pc.1.jsonl';

function openIn(folder: string) {
  const journal = openJournal({ folder, now: () => new Date(2026, 10, 22), header: async () => ({}) });
  onTestFinished(() => journal.close().catch(() => undefined));
  return journal;
}

/** A journal of six entries, its file changed by `damage`, opened again. Line 1 of the file is the header. */
async function damaged(damage: (fileLines: string[]) => string) {
  const folder = await temporaryFolder();
  const first = openIn(folder);
  await first.append(lines);
  await first.close();
  const path = join(folder, name);
  await writeFile(path, damage((await readFile(path, 'utf8')).split('\n').slice(0, -1)));
  return { folder, path, journal: openIn(folder) };
}

const joined = (fileLines: readonly string[]) => `${fileLines.join('\n')}\n`;

test.each([
  ['cut in the middle of the last line', (text: string) => text.slice(0, -30)],
  ['without its last line feed', (text: string) => text.slice(0, -1)],
  ['followed by zeros', (text: string) => `${text}${'\0'.repeat(4096)}`],
  ['whose last line is half zeros', (text: string) => `${text.slice(0, -100)}${'\0'.repeat(99)}\n`],
])('the torn tail is cut and kept aside when the file is %s', async (_name, tear) => {
  const { folder, journal } = await damaged((all) => tear(joined(all)));
  const summary = await journal.summary();
  expect(summary.tornTailCut).toBe(true);
  expect(summary.brokenLines).toEqual([]);
  const { lastSeq } = summary.devices[0] ?? { lastSeq: 0 };
  expect(lastSeq).toBeGreaterThanOrEqual(5);
  expect((await readdir(folder)).filter((file) => file.endsWith('.torn'))).toHaveLength(1);
  await journal.close();
  expect(await openIn(folder).summary()).toMatchObject({ tornTailCut: false, devices: [{ lastSeq }] });
});

test('appending after a torn tail gives a whole journal', async () => {
  const { folder, journal } = await damaged((all) => joined(all).slice(0, -30));
  await journal.append(lines.slice(5));
  await journal.close();
  const again = openIn(folder);
  expect((await again.read(undefined)).lines).toEqual(lines);
  expect(await again.summary()).toMatchObject({ brokenLines: [], devices: [{ entries: 6, lastSeq: 6 }] });
});

test('a file that was torn in its header is left empty and a new one is begun', async () => {
  const { folder, journal } = await damaged((all) => (all[0] ?? '').slice(0, 10));
  expect(await journal.append(lines)).toEqual({ lastSeq: 6 });
  await journal.close();
  expect((await openIn(folder).read(undefined)).lines).toEqual(lines);
});

test.each([
  [
    'one byte of an entry is changed',
    (all: string[]) => joined(all.with(3, (all[3] ?? '').replace('c2VhbGVk', 'c2VhbGVl'))),
    4,
    'wrong-hash',
  ],
  ['an entry is overwritten with garbage', (all: string[]) => joined(all.with(3, 'garbage')), 4, 'unreadable'],
  ['a line is removed', (all: string[]) => joined(all.toSpliced(3, 1)), 4, 'gap'],
  [
    'two lines are swapped',
    (all: string[]) => joined(all.with(3, all[4] ?? '').with(4, all[3] ?? '')),
    5,
    'out-of-place',
  ],
  ['a line is there twice', (all: string[]) => joined(all.toSpliced(4, 0, all[2] ?? '')), 5, 'out-of-place'],
  [
    'one byte of the last entry is changed',
    (all: string[]) => joined(all.with(6, (all[6] ?? '').replace('c2VhbGVk', 'c2VhbGVl'))),
    7,
    'wrong-hash',
  ],
  ['the header is gone', (all: string[]) => joined(all.slice(1)), 1, 'header'],
])('the line is named and nothing is deleted when %s', async (_name, damage, line, why) => {
  const { path, journal } = await damaged(damage);
  const before = await readFile(path, 'utf8');
  expect((await journal.summary()).brokenLines).toContainEqual({ file: name, line, why });
  expect(await readFile(path, 'utf8')).toBe(before);
});

test('an entry whose chain was forged is named when the next one does not point at it', async () => {
  const forged = sealedLines('ward-pc', 3, 'Zm9yZ2Vk')[2] ?? '';
  const { journal } = await damaged((all) => joined(all.with(3, forged)));
  expect((await journal.summary()).brokenLines.map(({ line, why }) => [line, why])).toEqual([
    [4, 'wrong-prev'],
    [5, 'wrong-prev'],
  ]);
});

test('new entries go on after a broken line and the rest is still read', async () => {
  const { journal } = await damaged((all) => joined(all.with(3, 'garbage')));
  const [, , , , , , seventh] = sealedLines('ward-pc', 7);
  expect(await journal.append([seventh ?? ''])).toEqual({ lastSeq: 7 });
  expect((await journal.read(undefined)).lines).toEqual([...lines.toSpliced(2, 1), seventh]);
});

test('a missing entry is told, accepted from the other copy, and no alarm any more', async () => {
  const { folder, journal } = await damaged((all) => joined(all.with(3, 'garbage').with(4, 'garbage')));
  expect((await journal.summary()).missing).toEqual([{ device: 'ward-pc', from: 3, to: 4 }]);
  await journal.append(lines.slice(2, 4));
  await journal.close();
  const again = openIn(folder);
  const summary = await again.summary();
  expect(summary.brokenLines).toEqual([]);
  expect(summary.missing).toEqual([]);
  expect(summary.mendedLines).toHaveLength(2);
  expect(summary.devices).toMatchObject([{ entries: 6, lastSeq: 6 }]);
  expect((await again.read(undefined)).lines.toSorted()).toEqual(lines.toSorted());
});

test('what fits neither neighbour does not mend', async () => {
  const { journal } = await damaged((all) => joined(all.with(3, 'garbage')));
  const forged = sealedLines('ward-pc', 3, 'Zm9yZ2Vk')[2] ?? '';
  await expect(journal.append([forged])).rejects.toMatchObject({ code: 'out-of-order' });
});

test('appending stops when another program changes the open file', async () => {
  const folder = await temporaryFolder();
  const journal = openIn(folder);
  await journal.append(lines.slice(0, 3));
  await truncate(join(folder, name), 100);
  await expect(journal.append(lines.slice(3))).rejects.toMatchObject({ code: 'not-writable' });
});
