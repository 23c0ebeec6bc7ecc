import type { Instant } from '../basics/time';
import type { BackEntry, BackEntryOwner } from '../form/form';

/**
 * Order of entry (practice.md D4, runbooks-event RB-C6 block B): orders need a visit to sit on, doses need their
 * order. Lower first; forms carry one of these numbers in their back-entry extension.
 */
export const BACK_ENTRY_PRIORITY = {
  identity: 1,
  allergies: 2,
  'medication-orders': 3,
  doses: 4,
  results: 5,
  rest: 6,
} as const;

/** What the "what is entered, what is scanned" table speaks about (RB-C6). */
export const DATA_CLASSES = [
  'identity',
  'allergies',
  'code-status',
  'medication-orders',
  'doses',
  'infusion-totals',
  'orders',
  'laboratory',
  'imaging',
  'vital-signs',
  'intake-output',
  'lines',
  'notes',
  'consents',
  'downtime-note',
  'registry-tests',
  'outpatient-visits',
] as const;

/** One row of the policy table. */
export type DataClass = (typeof DATA_CLASSES)[number];

/** One fact to copy, as the person types it: short label, display text with its unit. */
export interface BackEntryValue {
  readonly label: string;
  readonly text: string;
}

/** What becomes of an item in the EHR. */
export type Disposition = BackEntry['disposition'];

/** Names one item: form serial (patient id for movements) and the item's id within it, stable for ever. */
export interface ItemKey {
  readonly serial: string;
  readonly item: string;
}

/**
 * One thing that must get back into the EHR (or be scanned, or be said not to need it). Built from a signed form, a
 * movement of a patient or a printed sheet; what was done with it lies in the ledger under the same serial and item.
 */
export interface BackEntryItem extends ItemKey {
  readonly owner: BackEntryOwner;
  readonly disposition: Disposition;
  /** One of BACK_ENTRY_PRIORITY; a form may use numbers in between. */
  readonly priority: number;
  /** Row of the policy table; left out: `dataClassOf` derives it from form, owner and priority. */
  readonly dataClass?: DataClass;
  /** One line, most telling first: `Dose · morphine 2.5 mg IV`. */
  readonly label: string;
  /** Opaque patient id; `-` for paper that was printed blank and came back unread, and for what is about a ward. */
  readonly patient: string;
  /** Set where it is about a ward and no patient. */
  readonly ward?: string;
  /** In the order the EHR asks for them. */
  readonly values: readonly BackEntryValue[];
  /** When it happened at the bedside. */
  readonly occurredAt: Instant;
  /** Library form id; `ADT` for movements. */
  readonly form: string;
  readonly formVersion?: string;
  /** Who signed or wrote it, as a printed name: a proxy entry must name the author (RB-C6 step 20). */
  readonly author?: string;
  /** Items of one drug or one chart: a policy may want only the first and last of a series. */
  readonly series?: string;
  /** Outside its limits, or a high-alert medicine: never left to scanning by a policy that takes only some. */
  readonly notable?: boolean;
  /** An order that still runs; false once completed or stopped. */
  readonly active?: boolean;
  /** Taken out of its form again: asked for only when it was entered in the EHR before, to be taken out there too. */
  readonly removed?: boolean;
  /** Items that must be settled first (a dose waits for its order). Keys not in the queue are ignored. */
  readonly waitsFor?: readonly ItemKey[];
}

/** One text for an item's key, for maps and lists. */
export function itemKeyText(key: ItemKey): string {
  return `${key.serial}/${key.item}`;
}
