import { join } from 'node:path';
import { ensureFolder, inTurn, readIfThere, writeAtomically, writeInPlace } from '../disk/atomic-file';
import { ShellFailure } from '../disk/shell-failure';
import { parseObject } from '../journal/sealed-line';

/** Tries before the first delay. NIST SP 800-63B-4 wants at most 10 failures for a PIN, with growing delays. */
const freeTries = 5;
/** The slot stays closed until another way in opens it; the workstation itself is never locked. */
const closedAt = 10;
const firstDelayMs = 30_000;
const longestDelayMs = 15 * 60_000;
/** The file is filled up to this with spaces: the room a full disk no longer gives. */
const reservedBytes = 4096;

/** Where a slot stands. */
export interface StrikeState {
  readonly strikes: number;
  readonly left: number;
  readonly waitMs: number;
}

/** Wrong-PIN counters, one per key slot. */
export interface Strikes {
  state(slot: string): Promise<StrikeState>;
  /** Counts a try, on disk, before it may happen: killing the app in the middle does not give it back. */
  attempt(slot: string): Promise<'go' | { readonly refused: 'wait' | 'closed'; readonly waitMs: number }>;
  clear(slot: string): Promise<void>;
}

interface Counter {
  strikes: number;
  /** Wall clock of the last try, for whoever reads the file. */
  last: number;
  /** Monotonic time of the last try, or of this start when it was before it. */
  lastMono: number;
}

/**
 * Opens the counters kept in `folder`. `monotonicMs` never jumps, so setting the clock does not shorten a wait; with each
 * start a wait begins anew, since the clock may have been set in between.
 */
export async function openStrikes(options: {
  readonly folder: string;
  readonly now: () => Date;
  readonly monotonicMs: () => number;
  readonly log: (code: string) => void;
  /** Without a vault there is nobody to keep room for, and a refused restore leaves a profile as it was. */
  readonly hasVault: () => Promise<boolean>;
}): Promise<Strikes> {
  const path = join(options.folder, 'strikes.json');
  const { counters, damaged } = await load(path, options.monotonicMs());
  if (damaged) options.log('strikes.damaged');
  const turn = <T>(work: () => Promise<T>) => inTurn(`strikes ${path}`, work);

  function counterOf(slot: string): Counter {
    const counter = counters.get(slot);
    if (counter) return counter;
    // The record of earlier tries is gone: as if the free ones had been used up.
    const fresh = { strikes: damaged ? freeTries : 0, last: 0, lastMono: damaged ? 0 : -Infinity };
    counters.set(slot, fresh);
    return fresh;
  }

  function stateOf({ strikes, lastMono }: Counter): StrikeState {
    const elapsed = options.monotonicMs() - lastMono;
    return {
      strikes,
      left: Math.max(0, closedAt - strikes),
      waitMs: Math.ceil(Math.max(0, delayAfter(strikes) - elapsed)),
    };
  }

  async function save(): Promise<void> {
    const slots = Object.fromEntries(
      [...counters].filter(([, c]) => c.strikes > 0).map(([slot, { strikes, last }]) => [slot, { strikes, last }]),
    );
    const text = JSON.stringify({ format: 1, slots }).padEnd(reservedBytes);
    await ensureFolder(options.folder);
    try {
      await writeAtomically(path, text);
    } catch (error) {
      // People must get in when the disk is full to the last byte, and the try must still be counted first.
      if (!(error instanceof ShellFailure && error.code === 'disk-full' && (await writeInPlace(path, text))))
        throw error;
    }
  }

  // While there is room: the file that a full disk could no longer make.
  if ((await readIfThere(path)) === undefined && (await options.hasVault())) await turn(save).catch(() => undefined);

  return {
    state: async (slot) => stateOf(counterOf(slot)),
    attempt: (slot) =>
      turn(async () => {
        const counter = counterOf(slot);
        const { left, waitMs } = stateOf(counter);
        if (left === 0) return { refused: 'closed', waitMs: 0 };
        if (waitMs > 0) return { refused: 'wait', waitMs };
        counters.set(slot, {
          strikes: counter.strikes + 1,
          last: options.now().getTime(),
          lastMono: options.monotonicMs(),
        });
        await save();
        return 'go';
      }),
    clear: (slot) =>
      turn(async () => {
        counters.set(slot, { strikes: 0, last: 0, lastMono: -Infinity });
        // The right secret opened: what cannot be written down now costs tries later, it keeps nobody out.
        await save().catch(() => options.log('strikes.not-kept'));
      }),
  };
}

/** Milliseconds to wait after that many wrong tries: none, then 30 s doubling up to 15 minutes. */
export function delayAfter(strikes: number): number {
  return strikes < freeTries ? 0 : Math.min(longestDelayMs, firstDelayMs * 2 ** (strikes - freeTries));
}

async function load(path: string, mono: number) {
  const counters = new Map<string, Counter>();
  const bytes = await readIfThere(path);
  if (!bytes) return { counters, damaged: false };
  const slots = parseObject(bytes.toString('utf8'))?.['slots'];
  if (typeof slots !== 'object' || slots === null) return { counters, damaged: true };
  for (const [slot, value] of Object.entries(slots as Record<string, { strikes?: unknown; last?: unknown } | null>)) {
    const { strikes, last } = value ?? {};
    const valid = Number.isSafeInteger(strikes) && (strikes as number) >= 0 && typeof last === 'number';
    if (!valid) return { counters, damaged: true };
    counters.set(slot, { strikes: strikes as number, last, lastMono: mono });
  }
  return { counters, damaged: false };
}
