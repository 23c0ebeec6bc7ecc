import { dataMatrix } from '../codes/data-matrix';
import { matrixPath } from '../codes/code-paths';
import { fitBars } from '../codes/fit-bars';
import type { PaperContext } from '../page/context';
import { PageInk } from '../page/ink';
import type { Paper } from '../page/paper';
import { textWidth } from '../type/measure';
import { lineHeight, type Style } from '../type/styles';
import { wrapText } from '../type/wrap';
import { WORDS } from '../words';
import { LABEL_STOCKS, labelsPerSheet, type LabelStock } from './label-stock';
import { labelText, type LabelKind, type LabelSubject, type LabelText } from './label-text';

/** A code lower than this is missed by a hand scanner too often to be worth its room. */
const LEAST_BARS = 4.5;

/** A label is read by a hand scanner held to it, not from a page scan: 10 mil is what scanners and label printers share. */
const LABEL_MODULE = 0.25;

/** Module of the square code: read at 150 dpi from a page as well. */
const MATRIX_MODULE = 0.42;

const PAD = 2.4;

/** Which labels to print, and where. */
export interface LabelRequest {
  readonly kind: LabelKind;
  readonly subjects: readonly LabelSubject[];
  readonly copies: number;
  /** First free label of a sheet in use, counted from 1. */
  readonly first?: number;
  /** How far this printer is off, mm. */
  readonly nudge?: { readonly x: number; readonly y: number };
  /** Hospital, for wristbands. */
  readonly site?: string;
}

/** Where each label of a request lies: page and place on it, counted from 1. */
export function labelPlaces(
  { subjects, copies, first = 1 }: LabelRequest,
  paper: Paper,
): readonly { readonly subject: LabelSubject; readonly page: number; readonly place: number }[] {
  const perPage = labelsPerSheet(paper);
  const skipped = Math.min(perPage - 1, Math.max(0, first - 1));
  return subjects
    .flatMap((subject) => Array.from({ length: copies }, () => subject))
    .map((subject, index) => ({
      subject,
      page: Math.floor((index + skipped) / perPage) + 1,
      place: ((index + skipped) % perPage) + 1,
    }));
}

/** Labels on a laser's label sheets: pages for `paperDocument`. Nothing else is on them, so no page has a serial. */
export function labelSheets(request: LabelRequest, paper: Paper, context: PaperContext): readonly string[] {
  const stock = LABEL_STOCKS[paper];
  const { nudge = { x: 0, y: 0 } } = request;
  const pages: PageInk[] = [];
  for (const { subject, page, place } of labelPlaces(request, paper)) {
    const ink = (pages[page - 1] ??= new PageInk());
    const x = stock.left + ((place - 1) % stock.columns) * stock.stepX + nudge.x;
    const y = stock.top + Math.floor((place - 1) / stock.columns) * stock.stepY + nudge.y;
    // Of which label something does not fit, without naming anybody.
    drawLabel(
      ink,
      labelText(request.kind, subject, { context, ...request }),
      { x, y, fit: `${WORDS.label} ${place}` },
      stock,
    );
  }
  const height = paper === 'A4' ? 296.9 : 279.3;
  return pages.map(
    (ink, index) =>
      `<section class="pg" data-sheet="LABELS" data-page="${index + 1}">${ink.html(paper === 'A4' ? 210 : 215.9, height)}</section>`,
  );
}

/** Name, birth date, number, then what the kind needs, then the code. Short labels leave out the place. */
function drawLabel(
  ink: PageInk,
  label: LabelText,
  { x, y, fit }: { readonly x: number; readonly y: number; readonly fit: string },
  stock: LabelStock,
): void {
  const tall = stock.height > 30;
  const full = stock.width - 2 * PAD;
  const matrix =
    label.kind === 'wristband' && /^[\x20-\x7e]{1,30}$/.test(label.code) ? dataMatrix(label.code) : undefined;
  const side = matrix ? matrix.size * MATRIX_MODULE + 1.6 : 0;
  if (matrix)
    ink.solidPath(matrixPath(matrix, x + stock.width - PAD - matrix.size * MATRIX_MODULE, y + 2.6, MATRIX_MODULE));
  const width = full - side;
  let top = y + 1.2;
  const put = (text: string, style: Style, most = 1): void => {
    const lines = wrapText(text, style, width);
    const shown = Math.min(most, lines.length);
    ink.text({ x: x + PAD, y: top, width, lines, style, fit, height: shown * lineHeight(style) });
    top += shown * lineHeight(style);
  };
  const [nameStyle, style] = nameAndTextStyle(label, tall, width);
  const long = wrapText(label.name, nameStyle, width).length > 1;
  put(label.name, nameStyle, 2);
  for (const [text, own] of wordsOf(label, tall, style, long)) put(text, own);
  if (label.kind === 'specimen') top = drawHandLine(ink, label.accession, x + PAD, top, full);
  // Made up at the bedside: what is in it, when and by whom is written by who made it, and checked before it is hung.
  for (const words of medicineLines(label.kind, tall)) top = drawBlanks(ink, words, x + PAD, top, full);
  // Round a wrist the bars may run below the square code only where the label is high enough.
  const barWidth = tall ? full : width;
  const room = y + stock.height - 1.4 - top;
  const bars = fitBars(label.code, barWidth, LABEL_MODULE);
  if (bars && room >= LEAST_BARS)
    ink.solidPath(bars.path(x + PAD + (barWidth - bars.width) / 2, top + 0.3, Math.min(11, room - 0.3)));
}

/** A long name on a low label: smaller letters, or no room is left for the code. */
function nameAndTextStyle(label: LabelText, tall: boolean, width: number): readonly [Style, Style] {
  if (tall) return ['value', 'bodyBold'];
  const fits = (style: Style): boolean => wrapText(label.name, style, width).length === 1;
  if (label.kind === 'patient' && fits('value')) return ['value', 'bodyBold'];
  const written = label.kind === 'specimen' || label.kind === 'medicine';
  return [!written || fits('bodyBold') ? 'bodyBold' : 'labelBold', 'labelBold'];
}

function wordsOf(label: LabelText, tall: boolean, style: Style, long: boolean): readonly (readonly [string, Style])[] {
  const { kind, born, number, place, allergy, site, printed } = label;
  if (kind === 'specimen')
    return tall
      ? [
          [born, style],
          [`${number}  ${place}`, style],
        ]
      : [[`${born}  ${number}`, style]];
  const more = kind === 'wristband' ? `${site}  ${allergy}` : `${place}  ${allergy}`;
  if (tall && kind === 'medicine')
    return [
      [born, style],
      [`${number}  ${allergy}`, 'label'],
    ];
  // Low and with a long name: the allergy is on the chart, what is in the syringe is nowhere else (forms.md F29 asks for it).
  if (kind === 'medicine') return [[`${born}  ${number}`, style], ...(long ? [] : [[allergy, 'label'] as const])];
  if (tall && kind === 'document')
    return [
      [born, style],
      [`${number}  ${place}`, style],
      [printed, 'label'],
      [allergy, 'label'],
    ];
  return tall
    ? [
        [born, style],
        [number, style],
        [more.trim(), 'label'],
      ]
    : [
        [born, style],
        [`${number}  ${allergy}`, style],
      ];
}

/** A tube is labelled at the bedside: when and by whom it was taken is written there, never printed before (forms.md F29). */
function drawHandLine(ink: PageInk, accession: string, x: number, top: number, width: number): number {
  const line = top + 4.4;
  const number = accession === '' ? 0 : textWidth(accession, 'labelBold') / 0.97 + 1;
  const end = x + width - number;
  const middle = x + (width - number) * 0.58;
  const put = (text: string, at: number, wide: number, style: Style = 'label'): void =>
    ink.text({ x: at, y: top + 0.6, width: wide, lines: wrapText(text, style, wide), style, fit: WORDS.label });
  put(WORDS.labelTaken, x, 11);
  ink.line(x + 9.5, line, middle - 1.5, line);
  put(WORDS.labelBy, middle, 6);
  ink.line(middle + 4.5, line, end - 1, line);
  if (number > 0) put(accession, end, number, 'labelBold');
  return top + 5;
}

/** The lines of a medicine label; a low one has room for what it is and who made it. */
function medicineLines(kind: LabelKind, tall: boolean): readonly (readonly string[])[] {
  if (kind !== 'medicine') return [];
  return tall ? [WORDS.labelDrug, WORDS.labelMade] : [WORDS.labelDrug];
}

/** Words with a line to write on after each, sharing the width. */
function drawBlanks(ink: PageInk, words: readonly string[], x: number, top: number, width: number): number {
  const each = width / words.length;
  words.forEach((word, at) => {
    const start = x + at * each;
    const wide = textWidth(word, 'label') / 0.97 + 0.8;
    ink.text({
      x: start,
      y: top + 0.2,
      width: wide,
      lines: wrapText(word, 'label', wide),
      style: 'label',
      fit: WORDS.label,
    });
    ink.line(start + wide, top + 3.8, start + each - 1, top + 3.8);
  });
  return top + 4.2;
}
