import type { Instant } from '../basics/time';
import type { OutageEntries, OutageKind, SystemName } from './entries';
import type { OutageStage } from './rules';

/** State of one system; `unknown` means nobody has said, which is never shown as up. */
export interface SystemStatus {
  readonly state: 'up' | 'down' | 'degraded' | 'unknown';
  readonly since?: Instant;
  readonly saidBy?: string;
  /** User id of who wrote it. */
  readonly by?: string;
}

/** A ward that takes part, from when. */
export interface OutageWard {
  readonly ward: string;
  readonly since: Instant;
}

/** A stretch of being down; a resumed outage has several. */
export interface DownSpan {
  readonly from: Instant;
  readonly until?: Instant;
}

/** A line of the incident log with who wrote it when. */
export interface LogLine {
  readonly id: string;
  readonly text: string;
  readonly kind: OutageEntries['incident.logged']['kind'];
  readonly occurredAt: Instant;
  readonly at: Instant;
  readonly by: string;
}

/** A change of one system, kept when the next one comes. */
export interface SystemChange {
  readonly id: string;
  readonly system: SystemName;
  readonly state: 'up' | 'down' | 'degraded';
  readonly since: Instant;
  readonly saidBy?: string;
  readonly at: Instant;
  readonly by: string;
}

/** One word to everybody. */
export interface OutageUpdate {
  readonly id: string;
  readonly text: string;
  readonly saidBy?: string;
  readonly nextAt?: Instant;
  readonly at: Instant;
  readonly by: string;
}

/** Something two devices said differently, or a fact without its event: shown until a person decides. */
export interface OutageConflict {
  readonly code: 'ended-twice' | 'declared-twice' | 'resumed-while-running';
  readonly entry: string;
  readonly by: string;
  readonly at: Instant;
}

/** One event, as the ledger tells it. */
export interface OutageState {
  readonly id: string;
  readonly kind: OutageKind;
  readonly stage: Exclude<OutageStage, 'none'>;
  /** The ward that declared it. */
  readonly ward: string;
  readonly wards: readonly OutageWard[];
  readonly since: Instant;
  readonly until?: Instant;
  readonly expectedUntil?: Instant;
  readonly note?: string;
  readonly declaredAt: Instant;
  readonly declaredBy: string;
  readonly endedBy?: string;
  readonly closedAt?: Instant;
  readonly spans: readonly DownSpan[];
  readonly systems: Readonly<Record<SystemName, SystemStatus>>;
  /** Everything that was said of systems after the declaration, in order. */
  readonly changes: readonly SystemChange[];
  readonly updates: readonly OutageUpdate[];
  readonly log: readonly LogLine[];
  readonly conflicts: readonly OutageConflict[];
  /** Its patients were removed by retention then; what is left names nobody. */
  readonly removedAt?: Instant;
}

/** Every event this workstation knows, in the order they were declared. */
export interface OutagesState {
  readonly events: readonly OutageState[];
  /** Facts whose event is not (yet) here: kept and shown, never skipped. */
  readonly orphans: readonly { readonly entry: string; readonly type: string; readonly book: string }[];
}
