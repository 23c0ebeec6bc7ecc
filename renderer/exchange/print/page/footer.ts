import { dataMatrix, DATA_MATRIX_QUIET } from '../codes/data-matrix';
import { fitBars, wishedWidth } from '../codes/fit-bars';
import { matrixPath } from '../codes/code-paths';
import { sheetCodeText } from '../codes/sheet-code';
import { clinicalInstant, ageOfData, timeSeenFrom } from '../type/dates';
import { textWidth } from '../type/measure';
import { type Line, lineHeight, type Run } from '../type/styles';
import { wrapRuns, wrapText } from '../type/wrap';
import { WORDS } from '../words';
import { AUTHOR_HEIGHT, drawAuthorStrip } from './author-strip';
import type { PaperContext } from './context';
import type { Frame } from './frame';
import type { PageInk } from './ink';
import type { SheetHead } from './sheet-head';

/** Height of the foot of a page, from its rule to the lowest ink. */
export const FOOTER_HEIGHT = 16.4;

/** Where the foot begins: at its rule, or at the author's strip that stands on it. */
export function footerTop(frame: Frame, head: SheetHead): number {
  return frame.bottom - FOOTER_HEIGHT - (head.byHand ? AUTHOR_HEIGHT : 0);
}

/** The corner mark ends 10.5 mm from the right edge; the code keeps 5 mm and its quiet zone from it. */
const MARK_CLEAR = 4;
const CODE_EDGE = 14.6;
const MIN_MODULE = 0.5;
/** The serial as a linear code: its width at the most, and its height. */
const SERIAL_CODE = 84;
const SERIAL_CODE_HEIGHT = 10.4;
const PAD = 1;

/** Left edges of title, name, date, time and the right edge, for each line of the back-entry box. */
const AFTER_UPRIGHT = [
  [0, 20.5, 51, 66, 79],
  [0, 20.5, 51, 66, 79],
] as const;
const AFTER_WIDE = [
  [0, 22, 58, 76, 91],
  [91, 91, 127, 145, 160],
] as const;

/** Identity of the paper itself, the box for back-entry, and the sheet code. */
export function drawFooter(
  ink: PageInk,
  frame: Frame,
  head: SheetHead,
  context: PaperContext,
  page: number,
  of: number,
): void {
  const { left, right } = frame;
  const top = frame.bottom - FOOTER_HEIGHT;
  if (head.byHand) drawAuthorStrip(ink, frame, top);
  else ink.line(left, top, right, top);
  const code = dataMatrix(sheetCodeText({ form: head.form, version: head.version, serial: head.serial, page }));
  const module = Math.max(MIN_MODULE, Math.min(0.65, CODE_EDGE / code.size));
  const codeLeft = right - MARK_CLEAR - code.size * module;
  ink.solidPath(matrixPath(code, codeLeft, top + (FOOTER_HEIGHT - code.size * module) / 2 + 0.6, module));

  const columns = frame.landscape ? AFTER_WIDE : AFTER_UPRIGHT;
  // A log of the ward is not entered into the EHR: in place of that box it has the code other pages have in their head.
  const bars =
    head.plain && head.byHand ? fitBars(head.serial, Math.min(SERIAL_CODE, wishedWidth(head.serial))) : undefined;
  const afterWidth = head.plain ? (bars?.width ?? 0) : columns[1][4];
  const afterLeft = codeLeft - DATA_MATRIX_QUIET * module - 2.2 - afterWidth;
  if (bars) ink.solidPath(bars.path(afterLeft, top + 3.6, SERIAL_CODE_HEIGHT));
  if (!head.plain)
    drawAfterDowntime(ink, columns, afterLeft, top + (frame.landscape ? 2 : 1.2), frame.landscape ? 9 : 7.2);
  const room = afterLeft - left - 3;
  const more = page < of ? `  ${WORDS.continuedOn(page + 1)}` : '';
  const placeOf = (longest: number): readonly Run[] => [
    {
      text: `${shown(head.form, longest)} v${shown(head.version, longest)}  ${WORDS.page(page, of)}`,
      style: 'footerBold',
    },
    { text: more, style: 'footer' },
  ];
  const longest = ID_LENGTHS.find((length) => widthOf(placeOf(length)) <= room * 0.98) ?? 4;
  ink.text({
    x: left,
    y: top + PAD,
    width: room,
    lines: wrapRuns(placeOf(longest), room),
    style: 'footerBold',
    fit: 'Form and page',
  });
  const most = Math.floor((FOOTER_HEIGHT - PAD - lineHeight('footerBold')) / lineHeight('footer') + 0.01);
  ink.text({
    x: left,
    y: top + PAD + lineHeight('footerBold'),
    width: room,
    lines: provenance(head.blank ? undefined : dataAge(context), context, room, most),
    style: 'footer',
    fit: 'Printed by',
  });
}

/** Ids of imported forms may be whole addresses; here they are cut until the line holds the page number: the serial finds the sheet. */
const ID_LENGTHS = [40, 28, 20, 16, 12, 9, 6];

function widthOf(runs: readonly Run[]): number {
  return runs.reduce((sum, { text, style }) => sum + textWidth(text, style), 0);
}

function shown(id: string, longest: number): string {
  return id.length <= longest ? id : `${id.slice(0, longest - 1)}…`;
}

/** How old the data is, when, where and by whom it was printed, the ledger. The printer's name is what gives way. */
function provenance(data: string | undefined, context: PaperContext, room: number, most: number): readonly Line[] {
  const { printedAt, printedBy, workstation, headCode } = context;
  const names =
    printedBy === undefined ? [undefined] : [printedBy, shown(printedBy, 24), shown(printedBy, 12), undefined];
  const ways = names.flatMap((by) => {
    const parts = [
      data ?? '',
      WORDS.printed(clinicalInstant(printedAt), workstation, by),
      headCode ? WORDS.ledger(headCode) : '',
    ].filter((part) => part !== '');
    const apart = parts.flatMap((part) => wrapText(part, 'footer', room));
    const joined = wrapText(parts.join(' · '), 'footer', room);
    return [joined.length < apart.length ? joined : apart];
  });
  return ways.find((lines) => lines.length <= most) ?? ways.at(-1) ?? [];
}

function dataAge({ snapshotAsOf, printedAt }: PaperContext): string {
  return snapshotAsOf
    ? WORDS.dataAsAt(timeSeenFrom(snapshotAsOf, printedAt), ageOfData(snapshotAsOf, printedAt))
    : WORDS.noSnapshot;
}

/** Two lines to sign: who entered it into the EHR, who checked that. */
function drawAfterDowntime(
  ink: PageInk,
  lines: typeof AFTER_UPRIGHT | typeof AFTER_WIDE,
  x: number,
  y: number,
  lineHigh: number,
): void {
  const stacked = lines[1][0] === 0;
  const height = stacked ? 2 * lineHigh : lineHigh;
  const width = Math.max(lines[0][4], lines[1][4]);
  ink.box(x, y, width, height, 'frame');
  const title = wrapText(WORDS.afterDowntime, 'footerHead', 18);
  ink.text({
    x: x + 1.5,
    y: y + (height - title.length * lineHeight('footerHead')) / 2,
    width: 18,
    lines: title,
    style: 'footerHead',
    fit: WORDS.afterDowntime,
  });
  if (stacked) ink.line(x + lines[1][1], y + lineHigh, x + width, y + lineHigh);
  [WORDS.enteredBy, WORDS.checkedBy].forEach((who, row) => {
    const edges = lines[row === 0 ? 0 : 1];
    const cellY = y + (stacked ? row * lineHigh : 0);
    [who, WORDS.date, WORDS.time].forEach((text, column) => {
      const from = edges[column + 1] ?? 0;
      const cellWidth = (edges[column + 2] ?? 0) - from;
      ink.line(x + from, cellY, x + from, cellY + lineHigh);
      ink.text({
        x: x + from + 1,
        y: cellY + 0.2,
        width: cellWidth - 1.2,
        lines: [[{ text, style: 'legend' }]],
        style: 'legend',
        fit: text,
      });
      ink.mark({
        linkId: 'after-downtime',
        kind: 'cell',
        option: `${row}.${column}`,
        x: x + from,
        y: cellY,
        width: cellWidth,
        height: lineHigh,
      });
    });
  });
}
