import type { ParseKeys } from 'i18next';
import type { BoxState } from '../../../app/box';
import type { Instant } from '../../../domain/basics/time';
import { snapshotAge, snapshotOf } from '../../box/readings';
import type { Tone } from '../../components/status-word/status-word';

/** One thing that must be true before the EHR stops, and how we know. Only what this workstation can really tell. */
export interface Check {
  readonly id: 'data' | 'printer' | 'people' | 'copies' | 'library' | 'key' | 'disk';
  readonly tone: Tone;
  /** The sentence; count and name fill it in. */
  readonly state: ParseKeys<'ready'>;
  readonly count?: number;
  readonly name?: string;
  /** When it was last seen to be true; null: never proven here. */
  readonly proven: Instant | null;
}

const ENOUGH_BYTES = 2_000_000_000;

/** What is true on this workstation now. */
export function readiness(state: BoxState, now: Instant): readonly Check[] {
  return [data(state, now), people(state), copies(state), printer(state), library(state), key(state), disk(state)];
}

function data(state: BoxState, now: Instant): Check {
  const asOf = snapshotOf(state);
  if (asOf === undefined) return { id: 'data', tone: 'info', state: 'checks.data.locked', proven: null };
  if (asOf === null) return { id: 'data', tone: 'warning', state: 'checks.data.none', proven: null };
  const age = snapshotAge(asOf, now, state.settings);
  const tone = age === 'old' ? 'critical' : age === 'stale' ? 'warning' : 'quiet';
  return { id: 'data', tone, state: state.snapshot ? 'checks.data.patients' : 'checks.data.present', count: state.snapshot?.patients.length ?? 0, proven: asOf };
}

function people({ vault }: BoxState): Check {
  const count = vault?.people.filter((person) => person.hasPin).length ?? 0;
  return { id: 'people', tone: count === 0 ? 'warning' : 'quiet', state: count === 0 ? 'checks.people.none' : 'checks.people.some', count, proven: null };
}

function copies({ storage, saved }: BoxState): Check {
  const failed = storage && (storage.journal === 'failed' || storage.database === 'failed');
  if (failed) return { id: 'copies', tone: 'critical', state: 'checks.copies.one', proven: saved?.at ?? null };
  return { id: 'copies', tone: storage?.recovered ? 'warning' : 'quiet', state: storage?.recovered ? 'checks.copies.mended' : 'checks.copies.two', proven: saved?.at ?? null };
}

function printer({ settings }: BoxState): Check {
  if (settings.printer === null) return { id: 'printer', tone: 'warning', state: 'checks.printer.none', proven: null };
  return { id: 'printer', tone: 'quiet', state: 'checks.printer.chosen', name: settings.printer, proven: null };
}

function library({ library: content }: BoxState): Check {
  const count = content.checklists.length + content.forms.length;
  return { id: 'library', tone: count === 0 ? 'critical' : 'quiet', state: count === 0 ? 'checks.library.none' : 'checks.library.some', count, proven: null };
}

function key({ shell }: BoxState): Check {
  const safe = shell?.keyringSafe ?? false;
  return { id: 'key', tone: safe ? 'quiet' : 'warning', state: safe ? 'checks.key.safe' : 'checks.key.unsafe', name: shell?.keyring ?? '', proven: null };
}

function disk({ shell }: BoxState): Check {
  const bytes = shell?.freeBytes ?? 0;
  return { id: 'disk', tone: bytes < ENOUGH_BYTES ? 'warning' : 'quiet', state: 'checks.disk.free', count: Math.floor(bytes / 1_000_000_000), proven: null };
}
