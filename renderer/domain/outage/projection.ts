import { toEpochMs, type Instant } from '../basics/time';
import type { Entry, EntryOf } from '../ledger/entry';
import { SYSTEMS, type SystemName } from './entries';
import type { OutageConflict, OutagesState, OutageState, SystemStatus } from './outage';
import { realmOf, type OutageStage, type Realm } from './rules';

/** No event yet. */
export const NO_OUTAGES: OutagesState = { events: [], orphans: [] };

type OutageEntry = EntryOf<
  | 'outage.declared'
  | 'outage.joined'
  | 'outage.ended'
  | 'outage.resumed'
  | 'outage.closed'
  | 'outage.updated'
  | 'system.changed'
  | 'incident.logged'
  | 'patients.removed'
>;

const TYPES: readonly string[] = [
  'outage.declared',
  'outage.joined',
  'outage.ended',
  'outage.resumed',
  'outage.closed',
  'outage.updated',
  'system.changed',
  'incident.logged',
  'patients.removed',
] satisfies OutageEntry['type'][];

function isOutageEntry(entry: Entry): boolean {
  return TYPES.includes(entry.type);
}

/** Folds one entry; entries of other nouns pass by. Entries come in fold order. */
export function foldOutages(state: OutagesState, entry: Entry): OutagesState {
  if (!isOutageEntry(entry)) return state;
  const index = state.events.findIndex((event) => event.id === entry.book);
  const event = state.events[index];
  if (!event) {
    if (entry.type === 'outage.declared') return { ...state, events: [...state.events, declared(entry)] };
    return { ...state, orphans: [...state.orphans, { entry: entry.id, type: entry.type, book: entry.book }] };
  }
  const next = foldEvent(event, entry);
  return next === event ? state : { ...state, events: state.events.with(index, next) };
}

/** Folds a whole ledger. */
export function projectOutages(entries: Iterable<Entry>): OutagesState {
  let state = NO_OUTAGES;
  for (const entry of entries) state = foldOutages(state, entry);
  return state;
}

function declared(entry: EntryOf<'outage.declared'>): OutageState {
  const { kind, systems, ward, since, expectedUntil, note } = entry.payload;
  const status: SystemStatus = { state: kind === 'slow' ? 'degraded' : 'down', since, by: entry.by };
  const matrix = Object.fromEntries(
    SYSTEMS.map((name): [SystemName, SystemStatus] => [name, systems.includes(name) ? status : { state: 'unknown' }]),
  ) as Record<SystemName, SystemStatus>;
  return {
    id: entry.book,
    kind,
    stage: 'running',
    ward,
    wards: [{ ward, since }],
    since,
    ...(expectedUntil === undefined ? {} : { expectedUntil }),
    ...(note === undefined ? {} : { note }),
    declaredAt: entry.at,
    declaredBy: entry.by,
    spans: [{ from: since }],
    systems: matrix,
    changes: [],
    updates: [],
    log: [],
    conflicts: [],
  };
}

function foldEvent(event: OutageState, entry: Entry): OutageState {
  switch (entry.type) {
    case 'outage.declared':
      return { ...event, conflicts: [...event.conflicts, conflict('declared-twice', entry)] };
    case 'outage.joined':
      return joined(event, entry.payload);
    case 'system.changed': {
      const { system, state, since, saidBy } = entry.payload;
      const status = { state, since, by: entry.by, ...(saidBy === undefined ? {} : { saidBy }) };
      const change = { id: entry.id, system, at: entry.at, ...status };
      return { ...event, systems: { ...event.systems, [system]: status }, changes: [...event.changes, change] };
    }
    case 'outage.updated':
      return updated(event, entry);
    case 'outage.ended':
      return ended(event, entry);
    case 'outage.resumed':
      return resumed(event, entry);
    case 'outage.closed':
      return { ...event, stage: 'closed', closedAt: entry.payload.closedAt };
    case 'patients.removed':
      // The entry that closed it is among those nobody can read any more.
      return { ...event, stage: 'closed', closedAt: entry.payload.closedAt, removedAt: entry.at, log: [] };
    case 'incident.logged': {
      const { text, kind, occurredAt } = entry.payload;
      return { ...event, log: [...event.log, { id: entry.id, text, kind, occurredAt, at: entry.at, by: entry.by }] };
    }
    default:
      return event;
  }
}

function updated(event: OutageState, { id, at, by, payload }: EntryOf<'outage.updated'>): OutageState {
  const { expectedUntil, ...said } = payload;
  const { expectedUntil: before, ...rest } = event;
  const expected = expectedUntil === undefined ? before : (expectedUntil ?? undefined);
  return {
    ...rest,
    ...(expected === undefined ? {} : { expectedUntil: expected }),
    updates: [...event.updates, { id, at, by, ...said }],
  };
}

/** A ward joins once; told twice, the earlier time counts, whichever device said it first. */
function joined(event: OutageState, { ward, since }: { ward: string; since: Instant }): OutageState {
  const known = event.wards.find((one) => one.ward === ward);
  if (!known) return { ...event, wards: [...event.wards, { ward, since }] };
  if (toEpochMs(known.since) <= toEpochMs(since)) return event;
  return { ...event, wards: event.wards.map((one) => (one === known ? { ward, since } : one)) };
}

/** Two all-clears of two devices: the later one counts (downtime charting until then was right), the conflict is shown. */
function ended(event: OutageState, entry: EntryOf<'outage.ended'>): OutageState {
  const { until } = entry.payload;
  const before = event.until;
  const later = before !== undefined && toEpochMs(before) > toEpochMs(until) ? before : until;
  const spans = event.spans.with(-1, { from: event.spans.at(-1)?.from ?? event.since, until: later });
  const conflicts =
    before !== undefined && before !== until ? [...event.conflicts, conflict('ended-twice', entry)] : event.conflicts;
  const stage = event.stage === 'closed' ? 'closed' : 'ended';
  return { ...event, stage, until: later, endedBy: entry.by, spans, conflicts };
}

function resumed(event: OutageState, entry: EntryOf<'outage.resumed'>): OutageState {
  if (event.stage === 'running') {
    return { ...event, conflicts: [...event.conflicts, conflict('resumed-while-running', entry)] };
  }
  const { until: _until, endedBy: _endedBy, closedAt: _closedAt, ...open } = event;
  return { ...open, stage: 'running', spans: [...event.spans, { from: entry.payload.since }] };
}

function conflict(code: OutageConflict['code'], entry: Entry): OutageConflict {
  return { code, entry: entry.id, by: entry.by, at: entry.at };
}

/** The running event of a realm; several only after two devices declared before they met: the first declared leads. */
export function runningOutage(state: OutagesState, realm?: Realm): OutageState | undefined {
  return runningOutages(state, realm)[0];
}

/** All running events of a realm; more than one is a conflict to show. */
export function runningOutages(state: OutagesState, realm?: Realm): readonly OutageState[] {
  const running = state.events.filter(
    (event) => event.stage === 'running' && (!realm || realmOf(event.kind) === realm),
  );
  // A real outage always comes before a drill: the screen follows the first.
  return running.sort((a, b) => Number(a.kind === 'drill') - Number(b.kind === 'drill'));
}

/** One event by id. */
export function outageById(state: OutagesState, id: string): OutageState | undefined {
  return state.events.find((event) => event.id === id);
}

/** The event the screens are about: the running one, else the last with back-entry open (real before drill), else the last. */
export function currentOutage(state: OutagesState): OutageState | undefined {
  const notClosed = state.events.filter((event) => event.stage === 'ended');
  const real = notClosed.filter((event) => realmOf(event.kind) === 'real');
  return runningOutage(state) ?? real.at(-1) ?? notClosed.at(-1) ?? state.events.at(-1);
}

/** Where a realm stands. */
export function stageOf(state: OutagesState, realm: Realm): OutageStage {
  const events = state.events.filter((event) => realmOf(event.kind) === realm);
  if (events.some((event) => event.stage === 'running')) return 'running';
  return events.at(-1)?.stage ?? 'none';
}
