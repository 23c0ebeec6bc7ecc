import type { Block } from '../layout/block';
import type { PaperContext } from '../page/context';
import { frameOf } from '../page/frame';
import type { Paper } from '../page/paper';
import { type SheetPages, sheetPages } from '../sheet-pages';

/** A sheet about no single patient: cover, ward list, checklist, runbook. */
export interface PlainSheet {
  readonly title: string;
  /** What the sheet code says in place of a form id. */
  readonly code: string;
  readonly version: string;
  readonly serial: string;
  readonly draft: boolean;
  readonly landscape?: boolean;
  /** Whether anything on it came from the EHR: only then the age of the data is said. */
  readonly fromEhr?: boolean;
  readonly blocks: (width: number) => readonly Block[];
}

/** Plans and draws a plain sheet. */
export function plainSheetPages(
  { title, code, version, serial, draft, landscape = false, fromEhr = false, blocks }: PlainSheet,
  paper: Paper,
  context: PaperContext,
): SheetPages {
  const frame = frameOf(paper, landscape);
  const head = { title, form: code, version, serial, draft, blank: false, plain: true };
  const { snapshotAsOf: _, ...dateless } = context;
  return sheetPages(head, { blocks: blocks(frame.right - frame.left), landscape }, paper, fromEhr ? context : dateless);
}
