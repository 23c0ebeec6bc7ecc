import { EVENT_WORDS } from '../print/event-words';
import { paragraph, sectionHeading } from '../print/form/headings';
import type { Block } from '../print/layout/block';
import { dataTable } from '../print/layout/data-table';
import type { PaperContext } from '../print/page/context';
import type { Paper } from '../print/page/paper';
import { handLines, PLAIN_RHYTHM } from '../print/sheets/plain-blocks';
import { plainSheetPages } from '../print/sheets/plain-sheet';
import type { SheetPages } from '../print/sheet-pages';
import { type AfterActionReport, afterActionTables, type ReportTable } from './after-action-tables';

/** How wide each column of a table is. */
const SHARES: Readonly<Record<ReportTable['name'], readonly number[]>> = {
  measures: [6, 4],
  requests: [3, 3, 1.6, 1.8, 2, 2.2],
  'late-steps': [5, 3, 2.6, 2.6, 1.8],
  forms: [8, 2],
  decisions: [2.4, 7, 2],
  issues: [2.4, 7, 2],
  safety: [2.4, 7, 2],
  timeline: [2.4, 7, 2],
};

/** Lines to write on: the review is held round a table. */
const IMPROVEMENTS = 6;

/** The after-action report on paper; names no patient, so that it may be handed round. */
export function afterActionSheet(
  input: AfterActionReport,
  { paper, context }: { readonly paper: Paper; readonly context: PaperContext },
): SheetPages {
  const blocks = (width: number): readonly Block[] => [
    paragraph(EVENT_WORDS.reportHelp, width, PLAIN_RHYTHM, 'note'),
    ...afterActionTables(input).flatMap(({ name, title, columns, rows }) => [
      sectionHeading(title, width, PLAIN_RHYTHM),
      dataTable(
        title,
        columns.map((head, index) => ({ head, share: SHARES[name][index] ?? 1 })),
        rows.map((cells) => cells.map((text) => ({ text, style: 'body' as const }))),
        width,
        5.4,
      ),
    ]),
    sectionHeading(EVENT_WORDS.improve, width, PLAIN_RHYTHM),
    ...Array.from({ length: IMPROVEMENTS }, (_, index) => handLines([[`${index + 1}`, '']], width)),
  ];
  return plainSheetPages(
    {
      title: EVENT_WORDS.reportTitle,
      code: 'AFTER-ACTION',
      version: '1',
      serial: context.workstation,
      draft: false,
      blocks,
    },
    paper,
    context,
  );
}
