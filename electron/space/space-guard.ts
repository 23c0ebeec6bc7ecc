import { inTurn } from '../disk/atomic-file';
import { ShellFailure } from '../disk/shell-failure';
import type { SpaceState } from '../ipc/contract';
import type { Log } from '../log';
import type { Ballast } from './ballast';
import { spaceLevel, type SpaceLimits } from './space-level';

/** Keeps the volume of the data from running full under the ward's hands. */
export interface SpaceGuard {
  state(): SpaceState;
  /** Measures, gives the ballast back when the disk is full, tells when the level changed. */
  check(): Promise<SpaceState>;
  /** Runs a write that must not be lost: refused with disk-full when read-only, tried again when the ballast made room. */
  write<T>(work: () => Promise<T>): Promise<T>;
  /** Looks every minute and keeps the ballast filled. Answers how to stop. */
  start(): () => void;
}

const everyMs = 60_000;
/** Between two writes a look at the disk is worth taking once a second; a write never waits for it. */
const freshMs = 1000;

/** Makes the guard of one volume. `measure` answers undefined when free space cannot be told: then nothing changes. */
export function openSpaceGuard(options: {
  readonly limits: SpaceLimits;
  readonly ballast: Ballast;
  readonly measure: () => Promise<number | undefined>;
  readonly tell: (state: SpaceState) => void;
  readonly log: Log;
  readonly nowMs?: () => number;
}): SpaceGuard {
  const { limits, ballast, measure, tell, log } = options;
  const nowMs = options.nowMs ?? (() => performance.now());
  let state: SpaceState = { level: 'ok', freeBytes: 0, ballastBytes: 0 };
  let lookedAt = Number.NEGATIVE_INFINITY;
  let building = false;

  async function look(): Promise<SpaceState> {
    lookedAt = nowMs();
    let [free, held] = [await measure(), await ballast.bytes().catch(() => 0)];
    if (free === undefined) return state;
    if (free < limits.readOnly && held > 0) {
      if (await release()) [free, held] = [(await measure()) ?? free, 0];
    }
    const before = state;
    const level = spaceLevel(free, held, limits, before.level);
    state = { level, freeBytes: free, ballastBytes: held };
    if (level !== before.level) {
      log(level === 'ok' ? 'info' : 'warn', `space.${level}`, { free, bytes: held });
      tell(state);
    }
    return state;
  }

  async function release(): Promise<boolean> {
    try {
      await ballast.release();
      log('warn', 'space.ballast-released');
      return true;
    } catch {
      return false;
    }
  }

  const check = () => inTurn('space guard', look);

  /** Only where it leaves the disk as roomy as it must be anyway: the ballast must not be what makes it full. */
  async function keepBallast(): Promise<void> {
    if (building || state.level !== 'ok' || state.ballastBytes >= limits.ballast) return;
    if (state.freeBytes - (limits.ballast - state.ballastBytes) < limits.low) return;
    building = true;
    try {
      await ballast.build(async () => ((await measure()) ?? 0) >= limits.low);
      log('info', 'space.ballast-kept', { bytes: limits.ballast });
    } catch {
      log('warn', 'space.ballast-failed');
    } finally {
      building = false;
    }
    await check();
  }

  return {
    state: () => state,
    check,
    async write(work) {
      if (state.level === 'read-only') {
        if ((await check()).level === 'read-only') throw new ShellFailure('disk-full', 'read-only until space is back');
      } else if (nowMs() - lookedAt > freshMs) void check().catch(() => undefined);
      try {
        return await work();
      } catch (error) {
        // The disk filled between two looks.
        if (!(error instanceof ShellFailure) || error.code !== 'disk-full') throw error;
        const held = await ballast.bytes().catch(() => 0);
        if (held > 0) await release();
        if ((await check()).level === 'read-only' || held === 0) throw error;
        return work();
      }
    },
    start() {
      const round = () => void check().then(keepBallast, () => undefined);
      // The ballast is not begun before the first minute is over: a start belongs to the ward, not to housekeeping.
      void check().catch(() => undefined);
      const timer = setInterval(round, everyMs);
      timer.unref();
      return () => clearInterval(timer);
    },
  };
}
