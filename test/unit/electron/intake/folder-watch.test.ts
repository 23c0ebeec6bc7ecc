import { mkdir, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { FolderWatch } from '../../../../electron/intake/folder-watch';
import type { BoxContent } from '../../../../electron/intake/sealed-box';
import { temporaryFolder } from '../temporary-folder';

async function watched({ ready = true }: { readonly ready?: boolean } = {}) {
  const [folder, notes] = [await temporaryFolder(), await temporaryFolder()];
  const kept: BoxContent[] = [];
  const here = { ready };
  const open = async () => {
    const watch = new FolderWatch({
      folder,
      notes,
      everyMs: 60,
      restMs: 50,
      now: () => new Date('2026-11-22T04:27:00Z'),
      ready: () => here.ready,
      keep: async (contents) => void kept.push(...contents),
      changed: () => undefined,
      log: () => undefined,
    });
    onTestFinished(() => watch.stop());
    await watch.start();
    return watch;
  };
  const namesOf = () => kept.map((one) => one.files.map((file) => file.name));
  return { folder, kept, here, open, namesOf };
}

const soon = { timeout: 15_000, interval: 20 };

test('a list is taken when it lies in the folder and rests', async () => {
  const { folder, open, namesOf, kept } = await watched();
  await writeFile(join(folder, 'ward.csv'), 'MRN,Name\n1,"DOE, JANE"\n');
  const watch = await open();
  await vi.waitFor(() => expect(namesOf()).toEqual([['ward.csv']]), soon);
  expect(new TextDecoder().decode(kept[0]?.files[0]?.bytes)).toContain('DOE, JANE');
  expect(watch.state).toEqual({ lastAt: '2026-11-22T04:27:00.000Z', unreachableSince: null, problem: null });
});

test('a file still being written is left alone until it is whole', async () => {
  const { folder, open, kept } = await watched();
  await open();
  const path = join(folder, 'ward.csv');
  let text = '';
  for (let row = 0; row < 12; row++) {
    text += `${row},"DOE, JANE"\n`;
    await writeFile(path, text);
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
  await vi.waitFor(() => expect(kept.length).toBeGreaterThan(0), soon);
  expect(new TextDecoder().decode(kept.at(-1)?.files[0]?.bytes)).toBe(text);
});

test('a file that is written under another name and renamed is taken once', async () => {
  const { folder, open, namesOf } = await watched();
  await open();
  await writeFile(join(folder, 'ward.csv.part'), 'MRN\n1\n');
  await writeFile(join(folder, '.ward.csv'), 'MRN\n1\n');
  await rename(join(folder, 'ward.csv.part'), join(folder, 'ward.csv'));
  await vi.waitFor(() => expect(namesOf()).toEqual([['ward.csv']]), soon);
});

test('tables that belong together come together, messages only once, when one of them changed', async () => {
  const { folder, open, namesOf } = await watched();
  await writeFile(join(folder, 'patients.csv'), 'a');
  await writeFile(join(folder, 'allergies.csv'), 'b');
  await writeFile(join(folder, '1.hl7'), 'MSH|1');
  await open();
  await vi.waitFor(() => expect(namesOf()).toHaveLength(1), soon);
  await writeFile(join(folder, 'patients.csv'), 'a2');
  await vi.waitFor(() => expect(namesOf()).toHaveLength(2), soon);
  expect(namesOf()[1]).toEqual(['allergies.csv', 'patients.csv']);
});

test('the same list with a newer time is taken again, because it is fresh again', async () => {
  const { folder, open, namesOf } = await watched();
  const path = join(folder, 'ward.csv');
  await writeFile(path, 'MRN\n1\n');
  await open();
  await vi.waitFor(() => expect(namesOf()).toHaveLength(1), soon);
  await utimes(path, new Date(), new Date(Date.now() + 5_000));
  await vi.waitFor(() => expect(namesOf()).toHaveLength(2), soon);
});

test('what was taken is not taken again when the app starts anew', async () => {
  const { folder, open, namesOf } = await watched();
  await writeFile(join(folder, 'ward.csv'), 'MRN\n1\n');
  const first = await open();
  await vi.waitFor(() => expect(first.state.lastAt).not.toBeNull(), soon);
  await first.stop();
  await open();
  await writeFile(join(folder, 'next.hl7'), 'MSH|1');
  await vi.waitFor(() => expect(namesOf()).toHaveLength(2), soon);
  expect(namesOf()[1]).toEqual(['next.hl7']);
});

test('files wait where they are while there is no key, and are taken when there is one', async () => {
  const { folder, open, namesOf, here } = await watched({ ready: false });
  await writeFile(join(folder, 'ward.csv'), 'MRN\n1\n');
  await open();
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(namesOf()).toEqual([]);
  here.ready = true;
  await vi.waitFor(() => expect(namesOf()).toEqual([['ward.csv']]), soon);
});

test('a folder that goes away is said, and its files are taken when it is back', async () => {
  const { folder, open, namesOf } = await watched();
  const watch = await open();
  await rm(folder, { recursive: true });
  await vi.waitFor(() => expect(watch.state.unreachableSince).toBe('2026-11-22T04:27:00.000Z'), soon);
  await mkdir(folder);
  await writeFile(join(folder, 'ward.csv'), 'MRN\n1\n');
  await vi.waitFor(() => expect(namesOf()).toEqual([['ward.csv']]), soon);
  expect(watch.state.unreachableSince).toBeNull();
});
