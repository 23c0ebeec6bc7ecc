import type { CommandContext } from '../basics/command-context';
import { ok, refuse, type Result } from '../basics/result';
import { isInstant, toEpochMs, type Instant } from '../basics/time';
import type { NewEntry } from '../ledger/entry';
import { checkInstant, type InstantRefusal } from './check-instant';
import { SYSTEMS, type OutageEntries, type OutageKind, type SystemName } from './entries';
import type { OutagesState, OutageState } from './outage';
import { outageById, runningOutages } from './projection';
import { BLOCKED_BY, mayOutage, OUTAGE_LIMITS, realmOf, type OutageCommand, type OutageStage } from './rules';

/** Why an outage command did nothing. */
export type OutageRefusal =
  | InstantRefusal
  /** Offer to join instead: `outage`, `since` and `ward` say which. */
  | {
      readonly code: 'already-running';
      readonly outage: string;
      readonly since: Instant;
      readonly ward: string;
      readonly kind: OutageKind;
    }
  | { readonly code: 'unknown-outage' }
  | { readonly code: 'not-allowed-now'; readonly command: OutageCommand; readonly stage: OutageStage }
  | { readonly code: 'ward-missing' }
  | { readonly code: 'systems-missing' }
  | { readonly code: 'unknown-system'; readonly system: string }
  | { readonly code: 'expected-before-start' }
  | { readonly code: 'next-update-in-the-past' }
  | { readonly code: 'before-start'; readonly since: Instant }
  | { readonly code: 'already-joined'; readonly ward: string }
  | { readonly code: 'unchanged'; readonly system: SystemName }
  | { readonly code: 'reason-missing' }
  | { readonly code: 'text-missing' }
  | { readonly code: 'text-too-long'; readonly max: number }
  | { readonly code: 'not-ready-to-close'; readonly openItems: number };

type Outcome = Result<NewEntry[], OutageRefusal>;

/** Declares an event; its id becomes the book of every fact that follows. */
export function declareOutage(
  state: OutagesState,
  input: Omit<OutageEntries['outage.declared'], 'systems'> & { readonly systems: readonly string[] },
  { now, newId, by }: CommandContext,
): Outcome {
  const realm = realmOf(input.kind);
  const running = runningOutages(state).find((event) =>
    (BLOCKED_BY[realm] as readonly string[]).includes(realmOf(event.kind)),
  );
  if (running) {
    const { id, since, ward, kind } = running;
    return refuse({ code: 'already-running', outage: id, since, ward, kind });
  }
  if (input.ward.trim() === '') return refuse({ code: 'ward-missing' });
  const systems = [...new Set(input.systems)];
  if (systems.length === 0) return refuse({ code: 'systems-missing' });
  const strange = systems.find((name) => !isSystem(name));
  if (strange !== undefined) return refuse({ code: 'unknown-system', system: strange });
  const badTime = checkInstant('since', input.since, now);
  if (badTime) return refuse(badTime);
  if (input.expectedUntil !== undefined) {
    if (!isInstant(input.expectedUntil)) return refuse({ code: 'bad-time', field: 'expectedUntil' });
    if (toEpochMs(input.expectedUntil) <= toEpochMs(input.since)) return refuse({ code: 'expected-before-start' });
  }
  const badNote = input.note === undefined ? undefined : checkText(input.note);
  if (badNote?.code === 'text-too-long') return refuse(badNote);
  const id = newId();
  const payload = { ...input, ward: input.ward.trim(), systems: systems as SystemName[] };
  return ok([{ book: id, subject: id, by, type: 'outage.declared', payload }]);
}

/** A second ward takes part. A second PC of the same ward needs no entry: it simply follows. */
export function joinOutage(
  state: OutagesState,
  input: { readonly outage: string; readonly ward: string; readonly since: Instant },
  { now, by }: CommandContext,
): Outcome {
  const found = eventFor(state, input.outage, 'join');
  if (!found.ok) return found;
  const ward = input.ward.trim();
  if (ward === '') return refuse({ code: 'ward-missing' });
  if (found.value.wards.some((one) => one.ward === ward)) return refuse({ code: 'already-joined', ward });
  const badTime = checkInstant('since', input.since, now);
  if (badTime) return refuse(badTime);
  return ok([entry(found.value, by, { type: 'outage.joined', payload: { ward, since: input.since } })]);
}

/** The official all-clear. A login that happens to work is none ([H-BAN1]). */
export function endOutage(
  state: OutagesState,
  input: { readonly outage: string; readonly until: Instant; readonly note?: string },
  { now, by }: CommandContext,
): Outcome {
  const found = eventFor(state, input.outage, 'end');
  if (!found.ok) return found;
  const badTime = checkInstant('until', input.until, now);
  if (badTime) return refuse(badTime);
  const began = found.value.spans.at(-1)?.from ?? found.value.since;
  if (toEpochMs(input.until) < toEpochMs(began)) return refuse({ code: 'before-start', since: began });
  const payload = { until: input.until, ...(input.note === undefined ? {} : { note: input.note }) };
  return ok([entry(found.value, by, { type: 'outage.ended', payload })]);
}

/** The all-clear was wrong: same event, same book, the clock goes on from its first start. */
export function resumeOutage(
  state: OutagesState,
  input: { readonly outage: string; readonly since: Instant; readonly reason: string },
  { now, by }: CommandContext,
): Outcome {
  const found = eventFor(state, input.outage, 'resume');
  if (!found.ok) return found;
  const other = runningOutages(state, realmOf(found.value.kind))[0];
  if (other) {
    const { id, since, ward, kind } = other;
    return refuse({ code: 'already-running', outage: id, since, ward, kind });
  }
  if (input.reason.trim() === '') return refuse({ code: 'reason-missing' });
  const badTime = checkInstant('since', input.since, now);
  if (badTime) return refuse(badTime);
  if (toEpochMs(input.since) < toEpochMs(found.value.since))
    return refuse({ code: 'before-start', since: found.value.since });
  return ok([
    entry(found.value, by, { type: 'outage.resumed', payload: { since: input.since, reason: input.reason.trim() } }),
  ]);
}

/** A system went up, down or slow, and who said so. */
export function changeSystem(
  state: OutagesState,
  input: { readonly outage: string } & Omit<OutageEntries['system.changed'], 'system'> & { readonly system: string },
  { now, by }: CommandContext,
): Outcome {
  const found = eventFor(state, input.outage, 'change-system');
  if (!found.ok) return found;
  const { system } = input;
  if (!isSystem(system)) return refuse({ code: 'unknown-system', system });
  const badTime = checkInstant('since', input.since, now);
  if (badTime) return refuse(badTime);
  const known = found.value.systems[system];
  if (known.state === input.state && known.saidBy === input.saidBy) return refuse({ code: 'unchanged', system });
  const { state: next, since, saidBy } = input;
  const payload = { system, state: next, since, ...(saidBy === undefined ? {} : { saidBy }) };
  return ok([entry(found.value, by, { type: 'system.changed', payload })]);
}

/** A word to everybody, and when the next one comes. */
export function updateOutage(
  state: OutagesState,
  input: { readonly outage: string } & OutageEntries['outage.updated'],
  { now, by }: CommandContext,
): Outcome {
  const found = eventFor(state, input.outage, 'update');
  if (!found.ok) return found;
  const { expectedUntil, nextAt } = input;
  const text = input.text.trim();
  if (text === '') return refuse({ code: 'text-missing' });
  if (text.length > OUTAGE_LIMITS.updateLength)
    return refuse({ code: 'text-too-long', max: OUTAGE_LIMITS.updateLength });
  if (typeof expectedUntil === 'string') {
    if (!isInstant(expectedUntil)) return refuse({ code: 'bad-time', field: 'expectedUntil' });
    if (toEpochMs(expectedUntil) <= toEpochMs(found.value.since)) return refuse({ code: 'expected-before-start' });
  }
  if (nextAt !== undefined) {
    if (!isInstant(nextAt)) return refuse({ code: 'bad-time', field: 'nextAt' });
    if (toEpochMs(nextAt) <= toEpochMs(now)) return refuse({ code: 'next-update-in-the-past' });
  }
  const saidBy = input.saidBy?.trim() ?? '';
  const payload = {
    text,
    ...(saidBy === '' ? {} : { saidBy }),
    ...(expectedUntil === undefined ? {} : { expectedUntil }),
    ...(nextAt === undefined ? {} : { nextAt }),
  };
  return ok([entry(found.value, by, { type: 'outage.updated', payload })]);
}

/** A line of the log (F21), any time: late incidents are written down too. */
export function logIncident(
  state: OutagesState,
  input: { readonly outage: string } & OutageEntries['incident.logged'],
  { now, by }: CommandContext,
): Outcome {
  const found = eventFor(state, input.outage, 'log-incident');
  if (!found.ok) return found;
  const badText = checkText(input.text);
  if (badText) return refuse(badText);
  const badTime = checkInstant('occurredAt', input.occurredAt, now);
  if (badTime) return refuse(badTime);
  const payload = { text: input.text.trim(), kind: input.kind, occurredAt: input.occurredAt };
  return ok([entry(found.value, by, { type: 'incident.logged', payload })]);
}

/** Signs the event off. `openItems` comes from reconciliation (`canClose`): critical ones must be none. */
export function closeOutage(
  state: OutagesState,
  input: { readonly outage: string; readonly criticalOpen: number; readonly openItems: number; readonly note?: string },
  { now, by }: CommandContext,
): Outcome {
  const found = eventFor(state, input.outage, 'close');
  if (!found.ok) return found;
  if (input.criticalOpen > 0) return refuse({ code: 'not-ready-to-close', openItems: input.criticalOpen });
  const payload = {
    closedAt: now,
    openItems: input.openItems,
    ...(input.note === undefined ? {} : { note: input.note }),
  };
  return ok([entry(found.value, by, { type: 'outage.closed', payload })]);
}

function eventFor(state: OutagesState, id: string, command: OutageCommand): Result<OutageState, OutageRefusal> {
  const event = outageById(state, id);
  if (!event) return refuse({ code: 'unknown-outage' });
  if (!mayOutage(command, event.stage)) return refuse({ code: 'not-allowed-now', command, stage: event.stage });
  return ok(event);
}

type Fact = Pick<Extract<NewEntry, { type: keyof OutageEntries }>, 'type' | 'payload'>;

function entry(event: OutageState, by: string, fact: Fact): NewEntry {
  return { book: event.id, subject: event.id, by, ...fact } as NewEntry;
}

function checkText(text: string): { code: 'text-missing' } | { code: 'text-too-long'; max: number } | undefined {
  if (text.trim() === '') return { code: 'text-missing' };
  return text.length > OUTAGE_LIMITS.textLength ? { code: 'text-too-long', max: OUTAGE_LIMITS.textLength } : undefined;
}

function isSystem(name: string): name is SystemName {
  return (SYSTEMS as readonly string[]).includes(name);
}
