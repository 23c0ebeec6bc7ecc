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

/** Where a patient is when the back-entry begins. */
export const PATIENT_STATES = ['present', 'off-unit', 'discharged', 'left', 'died', 'transferred'] as const;

/** One of them. */
export type PatientState = (typeof PATIENT_STATES)[number];

/**
 * A rule for some wards or some patients, before the table: "ED: only patients who are still there" [H-BAN2]. The first
 * that fits counts; what it leaves out fits all.
 */
export interface PolicyException {
  readonly title: string;
  readonly dataClasses: readonly DataClass[];
  readonly wards?: readonly string[];
  readonly states?: readonly PatientState[];
  /** Ids of bands. */
  readonly bands?: readonly string[];
  readonly do: Disposition;
  readonly limit?: PolicyLimit;
  /** After "for": `patients who left the ward: not typed, the receiving unit enters`. */
  readonly words: string;
  readonly provenance: Provenance;
}

/** What a policy may ask about an item besides its class. */
export interface ItemScene {
  readonly ward?: string;
  readonly state?: PatientState;
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
  readonly exceptions?: readonly PolicyException[];
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

/** The exception that takes an item out of the table, if one does. */
export function exceptionFor(
  policy: Policy,
  dataClass: DataClass,
  outageMs: number,
  { ward, state }: ItemScene,
): PolicyException | undefined {
  const band = bandOf(policy, outageMs)?.id;
  return policy.exceptions?.find(
    (one) =>
      one.dataClasses.includes(dataClass) &&
      (one.wards === undefined || (ward !== undefined && one.wards.includes(ward))) &&
      (one.states === undefined || (state !== undefined && one.states.includes(state))) &&
      (one.bands === undefined || (band !== undefined && one.bands.includes(band))),
  );
}

/**
 * Sets what becomes of each item. Where the policy has no row, or an item cannot be placed in a series, the form's own
 * word stands: in doubt a dose is entered, never dropped.
 */
export function applyPolicy(
  items: readonly BackEntryItem[],
  policy: Policy,
  outageMs: number,
  sceneOf: (item: BackEntryItem) => ItemScene = () => ({}),
): BackEntryItem[] {
  const series = seriesEnds(items);
  const cells = new Map<DataClass, PolicyCell | undefined>();
  const cellFor = (dataClass: DataClass): PolicyCell | undefined => {
    if (!cells.has(dataClass)) cells.set(dataClass, cellOf(policy, dataClass, outageMs));
    return cells.get(dataClass);
  };
  return items.map((item) => {
    const dataClass = dataClassOf(item);
    const cell =
      exceptionFor(policy, dataClass, outageMs, policy.exceptions ? sceneOf(item) : {}) ?? cellFor(dataClass);
    // Paper as a whole is scanned whatever is typed from it; an item its form leaves out stays out.
    if (!cell || item.removed || item.disposition === 'not-needed' || item.disposition === 'scan') return item;
    return { ...item, disposition: within(item, cell, series.get(seriesKey(item) ?? '')) ? cell.do : 'scan' };
  });
}

interface SeriesEnds {
  readonly first: BackEntryItem;
  readonly last: BackEntryItem;
}

/** First and last of each series; of two at one time the later one on the list is the last. */
function seriesEnds(items: readonly BackEntryItem[]): ReadonlyMap<string, SeriesEnds> {
  const ends = new Map<string, SeriesEnds & { readonly from: number; readonly to: number }>();
  for (const item of items) {
    const key = item.removed ? undefined : seriesKey(item);
    if (key === undefined) continue;
    const at = toEpochMs(item.occurredAt);
    const known = ends.get(key);
    if (!known) ends.set(key, { first: item, last: item, from: at, to: at });
    else if (at < known.from) ends.set(key, { ...known, first: item, from: at });
    else if (at >= known.to) ends.set(key, { ...known, last: item, to: at });
  }
  return ends;
}

function seriesKey(item: BackEntryItem): string | undefined {
  return item.series === undefined ? undefined : [item.ward ?? item.patient, dataClassOf(item), item.series].join('/');
}

function within(item: BackEntryItem, { limit }: Pick<PolicyCell, 'limit'>, series: SeriesEnds | undefined): boolean {
  if (limit === undefined) return true;
  if (limit === 'active') return item.active !== false;
  if (!series || series.last === item) return true;
  if (limit === 'last') return false;
  return item.notable === true || (limit === 'first-last-notable' && series.first === item);
}
