import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { withLock } from '../../../build/setup/lock.mjs';

let folder = '';
let lock = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lock-'));
  lock = join(folder, 'a.lock');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Appends begin and end marks; overlapping turns would mix them. */
async function takeTurns(count: number) {
  const marks: string[] = [];
  await Promise.all(
    Array.from({ length: count }, (_, index) =>
      withLock(lock, async () => {
        marks.push(`begin ${index}`);
        await sleep(20);
        marks.push(`end ${index}`);
      }),
    ),
  );
  return marks;
}

describe('lock', () => {
  test('turns never overlap when several start at once', async () => {
    const marks = await takeTurns(4);
    expect(marks).toHaveLength(8);
    for (let at = 0; at < marks.length; at += 2) {
      expect(marks[at + 1]).toBe(marks[at]?.replace('begin', 'end'));
    }
    expect(await readdir(folder)).toEqual([]);
  });

  test('it is taken over at once, by one only, when its owner was killed', async () => {
    const dead = spawnSync(process.execPath, ['-e', '0']).pid;
    await writeFile(lock, JSON.stringify({ pid: dead, host: hostname() }));
    const marks = await takeTurns(2);
    expect(marks[1]).toBe(marks[0]?.replace('begin', 'end'));
    expect(marks[3]).toBe(marks[2]?.replace('begin', 'end'));
  });

  test('it is taken over when its owner on another host has not been heard of for long', async () => {
    await writeFile(lock, JSON.stringify({ pid: process.pid, host: 'another-host' }));
    const longAgo = new Date(Date.now() - 60_000);
    await utimes(lock, longAgo, longAgo);
    expect(await withLock(lock, async () => 'mine')).toBe('mine');
  });

  test('it is free again when the work throws', async () => {
    await expect(
      withLock(lock, async () => {
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await withLock(lock, async () => 'mine')).toBe('mine');
  });
});
