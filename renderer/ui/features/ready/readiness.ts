import type { ParseKeys } from 'i18next';
import type { BoxState } from '../../../app/box';
import type { Instant } from '../../../domain/basics/time';
import { snapshotAge, snapshotOf } from '../../box/readings';
import type { Tone } from '../../components/status-word/status-word';

/** A sentence of the page with what fills it in. `at` is said as a time of day. */
interface Said {
  readonly key: ParseKeys<'ready'>;
  readonly count?: number;
  readonly name?: string;
  readonly at?: Instant;
}

/** One thing that must be true before the EHR stops, and how we know. Only what this workstation can really tell. */
export interface Check {
  readonly id: 'data' | 'people' | 'copies' | 'printer' | 'library' | 'key' | 'disk';
  readonly tone: Tone;
  readonly state: Said;
  readonly proof: Said;
}

const ENOUGH_BYTES = 2_000_000_000;

/** What is true on this workstation now. */
export function readiness(state: BoxState, now: Instant): readonly Check[] {
  return [data(state, now), people(state), copies(state), printer(state), library(state), key(state), disk(state)];
}

function data(state: BoxState, now: Instant): Check {
  const asOf = snapshotOf(state);
  const id = 'data';
  if (!asOf) {
    const proof: Said = { key: 'checks.data.proofNone' };
    if (asOf === undefined) return { id, tone: 'info', state: { key: 'checks.data.locked' }, proof };
    return { id, tone: 'warning', state: { key: 'checks.data.none' }, proof };
  }
  const age = snapshotAge(asOf, now, state.settings);
  const count = state.snapshot?.patients.length;
  return {
    id,
    tone: age === 'old' ? 'critical' : age === 'stale' ? 'warning' : 'quiet',
    state: count === undefined ? { key: 'checks.data.present' } : { key: 'checks.data.patients', count },
    proof: { key: 'checks.data.proofAt', at: asOf },
  };
}

function people({ vault }: BoxState): Check {
  const count = vault?.people.filter((person) => person.hasPin).length ?? 0;
  const proof: Said = { key: 'checks.people.proof' };
  if (count === 0) return { id: 'people', tone: 'warning', state: { key: 'checks.people.none' }, proof };
  return { id: 'people', tone: 'quiet', state: { key: 'checks.people.some', count }, proof };
}

function copies({ storage, saved }: BoxState): Check {
  const proof: Said = saved ? { key: 'checks.copies.proofAt', at: saved.at } : { key: 'checks.copies.proof' };
  if (storage && (storage.journal === 'failed' || storage.database === 'failed')) {
    return { id: 'copies', tone: 'critical', state: { key: 'checks.copies.one' }, proof };
  }
  if (storage?.recovered) return { id: 'copies', tone: 'warning', state: { key: 'checks.copies.mended' }, proof };
  return { id: 'copies', tone: 'quiet', state: { key: 'checks.copies.two' }, proof };
}

function printer({ settings, world }: BoxState): Check {
  // The queue's word only; whether a page came out a person says in the print centre.
  const last = world.entries.findLast((entry) => entry.type === 'pack.printed' && entry.payload.target === 'printer');
  const proof: Said = last ? { key: 'checks.printer.proofSent', at: last.at } : { key: 'checks.printer.proof' };
  if (settings.printer === null)
    return { id: 'printer', tone: 'warning', state: { key: 'checks.printer.none' }, proof };
  return { id: 'printer', tone: 'quiet', state: { key: 'checks.printer.chosen', name: settings.printer }, proof };
}

function library({ library: { checklists, forms, runbooks } }: BoxState): Check {
  const items = [...checklists, ...forms, ...runbooks];
  const drafts = items.filter((item) => item.status === 'draft').length;
  const proof: Said =
    drafts > 0 ? { key: 'checks.library.proof', count: drafts } : { key: 'checks.library.proofApproved' };
  if (items.length === 0) return { id: 'library', tone: 'critical', state: { key: 'checks.library.none' }, proof };
  return { id: 'library', tone: 'quiet', state: { key: 'checks.library.some', count: items.length }, proof };
}

function key({ shell }: BoxState): Check {
  const proof: Said = { key: 'checks.key.proof' };
  if (shell?.keyringSafe) return { id: 'key', tone: 'quiet', state: { key: 'checks.key.safe' }, proof };
  return { id: 'key', tone: 'warning', state: { key: 'checks.key.unsafe', name: shell?.keyring ?? '' }, proof };
}

function disk({ shell }: BoxState): Check {
  const bytes = shell?.freeBytes ?? 0;
  const state: Said = { key: 'checks.disk.free', count: Math.floor(bytes / 1_000_000_000) };
  return { id: 'disk', tone: bytes < ENOUGH_BYTES ? 'warning' : 'quiet', state, proof: { key: 'checks.disk.proof' } };
}
