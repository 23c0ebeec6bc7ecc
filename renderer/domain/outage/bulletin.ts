import { elapsedMs, type Instant, toEpochMs } from '../basics/time';
import { SYSTEMS, type SystemName } from './entries';
import type { OutageState, OutageUpdate, SystemStatus } from './outage';

/** A system with what is said of it. */
export type BulletinSystem = { readonly system: SystemName } & Omit<SystemStatus, 'by'>;

/** What hangs on the notice board and is read aloud: what works, what does not, when the next word comes. */
export interface Bulletin {
  readonly event: string;
  /** Counted from 1: an old sheet on the board shows itself. */
  readonly number: number;
  readonly systems: Readonly<Record<SystemStatus['state'], readonly BulletinSystem[]>>;
  readonly update?: OutageUpdate;
  readonly nextAt?: Instant;
  /** The promised word has not come. */
  readonly overdue: boolean;
  readonly length: OutageLength;
}

/** The bulletin of an event as it stands. */
export function bulletinOf(event: OutageState, now: Instant): Bulletin {
  const update = event.updates.at(-1);
  const nextAt = event.stage === 'running' ? update?.nextAt : undefined;
  const inState = (state: SystemStatus['state']): readonly BulletinSystem[] =>
    SYSTEMS.filter((system) => event.systems[system].state === state).map((system) => {
      const { by: _, ...status } = event.systems[system];
      return { system, ...status };
    });
  return {
    event: event.id,
    number: 1 + event.updates.length + event.changes.length + (event.until === undefined ? 0 : 1),
    systems: {
      down: inState('down'),
      degraded: inState('degraded'),
      up: inState('up'),
      unknown: inState('unknown'),
    },
    ...(update === undefined ? {} : { update }),
    ...(nextAt === undefined ? {} : { nextAt }),
    overdue: nextAt !== undefined && toEpochMs(nextAt) < toEpochMs(now),
    length: outageLength(event, now),
  };
}

/** How long an event is taken to last. */
export type OutageLength = (typeof OUTAGE_LENGTHS)[number]['id'];

/**
 * What a ward plans for. The steps are those of `OUTAGE_PHASES`: within the first hour nothing is rewritten, at 8 h shifts
 * change and half of the long outages end, after 24 h printed charts are rewritten [H-SWBH], at 72 h it runs on paper.
 */
export const OUTAGE_LENGTHS = [
  { id: 'hour', belowHours: 1 },
  { id: 'shift', belowHours: 8 },
  { id: 'day', belowHours: 24 },
  { id: 'days', belowHours: 72 },
  { id: 'weeks', belowHours: Number.POSITIVE_INFINITY },
] as const;

/** By the expected end, and never shorter than it has lasted: an estimate that has passed is worth nothing. */
export function outageLength(
  event: Pick<OutageState, 'since' | 'until' | 'expectedUntil'>,
  now: Instant,
): OutageLength {
  const lasted = elapsedMs(event.since, event.until ?? now);
  const expected =
    event.until === undefined && event.expectedUntil !== undefined ? elapsedMs(event.since, event.expectedUntil) : 0;
  const hours = Math.max(lasted, expected, 0) / 3_600_000;
  return (OUTAGE_LENGTHS.find(({ belowHours }) => hours < belowHours) ?? OUTAGE_LENGTHS[4]).id;
}
