import { join } from 'node:path';
import { ensureFolder, inTurn, readIfThere, writeAtomically } from '../disk/atomic-file';
import { parseObject } from '../journal/sealed-line';

/** Tries before the first delay. NIST SP 800-63B-4 wants at most 10 failures for a PIN, with growing delays. */
const freeTries = 5;
/** The slot stays closed until another way in opens it; the workstation itself is never locked. */
const closedAt = 10;
const firstDelayMs = 30_000;
const longestDelayMs = 15 * 60_000;

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
  /** Wall clock of the last try, for the file. */
  last: number;
  /** Monotonic time of the last try; negative when it was before this start. */
  lastMono: number;
}

/** Opens the counters kept in `folder`. `monotonicMs` never jumps, so setting the clock forward does not shorten a wait. */
export async function openStrikes(options: {
  readonly folder: string;
  readonly now: () => Date;
  readonly monotonicMs: () => number;
  readonly log: (code: string) => void;
}): Promise<Strikes> {
  const path = join(options.folder, 'strikes.json');
  const { counters, damaged } = await load(path, options.now().getTime(), options.monotonicMs());
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
    await ensureFolder(options.folder);
    await writeAtomically(path, JSON.stringify({ format: 1, slots }));
  }

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
        await save();
      }),
  };
}

/** Milliseconds to wait after that many wrong tries: none, then 30 s doubling up to 15 minutes. */
export function delayAfter(strikes: number): number {
  return strikes < freeTries ? 0 : Math.min(longestDelayMs, firstDelayMs * 2 ** (strikes - freeTries));
}

async function load(path: string, now: number, mono: number) {
  const counters = new Map<string, Counter>();
  const bytes = await readIfThere(path);
  if (!bytes) return { counters, damaged: false };
  const slots = parseObject(bytes.toString('utf8'))?.['slots'];
  if (typeof slots !== 'object' || slots === null) return { counters, damaged: true };
  for (const [slot, value] of Object.entries(slots as Record<string, { strikes?: unknown; last?: unknown } | null>)) {
    const { strikes, last } = value ?? {};
    const valid = Number.isSafeInteger(strikes) && (strikes as number) >= 0 && typeof last === 'number';
    if (!valid) return { counters, damaged: true };
    // A clock set back since then must not make the wait endless: it counts from now.
    const elapsed = Math.max(0, now - last);
    counters.set(slot, { strikes: strikes as number, last, lastMono: mono - elapsed });
  }
  return { counters, damaged: false };
}
