import { expect, test } from 'vitest';
import { ShellFailure } from '../../../../electron/disk/shell-failure';
import type { SpaceState } from '../../../../electron/ipc/contract';
import { openSpaceGuard } from '../../../../electron/space/space-guard';
import { spaceLevel, spaceLimits } from '../../../../electron/space/space-level';

const MB = 1024 ** 2;
const limits = spaceLimits({ lowSpaceMegabytes: 2048, ballastMegabytes: 256 });

/** A disk with so much room left, besides what the ballast holds. */
function disk(freeMegabytes: number | undefined, ballastMegabytes = 256) {
  const on = { free: freeMegabytes === undefined ? undefined : freeMegabytes * MB, held: ballastMegabytes * MB };
  const told: SpaceState['level'][] = [];
  let clock = 0;
  const guard = openSpaceGuard({
    limits,
    measure: async () => on.free,
    ballast: {
      bytes: async () => on.held,
      build: async () => undefined,
      release: async () => {
        on.free = (on.free ?? 0) + on.held;
        on.held = 0;
      },
    },
    tell: ({ level }) => told.push(level),
    log: () => undefined,
    nowMs: () => (clock += 5000),
  });
  return { on, guard, told };
}

const full = () => new ShellFailure('disk-full', 'no room');

test.each([
  [3000, 256, 'ok'],
  [2047, 256, 'low'],
  [300, 256, 'low'],
  [300, 0, 'reserve'],
  [63, 0, 'read-only'],
] as const)('%i MB free with a ballast of %i MB is %s', (free, held, level) => {
  expect(spaceLevel(free * MB, held * MB, limits, 'ok')).toBe(level);
});

test('read-only is left only when there is twice the room it began with', () => {
  expect(spaceLevel(100 * MB, 0, limits, 'read-only')).toBe('read-only');
  expect(spaceLevel(130 * MB, 0, limits, 'read-only')).toBe('reserve');
});

test('the ballast is given back and writing goes on when the disk runs full', async () => {
  const { on, guard, told } = disk(3000);
  await guard.check();
  on.free = 10 * MB;
  expect(await guard.check()).toMatchObject({ level: 'reserve', freeBytes: 266 * MB, ballastBytes: 0 });
  expect(told).toEqual(['reserve']);
  expect(await guard.write(async () => 'written')).toBe('written');
});

test('a write that met a full disk is done again from the room of the ballast', async () => {
  const { on, guard } = disk(3000);
  let tries = 0;
  const answer = await guard.write(async () => {
    tries += 1;
    if (on.held > 0) throw full();
    return 'written';
  });
  expect([answer, tries]).toEqual(['written', 2]);
});

test('a write that met a full disk fails as it is when there is no ballast to give back', async () => {
  const { guard } = disk(3000, 0);
  await expect(guard.write(() => Promise.reject(full()))).rejects.toMatchObject({ code: 'disk-full' });
});

test('nothing is written when the ballast is gone too, and writing starts again when there is room', async () => {
  const { on, guard, told } = disk(20, 0);
  await guard.check();
  let written = 0;
  const write = () => guard.write(async () => (written += 1));
  await expect(write()).rejects.toMatchObject({ code: 'disk-full' });
  expect(written).toBe(0);
  on.free = 4000 * MB;
  expect(await write()).toBe(1);
  expect(told).toEqual(['read-only', 'ok']);
});

test('another failure is passed on and the ballast kept', async () => {
  const { on, guard } = disk(3000);
  const failure = new ShellFailure('not-writable', 'rights');
  await expect(guard.write(() => Promise.reject(failure))).rejects.toBe(failure);
  expect(on.held).toBe(256 * MB);
});

test('nothing changes when free space cannot be told', async () => {
  const { guard, told } = disk(undefined);
  expect(await guard.check()).toMatchObject({ level: 'ok' });
  expect(told).toEqual([]);
});
