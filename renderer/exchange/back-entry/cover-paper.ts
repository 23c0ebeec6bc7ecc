import type { Patient } from '../../domain/patient/patient';
import type { CountedSheet } from '../../domain/reconciliation/missing-pages';
import { COVER_CODE } from '../../domain/reconciliation/pages';
import { paragraph, sectionHeading } from '../print/form/headings';
import type { PaperContext } from '../print/page/context';
import { frameOf } from '../print/page/frame';
import type { Paper } from '../print/page/paper';
import { handLines, PLAIN_RHYTHM } from '../print/sheets/plain-blocks';
import { sheetPages, type SheetPages } from '../print/sheet-pages';

/** The cover of one sheet for scanning: patient and serial in the codes, what follows, and that it is no record. */
export function scanCover(input: {
  readonly sheet: CountedSheet;
  readonly title: string;
  readonly patient?: Patient;
  readonly site: string;
  readonly paper: Paper;
  readonly context: PaperContext;
}): SheetPages {
  const { sheet, title, patient, site, paper, context } = input;
  const { left, right } = frameOf(paper, false);
  const width = right - left;
  const head = {
    title: `Cover: ${title}`,
    form: COVER_CODE,
    version: '1',
    serial: sheet.serial,
    draft: false,
    blank: false,
    ...(patient ? { patient } : { plain: true as const }),
  };
  const visit = patient?.visitNumber ?? '';
  const blocks = [
    sectionHeading('Document', width, PLAIN_RHYTHM),
    handLines(
      [
        ['Type', `${sheet.form} ${title}`],
        ['Pages behind this cover', String(sheet.pages)],
      ],
      width,
    ),
    handLines(
      [
        ['Facility', site],
        ['Visit', visit],
      ],
      width,
    ),
    handLines(
      [
        ['Pages counted by', ''],
        ['Received by', ''],
      ],
      width,
    ),
    paragraph('Replace when scanned. This cover is no part of the record.', width, PLAIN_RHYTHM, 'bodyBold'),
  ];
  return sheetPages(head, { blocks, landscape: false }, paper, context);
}
