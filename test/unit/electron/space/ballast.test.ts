import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openJournal } from '../../../../electron/journal/journal';
import { openBallast } from '../../../../electron/space/ballast';
import { freeBytes } from '../../../../electron/space/free-bytes';
import { openSpaceGuard } from '../../../../electron/space/space-guard';
import { sealedLines } from '../journal/sealed-lines';
import { temporaryFolder } from '../temporary-folder';

const MB = 1024 ** 2;
const always = async () => true;

test('it is as large as wanted, cannot be compressed, and is gone when given back', async () => {
  const folder = await temporaryFolder();
  const ballast = openBallast(folder, 6 * MB);
  await ballast.build(always);
  expect(await ballast.bytes()).toBe(6 * MB);
  const { gzipSync } = await import('node:zlib');
  expect(gzipSync(await readFile(join(folder, 'ballast.bin'))).length).toBeGreaterThan(5.9 * MB);
  await ballast.release();
  expect(await ballast.bytes()).toBe(0);
});

test('what an earlier run began is continued, and building stops when it may not go on', async () => {
  const folder = await temporaryFolder();
  let left = 1;
  await openBallast(folder, 12 * MB).build(async () => left-- > 0);
  expect(await openBallast(folder, 12 * MB).bytes()).toBe(4 * MB);
  await openBallast(folder, 12 * MB).build(always);
  expect(await openBallast(folder, 12 * MB).bytes()).toBe(12 * MB);
});

test('entries are still acknowledged, and all of them are there, when a real disk runs full over the ballast', async ({
  skip,
}) => {
  const folder = await temporaryFolder();
  if (!mountSmallDisk(folder)) skip('mounting needs root');
  onTestFinished(() => {
    execFileSync('umount', ['-l', folder]);
  });
  const ballast = openBallast(folder, 4 * MB);
  await ballast.build(always);
  const levels: string[] = [];
  const guard = openSpaceGuard({
    limits: { low: 6 * MB, ballast: 4 * MB, readOnly: MB },
    ballast,
    measure: () => freeBytes(folder),
    tell: ({ level }) => levels.push(level),
    log: () => undefined,
  });
  const lines = sealedLines('ward-pc', 30, 'x'.repeat(50_000));
  const journal = openJournal({ folder: join(folder, 'journal'), now: () => new Date(), header: async () => ({}) });
  await guard.write(() => journal.append(lines.slice(0, 1)));
  // Another program takes everything between two looks of the guard.
  await writeFile(join(folder, 'somebody-else'), Buffer.alloc(((await freeBytes(folder)) ?? 0) - 300_000));
  let acknowledged = 1;
  for (; acknowledged < 20; acknowledged += 1) {
    const line = lines.slice(acknowledged, acknowledged + 1);
    await guard.write(() => journal.append(line));
  }
  expect(await ballast.bytes()).toBe(0);
  expect(levels.at(-1)).toBe('reserve');

  // And the rest of it as well: from now on nothing is written.
  const { freeBytes: left } = await guard.check();
  await writeFile(join(folder, 'more'), Buffer.alloc(left - 300_000));
  expect((await guard.check()).level).toBe('read-only');
  await expect(guard.write(() => journal.append(lines.slice(20, 21)))).rejects.toMatchObject({ code: 'disk-full' });
  execFileSync('rm', [join(folder, 'more'), join(folder, 'somebody-else')]);
  await guard.write(() => journal.append(lines.slice(20, 21)));
  await journal.close();

  const again = openJournal({ folder: join(folder, 'journal'), now: () => new Date(), header: async () => ({}) });
  expect(await again.summary()).toMatchObject({ brokenLines: [], tornTailCut: false, devices: [{ lastSeq: 21 }] });
  await again.close();
});

function mountSmallDisk(folder: string): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=9m', 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
