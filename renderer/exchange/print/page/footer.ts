import { dataMatrix, DATA_MATRIX_QUIET } from '../codes/data-matrix';
import { matrixPath } from '../codes/code-paths';
import { sheetCodeText } from '../codes/sheet-code';
import { clinicalInstant, ageOfData, timeSeenFrom } from '../type/dates';
import { type Line, lineHeight } from '../type/styles';
import { wrapText } from '../type/wrap';
import { WORDS } from '../words';
import type { PaperContext } from './context';
import type { Frame } from './frame';
import type { PageInk } from './ink';
import type { SheetHead } from './sheet-head';

/** Height of the foot of a page, from its rule to the lowest ink. */
export const FOOTER_HEIGHT = 20;

/** The corner mark ends 10.5 mm from the right edge; the code keeps 5 mm and its quiet zone from it. */
const MARK_CLEAR = 4;
const CODE_EDGE = 14.6;
const MIN_MODULE = 0.5;
const AFTER_WIDTH = 84;

/** Identity of the paper itself, the box for back-entry, and the sheet code. */
export function drawFooter(ink: PageInk, frame: Frame, head: SheetHead, context: PaperContext, page: number, of: number): void {
  const { left, right } = frame;
  const top = frame.bottom - FOOTER_HEIGHT;
  ink.line(left, top, right, top);
  const code = dataMatrix(sheetCodeText({ form: head.form, version: head.version, serial: head.serial, page }));
  const module = Math.max(MIN_MODULE, Math.min(0.65, CODE_EDGE / code.size));
  const codeLeft = right - MARK_CLEAR - code.size * module;
  ink.solidPath(matrixPath(code, codeLeft, top + 2.4, module));

  const afterRight = codeLeft - DATA_MATRIX_QUIET * module - 2.2;
  if (!head.plain) drawAfterDowntime(ink, afterRight - AFTER_WIDTH, top + 2);
  const room = afterRight - AFTER_WIDTH - left - 3;
  const lines: Line[] = [
    ...wrapText(`${head.form} v${head.version}   ${WORDS.page(page, of)}`, 'footerBold', room),
    ...provenance(context).flatMap((text) => wrapText(text, 'footer', room)),
  ];
  ink.text({ x: left, y: top + 1.6, width: room, lines: lines.slice(0, 1), style: 'footerBold', fit: 'Form and page' });
  ink.text({ x: left, y: top + 1.6 + lineHeight('footerBold'), width: room, lines: lines.slice(1), style: 'footer', fit: 'Printed by' });
}

function provenance(context: PaperContext): readonly string[] {
  const { printedAt, printedBy, workstation, snapshotAsOf, headCode } = context;
  return [
    WORDS.printed(clinicalInstant(printedAt), workstation, printedBy),
    snapshotAsOf ? WORDS.dataAsAt(timeSeenFrom(snapshotAsOf, printedAt), ageOfData(snapshotAsOf, printedAt)) : WORDS.noSnapshot,
    ...(headCode ? [WORDS.ledger(headCode)] : []),
  ];
}

/** Two rows to sign: who entered it into the EHR, who checked that. */
function drawAfterDowntime(ink: PageInk, x: number, y: number): void {
  const height = 16.4;
  const columns = [0, 22, 54, 70, AFTER_WIDTH] as const;
  ink.box(x, y, AFTER_WIDTH, height, 'frame');
  const title = wrapText(WORDS.afterDowntime, 'footerHead', 20);
  ink.text({ x: x + 1.5, y: y + (height - title.length * lineHeight('footerHead')) / 2, width: 20, lines: title, style: 'footerHead', fit: WORDS.afterDowntime });
  for (const column of columns.slice(1, -1)) ink.line(x + column, y, x + column, y + height);
  ink.line(x + columns[1], y + height / 2, x + AFTER_WIDTH, y + height / 2);
  [WORDS.enteredBy, WORDS.checkedBy].forEach((who, row) => {
    [who, WORDS.date, WORDS.time].forEach((text, column) => {
      const cellX = x + columns[column + 1]!;
      const cellY = y + (row * height) / 2;
      const width = columns[column + 2]! - columns[column + 1]!;
      ink.text({ x: cellX + 1, y: cellY + 0.2, width: width - 1.5, lines: [[{ text, style: 'legend' }]], style: 'legend', fit: text });
      ink.mark({ linkId: 'after-downtime', kind: 'cell', option: `${row}.${column}`, x: cellX, y: cellY, width, height: height / 2 });
    });
  });
}
