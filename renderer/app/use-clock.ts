import { type Result, ok, refuse } from '../domain/basics/result';
import { toEpochMs } from '../domain/basics/time';
import { NOBODY, WORKSTATION_BOOK } from '../domain/ledger/entry';
import { type ClockReading, clockChangesBetween } from '../domain/workstation/clock-changes';
import type { Core } from './core';
import type { Refused } from './refusal';

/** Watches the clock of this PC. */
export interface ClockUse {
  /** Looks now and writes down what changed. Never throws: what could not be written is found again by the next look. */
  look(): Promise<void>;
  /** Somebody held this clock against one they trust. `offsetMs`: this PC's clock less the trusted one. */
  compare(offsetMs: number): Promise<Result<{ readonly offsetMs: number }, Refused>>;
}

const KEEP_EVERY_MS = 5 * 60_000;
const DAY_MS = 86_400_000;

/** Makes the use-cases of the clock. */
export function createClockUse(core: Core): ClockUse {
  const { ports, state } = core;
  let before: ClockReading | undefined;
  let keptMs = Number.NEGATIVE_INFINITY;
  let turn: Promise<void> = Promise.resolve();

  const lookNow = async (): Promise<void> => {
    if (!state.get().vault?.exists) return;
    const now = await ports.clockWatch.read();
    before ??= await ports.clockWatch.last();
    const changes = clockChangesBetween(before, now, newestMs());
    if (changes.length > 0)
      await core.run(() =>
        ok(
          changes.map((payload) => ({
            book: WORKSTATION_BOOK,
            subject: state.get().vault?.device ?? 'workstation',
            by: NOBODY,
            type: 'clock.changed' as const,
            payload,
          })),
        ),
      );
    // Only now: a look whose finding could not be written must find it again.
    before = now;
    if (changes.length === 0 && now.uptimeMs >= keptMs && now.uptimeMs - keptMs < KEEP_EVERY_MS) return;
    await ports.clockWatch.keep(now);
    keptMs = now.uptimeMs;
  };

  const newestMs = (): number | undefined => {
    const { vault, world } = state.get();
    const newest = world.entries.findLast(({ device }) => device === vault?.device);
    return newest && toEpochMs(newest.at);
  };

  return {
    look() {
      turn = turn.then(lookNow).catch(() => undefined);
      return turn;
    },
    async compare(offsetMs) {
      if (state.get().signedIn === null) return refuse({ code: 'locked' });
      if (!Number.isFinite(offsetMs) || Math.abs(offsetMs) > DAY_MS) return refuse({ code: 'bad-time' });
      await core.run((_world, { by }) =>
        ok([
          {
            book: WORKSTATION_BOOK,
            subject: state.get().vault?.device ?? 'workstation',
            by,
            type: 'clock.compared',
            payload: { offsetMs },
          },
        ]),
      );
      return ok({ offsetMs });
    },
  };
}
