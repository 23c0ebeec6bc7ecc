import type { PrintedSheet } from '../domain/workstation/entries';
import type { FormSheet } from '../exchange/print/form-sheet';
import type { LabelKind } from '../exchange/print/labels/label-text';
import type { PlacedLabel } from '../exchange/print/labels/paper-labels';
import type { Paper } from './ports';

/** What to print. */
export type PrintRequest =
  | {
      readonly kind: 'blank';
      readonly forms: readonly string[];
      readonly copies: number;
      /** Of forms about the ward; as many as of the others when left out. */
      readonly wardCopies?: number;
      /** Of single forms, in place of both: par levels of a pack. */
      readonly copiesOf?: Readonly<Record<string, number>>;
      /** First a sheet that lists what must be in the hand. */
      readonly cover?: boolean;
      readonly rows?: number;
      readonly paper: Paper;
    }
  | {
      readonly kind: 'patients';
      readonly forms: readonly string[];
      readonly patients: 'all' | readonly string[];
      /** First a sheet that lists what must be in the hand. */
      readonly cover?: boolean;
      readonly paper: Paper;
    }
  /** A role card or a runbook with tick boxes; needs no sign-in. */
  | { readonly kind: 'checklist' | 'runbook'; readonly id: string; readonly paper: Paper }
  /** For the notice board, or for the review afterwards; `id`: the event. */
  | { readonly kind: 'bulletin' | 'after-action'; readonly id: string; readonly paper: Paper }
  /** The recovery code, to be sealed in an envelope. */
  | { readonly kind: 'recovery-code'; readonly code: string; readonly paper: Paper }
  /** One-time codes, one page and one envelope each. */
  | { readonly kind: 'break-glass-codes'; readonly codes: readonly string[]; readonly paper: Paper }
  /** Everybody on the board, one line each. */
  | { readonly kind: 'ward-list'; readonly paper: Paper }
  /** Labels on sheets for a laser, or as ZPL for a label printer (then `first` and `paper` say nothing). */
  | {
      readonly kind: 'labels';
      readonly label: LabelKind;
      readonly patients: 'all' | readonly string[];
      /** Of each label. */
      readonly copies: number;
      /** First free label of a sheet in use, counted from 1. */
      readonly first?: number;
      readonly paper: Paper;
    }
  /** A signed form, or answers as they are (`response`), on their own serial. */
  | { readonly kind: 'sheet'; readonly sheet: FormSheet; readonly paper: Paper; readonly reason?: string };

/** One sheet of a plan. */
export interface PlannedSheet extends PrintedSheet {
  readonly title: string;
}

/** Pages ready to print; nothing is recorded before it is. */
export interface PrintPlan {
  readonly request: PrintRequest;
  readonly sheets: readonly PlannedSheet[];
  readonly pages: number;
  /** What lies where on label sheets. */
  readonly labels?: readonly PlacedLabel[];
  readonly paper: Paper;
  /** What does not fit on this paper, by field; such a plan is refused. */
  readonly overflow: readonly { readonly sheet: string; readonly page: number; readonly field: string }[];
  /** About ten patients each. */
  readonly documents: readonly string[];
  /** Of each document: how many of the sheets, in their order, and how many pages. One document of everything where left out. */
  readonly batches?: readonly { readonly sheets: number; readonly pages: number }[];
  /** The pages one by one, for a preview. */
  readonly pageHtml: readonly string[];
  /** Set on pages that are printed once more, because they did not come out. */
  readonly reprintReason?: string;
}
