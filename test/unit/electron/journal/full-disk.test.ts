import { execFileSync } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type AppendFile, openAppendFile } from '../../../../electron/journal/append-file';
import { openJournal } from '../../../../electron/journal/journal';
import { temporaryFolder } from '../temporary-folder';
import { sealedLines } from './sealed-lines';

const base = { now: () => new Date(2026, 10, 22), header: async () => ({}) };

test('the next append succeeds and nothing is doubled when a write failed before', async () => {
  const folder = await temporaryFolder();
  const lines = sealedLines('ward-pc', 3);
  let fail = false;
  const journal = openJournal({
    ...base,
    folder,
    openFile: async (path, size) => failing(await openAppendFile(path, size), () => fail),
  });
  await journal.append(lines.slice(0, 1));
  fail = true;
  await expect(journal.append(lines.slice(1, 2))).rejects.toMatchObject({ code: 'ENOSPC' });
  fail = false;
  expect(await journal.append(lines.slice(1))).toEqual({ lastSeq: 3 });
  await journal.close();
  const again = openJournal({ ...base, folder });
  expect((await again.read(undefined)).lines).toEqual(lines);
  await again.close();
});

function failing(file: AppendFile, fails: () => boolean): AppendFile {
  return {
    get size() {
      return file.size;
    },
    append: (text) =>
      fails() ? Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })) : file.append(text),
    close: () => file.close(),
  };
}

test('acknowledged entries survive and appending goes on after space is freed on a real full disk', async ({
  skip,
}) => {
  const folder = await temporaryFolder();
  if (!mountSmallDisk(folder)) skip('mounting needs root');
  onTestFinished(() => {
    execFileSync('umount', ['-l', folder]);
  });
  const lines = sealedLines('ward-pc', 60, 'x'.repeat(20_000));
  const journal = openJournal({ ...base, folder: join(folder, 'journal') });
  await journal.append(lines.slice(0, 5));
  await writeFile(join(folder, 'ballast'), Buffer.alloc(600_000));

  let acknowledged = 5;
  let failure: unknown;
  while (failure === undefined && acknowledged < lines.length) {
    try {
      await journal.append(lines.slice(acknowledged, acknowledged + 1));
      acknowledged += 1;
    } catch (error) {
      failure = error;
    }
  }
  expect(failure).toMatchObject({ code: 'disk-full' });
  await rm(join(folder, 'ballast'));
  await journal.append(lines.slice(acknowledged, acknowledged + 2));
  await journal.close();

  const again = openJournal({ ...base, folder: join(folder, 'journal') });
  expect(await again.summary()).toMatchObject({
    tornTailCut: false,
    brokenLines: [],
    devices: [{ lastSeq: acknowledged + 2 }],
  });
  await again.close();
});

function mountSmallDisk(folder: string): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
