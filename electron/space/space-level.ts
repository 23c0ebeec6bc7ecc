import type { SpaceLevel } from '../ipc/contract';

/** Bytes at which something changes. */
export interface SpaceLimits {
  /** Below it people are warned. */
  readonly low: number;
  /** Size of the ballast file. */
  readonly ballast: number;
  /** Below it nothing is written any more. */
  readonly readOnly: number;
}

const MB = 1024 ** 2;

/**
 * The limits by what IT decides. Warned below 2 GB and a ballast of 256 MB: security study 3.5; at 1 KB an entry the
 * ballast is weeks of a ward's work. Read-only is a quarter of it and not zero: a database that meets a full disk can no
 * longer be read, and Chromium deleted it in 3 of 25 tries, so it must never meet one. 64 MB also hold the 4 MB filler
 * of each start and the engine's own merging of files.
 */
export function spaceLimits({
  lowSpaceMegabytes,
  ballastMegabytes,
}: {
  readonly lowSpaceMegabytes: number;
  readonly ballastMegabytes: number;
}): SpaceLimits {
  return { low: lowSpaceMegabytes * MB, ballast: ballastMegabytes * MB, readOnly: (ballastMegabytes * MB) / 4 };
}

/**
 * How much room there is. It follows from the disk alone, so that a start knows what the run before knew. `before`:
 * read-only is left only with twice the room it began with, else every log line of another program would switch it.
 */
export function spaceLevel(free: number, ballast: number, limits: SpaceLimits, before: SpaceLevel): SpaceLevel {
  if (free < limits.readOnly * (before === 'read-only' ? 2 : 1)) return 'read-only';
  // Less room than the ballast gave back and no ballast: this is the reserve.
  if (ballast === 0 && free < limits.readOnly + limits.ballast) return 'reserve';
  return free < limits.low ? 'low' : 'ok';
}
