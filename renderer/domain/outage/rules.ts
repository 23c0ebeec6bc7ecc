import type { OutageKind } from './entries';

/** Where an event stands. `none` is the absence of a running event. */
export type OutageStage = 'none' | 'running' | 'ended' | 'closed';

/** Everything somebody can do with an event. */
export type OutageCommand =
  | 'declare'
  | 'join'
  | 'end'
  | 'resume'
  | 'change-system'
  | 'update'
  | 'log-incident'
  | 'close';

/**
 * What may be done when, to be read by a clinician.
 * After the all-clear the log stays open (late incidents are written down), a wrong all-clear can be taken back;
 * after closing only the log takes lines: after-action finds things weeks later.
 */
export const OUTAGE_RULES = {
  none: ['declare'],
  running: ['join', 'end', 'change-system', 'update', 'log-incident'],
  ended: ['resume', 'close', 'change-system', 'update', 'log-incident'],
  closed: ['log-incident'],
} as const satisfies Record<OutageStage, readonly OutageCommand[]>;

/** Whether the rules allow a command in a stage. */
export function mayOutage(command: OutageCommand, stage: OutageStage): boolean {
  return (OUTAGE_RULES[stage] as readonly OutageCommand[]).includes(command);
}

/** A drill lives beside real care and never mixes with it. */
export type Realm = 'real' | 'drill';

/** Which realm a kind belongs to. */
export function realmOf(kind: OutageKind): Realm {
  return kind === 'drill' ? 'drill' : 'real';
}

/**
 * What stops a new event. Two real events at once would split the ward's facts over two books; a drill beside a
 * real outage could be taken for it. A real outage may always start: it must never be refused because of a drill.
 */
export const BLOCKED_BY = {
  real: ['real'],
  drill: ['real', 'drill'],
} as const satisfies Record<Realm, readonly Realm[]>;

/** Limits of what a person can mean; beyond them it is a typing mistake. */
export const OUTAGE_LIMITS = {
  /** Clocks of two ward PCs differ by minutes. */
  futureMs: 5 * 60_000,
  /** Longer ago than this it is a wrong date. A year, as for patients: outages are entered late from paper, too. */
  pastMs: 366 * 24 * 3_600_000,
  textLength: 2_000,
  /** One page has room for it, and one breath reads it aloud. */
  updateLength: 300,
} as const;
