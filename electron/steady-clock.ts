import { readFileSync } from 'node:fs';
import { uptime } from 'node:os';

/** The wall clock and, of the same moment, a counter nobody can set. */
export interface SteadyReading {
  readonly wallMs: number;
  /** Since the PC was switched on; goes on while it sleeps, and over restarts of the app. */
  readonly uptimeMs: number;
  /** Names one run of the PC from switching on to off; null where the system has no such name. */
  readonly boot: string | null;
}

/** Reads the clock. `os.uptime` and not `process.hrtime`: that one starts anew with the app and stands still in sleep. */
export function readSteadyClock({
  now = Date.now,
  uptimeSeconds = uptime,
  boot = bootName(),
}: {
  readonly now?: () => number;
  readonly uptimeSeconds?: () => number;
  readonly boot?: string | null;
} = {}): SteadyReading {
  return { wallMs: now(), uptimeMs: Math.round(uptimeSeconds() * 1000), boot };
}

function bootName(): string | null {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim().slice(0, 64);
  } catch {
    return null;
  }
}
