import { toEpochMs } from '../basics/time';
import type { Provenance } from '../checklist/checklist';
import type { BackEntryOwner } from '../form/form';
import type { BackEntryItem, DataClass, Disposition } from './back-entry-item';
import { dataClassOf } from './data-class';

/** Which items of a series are entered; the others are left on the scanned paper. */
export type PolicyLimit = 'first-last-notable' | 'last' | 'last-and-notable' | 'active';

/** What one class of data gets for one length of outage. */
export interface PolicyCell {
  readonly do: Disposition;
  readonly limit?: PolicyLimit;
  /** The same in words, to go after "you enter": `last dose of each drug, all high-alert`. */
  readonly words: string;
}

/** One row: a class of data, who owns it, a cell per band. */
export interface PolicyRow {
  readonly dataClass: DataClass;
  readonly owner: BackEntryOwner;
  readonly title: string;
  readonly cells: Readonly<Record<string, PolicyCell>>;
  readonly provenance: Provenance;
}

/** A length of outage: up to so many minutes; the last band is open-ended. */
export interface PolicyBand {
  readonly id: string;
  readonly title: string;
  readonly upToMinutes?: number;
}

/** What is entered and what is scanned, as a site chooses it. */
export interface Policy {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly version: string;
  readonly status: 'draft' | 'active' | 'retired';
  readonly owner: string;
  readonly reviewDate: string;
  readonly provenance: Provenance;
  readonly bands: readonly PolicyBand[];
  readonly rows: readonly PolicyRow[];
}

/** The band an outage of this length falls into. */
export function bandOf(policy: Policy, outageMs: number): PolicyBand | undefined {
  return policy.bands.find((band) => band.upToMinutes === undefined || outageMs < band.upToMinutes * 60_000);
}

/** What the policy says about a class; undefined where it has no row. */
export function cellOf(policy: Policy, dataClass: DataClass, outageMs: number): PolicyCell | undefined {
  const band = bandOf(policy, outageMs);
  return band && policy.rows.find((row) => row.dataClass === dataClass)?.cells[band.id];
}

/**
 * Sets what becomes of each item. Where the policy has no row, or an item cannot be placed in a series, the form's own
 * word stands: in doubt a dose is entered, never dropped.
 */
export function applyPolicy(items: readonly BackEntryItem[], policy: Policy, outageMs: number): BackEntryItem[] {
  const kept = new Map<string, BackEntryItem[]>();
  for (const item of items) {
    const key = item.removed ? undefined : seriesKey(item);
    if (key !== undefined) kept.set(key, [...(kept.get(key) ?? []), item]);
  }
  return items.map((item) => {
    const cell = cellOf(policy, dataClassOf(item), outageMs);
    // Paper as a whole is scanned whatever is typed from it; an item its form leaves out stays out.
    if (!cell || item.removed || item.disposition === 'not-needed' || item.disposition === 'scan') return item;
    return { ...item, disposition: within(item, cell, kept.get(seriesKey(item) ?? '')) ? cell.do : 'scan' };
  });
}

function seriesKey(item: BackEntryItem): string | undefined {
  return item.series === undefined ? undefined : [item.ward ?? item.patient, dataClassOf(item), item.series].join('/');
}

function within(item: BackEntryItem, { limit }: PolicyCell, series: readonly BackEntryItem[] | undefined): boolean {
  if (limit === undefined) return true;
  if (limit === 'active') return item.active !== false;
  if (!series) return true;
  const sorted = series.toSorted((a, b) => toEpochMs(a.occurredAt) - toEpochMs(b.occurredAt));
  if (sorted.at(-1) === item) return true;
  if (limit === 'last') return false;
  return item.notable === true || (limit === 'first-last-notable' && sorted[0] === item);
}
