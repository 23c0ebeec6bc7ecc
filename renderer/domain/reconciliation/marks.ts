import type { Instant } from '../basics/time';
import type { ItemKey } from './back-entry-item';
import type { ReconciliationEntries } from './entries';

/** Who did something when, and with which entry. */
export interface Signed {
  readonly entry: string;
  readonly by: string;
  readonly at: Instant;
}

/** One mark somebody set. Live while neither taken back nor overtaken by a change of its source. */
export interface ItemMark extends Signed {
  readonly as: ReconciliationEntries['item.marked']['as'];
  readonly ref?: string;
  readonly reason?: string;
  readonly undone?: Signed & { readonly reason: string };
  /** The form was amended or struck through after this mark: what the EHR holds is no longer what the ward says. */
  readonly overtaken?: Signed;
}

/** A verification by a second person. */
export interface ItemCheck extends Signed {
  readonly undone?: Signed & { readonly reason: string };
  readonly overtaken?: Signed;
}

/** Everything the ledger says about one item. */
export interface ItemMarks extends ItemKey {
  readonly book: string;
  readonly marks: readonly ItemMark[];
  readonly checks: readonly ItemCheck[];
  readonly claimedBy?: Signed;
  /** Corrections that name nothing we have: shown, not skipped. */
  readonly faults: readonly { readonly code: 'reopen-without-target'; readonly entry: string }[];
}

/** Marks of every item by `itemKeyText`. */
export interface MarksState {
  readonly items: Readonly<Record<string, ItemMarks>>;
}

/** Marks that count. More than one comes from two devices at once: perhaps entered twice in the EHR. */
export function liveMarks(marks: ItemMarks | undefined): readonly ItemMark[] {
  return (marks?.marks ?? []).filter((mark) => !mark.undone && !mark.overtaken);
}

/** The verification that counts. */
export function liveCheck(marks: ItemMarks | undefined): ItemCheck | undefined {
  return (marks?.checks ?? []).findLast((check) => !check.undone && !check.overtaken);
}
