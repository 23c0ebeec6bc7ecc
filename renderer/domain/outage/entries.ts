import type { Instant } from '../basics/time';

/** How an outage came about. A drill is sealed apart by its own book and marked on every page. */
export type OutageKind = 'planned' | 'unplanned' | 'partial' | 'slow' | 'drill';

/** The systems whose state the scope matrix tracks (runbooks-event; JCI MOI.14: say which system, which area). */
export const SYSTEMS = [
  'ehr',
  'orders',
  'mar-cabinet',
  'lis',
  'imaging',
  'blood-bank',
  'phones',
  'pagers',
  'network',
  'printers',
  'identity',
] as const;

/** One system of the scope matrix. */
export type SystemName = (typeof SYSTEMS)[number];

/** Facts of the event itself; book = subject = the outage id. */
export interface OutageEntries {
  readonly 'outage.declared': {
    readonly kind: OutageKind;
    readonly systems: readonly SystemName[];
    readonly ward: string;
    /** When it began, which may be before it was written down. */
    readonly since: Instant;
    readonly expectedUntil?: Instant;
    readonly note?: string;
  };
  /** A second ward or PC takes part in the same event. */
  readonly 'outage.joined': { readonly ward: string; readonly since: Instant };
  /** A system's state changed. */
  readonly 'system.changed': {
    readonly system: SystemName;
    readonly state: 'up' | 'down' | 'degraded';
    readonly since: Instant;
    readonly saidBy?: string;
  };
  /**
   * What those who mend it said, for everybody: the newest counts. Anybody at this PC may read it, so no patient in it.
   * `expectedUntil` null: nobody knows any more; left out: as before. `nextAt`: when the next word comes, changed or not.
   */
  'outage.updated': {
    readonly text: string;
    readonly saidBy?: string;
    readonly expectedUntil?: Instant | null;
    readonly nextAt?: Instant;
  };
  /** The official all-clear; back-entry starts. */
  readonly 'outage.ended': { readonly until: Instant; readonly note?: string };
  /** The all-clear was wrong: the outage goes on. */
  readonly 'outage.resumed': { readonly since: Instant; readonly reason: string };
  /** Back-entry is signed off: nothing unowned is open. */
  readonly 'outage.closed': { readonly closedAt: Instant; readonly openItems: number; readonly note?: string };
  /** A line of the log (F21): decision, issue, safety event. */
  readonly 'incident.logged': {
    readonly text: string;
    readonly kind: 'note' | 'decision' | 'issue' | 'safety';
    readonly occurredAt: Instant;
  };
}
