import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { delayAfter, openStrikes } from '../../../../electron/keys/strikes';
import { temporaryFolder } from '../temporary-folder';

/** A workstation whose clock and up-time the test moves by hand. */
async function workstation(folder?: string, vault = true) {
  const here = folder ?? (await temporaryFolder());
  const time = { wall: Date.UTC(2026, 10, 22, 8), mono: 1_000_000 };
  const logged: string[] = [];
  const start = () =>
    openStrikes({
      folder: here,
      now: () => new Date(time.wall),
      monotonicMs: () => time.mono,
      log: (code) => logged.push(code),
      hasVault: () => Promise.resolve(vault),
    });
  const pass = (ms: number) => {
    time.wall += ms;
    time.mono += ms;
  };
  return { folder: here, time, logged, start, pass };
}

test('five tries are free, the sixth waits 30 seconds', async () => {
  const { start, pass } = await workstation();
  const strikes = await start();
  for (let i = 0; i < 5; i++) expect(await strikes.attempt('A')).toBe('go');
  expect(await strikes.attempt('A')).toEqual({ refused: 'wait', waitMs: 30_000 });
  pass(29_000);
  expect(await strikes.attempt('A')).toEqual({ refused: 'wait', waitMs: 1_000 });
  pass(1_000);
  expect(await strikes.attempt('A')).toBe('go');
});

test('a refused try does not count', async () => {
  const { start } = await workstation();
  const strikes = await start();
  for (let i = 0; i < 9; i++) await strikes.attempt('A');
  expect(await strikes.state('A')).toEqual({ strikes: 5, left: 5, waitMs: 30_000 });
});

test('delays double up to fifteen minutes', () => {
  expect([0, 4, 5, 6, 7, 8, 9, 12, 30].map(delayAfter)).toEqual([
    0, 0, 30_000, 60_000, 120_000, 240_000, 480_000, 900_000, 900_000,
  ]);
});

test('after ten strikes the slot is closed, the others stay open', async () => {
  const { start, pass } = await workstation();
  const strikes = await start();
  for (let i = 0; i < 10; i++) {
    expect(await strikes.attempt('A')).toBe('go');
    pass(15 * 60_000);
  }
  expect(await strikes.attempt('A')).toEqual({ refused: 'closed', waitMs: 0 });
  expect(await strikes.attempt('B')).toBe('go');
});

test('a try is on disk before its secret could be used, so killing the app does not give it back', async () => {
  const { start } = await workstation();
  for (let i = 0; i < 5; i++) await (await start()).attempt('A');
  expect(await (await start()).attempt('A')).toEqual({ refused: 'wait', waitMs: 30_000 });
});

test('the secret is withheld when the try cannot be written down', async () => {
  const folder = join(await temporaryFolder(), 'a-file');
  await writeFile(folder, '');
  const { start } = await workstation(folder);
  await expect(start().then((strikes) => strikes.attempt('A'))).rejects.toThrow('ENOTDIR');
});

test('success clears the strikes', async () => {
  const { start } = await workstation();
  const strikes = await start();
  for (let i = 0; i < 4; i++) await strikes.attempt('A');
  await strikes.clear('A');
  expect(await (await start()).state('A')).toEqual({ strikes: 0, left: 10, waitMs: 0 });
});

test('setting the clock forward does not shorten the wait', async () => {
  const { start, time } = await workstation();
  const strikes = await start();
  for (let i = 0; i < 5; i++) await strikes.attempt('A');
  time.wall += 3_600_000;
  expect(await strikes.attempt('A')).toEqual({ refused: 'wait', waitMs: 30_000 });
});

test('setting the clock forward and starting again does not shorten the wait', async () => {
  const { start, time } = await workstation();
  const strikes = await start();
  for (let i = 0; i < 5; i++) await strikes.attempt('A');
  time.wall += 24 * 3_600_000;
  expect(await (await start()).attempt('A')).toEqual({ refused: 'wait', waitMs: 30_000 });
});

test('the file has room for its next content from the first start, for the day the disk is full', async () => {
  const { folder, start } = await workstation();
  const strikes = await start();
  const size = async () => (await stat(join(folder, 'strikes.json'))).size;
  const before = await size();
  for (let i = 0; i < 5; i++) await strikes.attempt(`slot-of-a-person-${i}`);
  expect(await size()).toBe(before);
});

test('a clock set back an hour before a restart does not make the wait longer than the delay', async () => {
  const { start, time, pass } = await workstation();
  const strikes = await start();
  for (let i = 0; i < 5; i++) await strikes.attempt('A');
  time.wall -= 3_600_000;
  const again = await start();
  expect((await again.state('A')).waitMs).toBe(30_000);
  pass(30_000);
  expect(await again.attempt('A')).toBe('go');
});

test('a damaged file costs the free tries and locks nobody out', async () => {
  const { folder, start, pass, logged } = await workstation();
  await (await start()).attempt('A');
  await writeFile(join(folder, 'strikes.json'), (await readFile(join(folder, 'strikes.json'), 'utf8')).slice(0, 20));
  const strikes = await start();
  expect(logged).toEqual(['strikes.damaged']);
  expect(await strikes.state('A')).toMatchObject({ strikes: 5 });
  pass(60_000);
  expect(await strikes.attempt('A')).toBe('go');
});

test('a profile without a vault is left as it was', async () => {
  const { folder, start } = await workstation(undefined, false);
  await start();
  await expect(stat(join(folder, 'strikes.json'))).rejects.toMatchObject({ code: 'ENOENT' });
});
