import type { Instant } from '../basics/time';
import type { Entry } from '../ledger/entry';
import type { ClockChange } from './entries';

/** The clock of this PC at one moment, beside a counter nobody can set. */
export interface ClockReading {
  readonly wallMs: number;
  /** Since the PC was switched on. */
  readonly uptimeMs: number;
  /** Names one run of the PC; null where its system has no name for it. */
  readonly boot: string | null;
  /** IANA name of the time zone. */
  readonly zone: string;
  readonly offsetMinutes: number;
}

/** Below this clocks are kept right little by little by the system, and nobody's times stop fitting. */
export const JUMP_FROM_MS = 30_000;

const MINUTE = 60_000;

/**
 * What happened to the clock between two readings. After a restart of the PC the counter began anew: then only a clock
 * that is behind the earlier reading is told, and by how much at least. `newestMs`: the newest entry of this PC, for when
 * the earlier reading is lost.
 */
export function clockChangesBetween(
  before: ClockReading | undefined,
  now: ClockReading,
  newestMs?: number,
): readonly ClockChange[] {
  const changes: ClockChange[] = [];
  const { byMs, atLeast } = jumpBetween(before, now, newestMs);
  if (Math.abs(byMs) >= JUMP_FROM_MS)
    changes.push({
      kind: byMs < 0 ? 'set-back' : 'set-forward',
      byMs,
      was: textOf(now.wallMs - byMs, now.offsetMinutes),
      is: textOf(now.wallMs, now.offsetMinutes),
      ...(atLeast ? { atLeast } : {}),
    });
  if (before && before.offsetMinutes !== now.offsetMinutes)
    changes.push({
      kind: before.zone === now.zone ? 'daylight-saving' : 'zone-changed',
      byMs: (now.offsetMinutes - before.offsetMinutes) * MINUTE,
      was: textOf(now.wallMs, before.offsetMinutes),
      is: textOf(now.wallMs, now.offsetMinutes),
    });
  return changes;
}

function jumpBetween(
  before: ClockReading | undefined,
  now: ClockReading,
  newestMs: number | undefined,
): { readonly byMs: number; readonly atLeast: boolean } {
  if (before && isSameBoot(before, now))
    return { byMs: now.wallMs - before.wallMs - (now.uptimeMs - before.uptimeMs), atLeast: false };
  const seen = Math.max(before?.wallMs ?? Number.NEGATIVE_INFINITY, newestMs ?? Number.NEGATIVE_INFINITY);
  return Number.isFinite(seen) ? { byMs: Math.min(0, now.wallMs - seen), atLeast: true } : { byMs: 0, atLeast: true };
}

// Without a name: the counter went on, and the PC was not switched on after the earlier reading.
function isSameBoot(before: ClockReading, now: ClockReading): boolean {
  if (before.boot !== null && now.boot !== null) return before.boot === now.boot;
  return now.uptimeMs >= before.uptimeMs && now.wallMs - now.uptimeMs <= before.wallMs;
}

/** One change of the clock as the ledger holds it. */
export interface SeenClockChange extends ClockChange {
  readonly id: string;
  readonly at: Instant;
  readonly device: string;
  /** Events that were running or open for back-entry then: told by the order of entries, not by any clock. */
  readonly events: readonly string[];
}

/** How the clocks behaved. */
export interface ClockState {
  readonly changes: readonly SeenClockChange[];
  /** Events not closed yet. */
  readonly openEvents: readonly string[];
  /** The last comparison with a clock somebody trusts, by device, and the steps since added to it. */
  readonly compared: Readonly<Record<string, { readonly at: Instant; readonly by: string; readonly offsetMs: number }>>;
}

/** Nothing known. */
export const NO_CLOCK_CHANGES: ClockState = { changes: [], openEvents: [], compared: {} };

/** Folds one entry; entries of other nouns pass by. */
export function foldClock(state: ClockState, entry: Entry): ClockState {
  switch (entry.type) {
    case 'outage.declared':
      return state.openEvents.includes(entry.book)
        ? state
        : { ...state, openEvents: [...state.openEvents, entry.book] };
    case 'outage.closed':
      return { ...state, openEvents: state.openEvents.filter((event) => event !== entry.book) };
    case 'clock.compared': {
      const { offsetMs } = entry.payload;
      return { ...state, compared: { ...state.compared, [entry.device]: { at: entry.at, by: entry.by, offsetMs } } };
    }
    case 'clock.changed': {
      const { id, at, device, payload } = entry;
      const seen = { ...payload, id, at, device, events: state.openEvents };
      const known = state.compared[device];
      const stepped = payload.kind === 'set-back' || payload.kind === 'set-forward';
      return {
        ...state,
        changes: [...state.changes, seen],
        compared:
          known && stepped
            ? { ...state.compared, [device]: { ...known, offsetMs: known.offsetMs + payload.byMs } }
            : state.compared,
      };
    }
    default:
      return state;
  }
}

/** Folds a whole ledger. */
export function projectClock(entries: Iterable<Entry>): ClockState {
  let state = NO_CLOCK_CHANGES;
  for (const entry of entries) state = foldClock(state, entry);
  return state;
}

/** Changes of the clock while an event was running or open. */
export function changesDuring(state: ClockState, event: string): readonly SeenClockChange[] {
  return state.changes.filter(({ events }) => events.includes(event));
}

/** Whether times before and after do not fit any more; across daylight saving they do, each carries its offset. */
export function breaksTimes({ kind }: Pick<ClockChange, 'kind'>): boolean {
  return kind === 'set-back' || kind === 'set-forward';
}

function textOf(epochMs: number, offsetMinutes: number): Instant {
  const local = new Date(epochMs + offsetMinutes * MINUTE).toISOString().slice(0, -1);
  const away = Math.abs(offsetMinutes);
  const hours = String(Math.floor(away / 60)).padStart(2, '0');
  return `${local}${offsetMinutes < 0 ? '-' : '+'}${hours}:${String(away % 60).padStart(2, '0')}`;
}
