import type { FormTree, Slot } from '../../../domain/form/form-tree';
import type { Rhythm } from './rhythm';

/**
 * `blank`: everything is asked, nothing answered. `prefill`: answers known so far are printed, the rest is left to write.
 * `record`: a signed form; what was not answered is said in words.
 */
export type SheetMode = 'blank' | 'prefill' | 'record';

/** What every part of a form's paper needs to know. */
export interface FormPaper {
  readonly tree: FormTree;
  readonly mode: SheetMode;
  readonly rhythm: Rhythm;
  readonly width: number;
  /** Whether a place is on; on a blank form everything is, with its condition said. */
  readonly isShown: (slot: Slot) => boolean;
  /** Empty rows of tables on this sheet, in place of the form's own number. */
  readonly rows?: number;
}

/** Whether a place is printed at all. */
export function isPrinted(slot: Slot, paper: FormPaper): boolean {
  const { item } = slot;
  if (item.hidden || item.paper.leaveOut === 'always') return false;
  if (paper.mode === 'record') return paper.isShown(slot);
  // Asked on screen only: on paper it is printed when it has an answer, and no room is kept to write one.
  if (item.paper.leaveOut === 'blank' && slot.answers.length === 0) return false;
  return paper.mode === 'blank' || paper.isShown(slot);
}
