import { fitBars } from '../codes/fit-bars';
import { CHAR_HEIGHT, drawCharBoxes, drawDateBoxes, drawTick, TICK } from '../form/hand-marks';
import { textWidth } from '../type/measure';
import { WORDS } from '../words';
import type { Frame } from './frame';
import type { PageInk } from './ink';
import type { SheetHead } from './sheet-head';

/** Size of the label area: the patient labels in use are up to 70 x 37 mm. */
export const LABEL_AREA = { width: 70, height: 37 };

/** Where the second column of the fields begins. */
const COLUMN = 51;
const BAR_HEIGHT = 10;
/** The first page asks sex, ward and bed as well; later ones are as high as the sticker. */
const FIRST_HEIGHT = 42;
const LATER_HEIGHT = LABEL_AREA.height + 1;

/**
 * Empty identity: a place for the sticker, and beside it the same facts to print by hand. Later pages ask the least a
 * page that may come loose needs: name, birth date, number (forms.md COMMON-1). The serial's code is on each.
 */
export function drawBlankIdentity(ink: PageInk, frame: Frame, y: number, head: SheetHead, page: number): number {
  const { left, right } = frame;
  const height = page === 1 ? FIRST_HEIGHT : LATER_HEIGHT;
  ink.box(left, y, right - left, height, 'frame');
  ink.dashedBox(left + 1.5, y + (height - LABEL_AREA.height) / 2, LABEL_AREA.width, LABEL_AREA.height);
  drawLabel(ink, left + 4, y + (height - LABEL_AREA.height) / 2 + 2, LABEL_AREA.width - 6, WORDS.stickLabel);

  const x = left + LABEL_AREA.width + 5;
  const width = right - x - 2.5;
  drawLabel(ink, x, y + 0.6, width, WORDS.wholeName);
  drawHandLine(ink, 'name', x, y + 10.8, width);
  drawLabel(ink, x, y + 11.2, 46, WORDS.bornBoxes);
  drawDateBoxes(ink, 'birthDate', x, y + 15.2);
  drawLabel(ink, x + COLUMN, y + 11.2, width - COLUMN, WORDS.number);
  drawCharBoxes(ink, 'mrn', x + COLUMN, y + 15.2, 9);
  if (page === 1) drawPlace(ink, x, y + 21.9, width);
  const bars = fitBars(head.serial, width + 2);
  if (bars) ink.solidPath(bars.path(x + (width - bars.width) / 2, y + height - BAR_HEIGHT - 1, BAR_HEIGHT));
  return y + height;
}

/** Sex, ward and bed on one line, their labels beside them. */
function drawPlace(ink: PageInk, x: number, y: number, width: number): void {
  const line = y + 7.2;
  const label = line - 4.4;
  const end = drawSexChoices(ink, drawInline(ink, x, label, WORDS.sex), line - TICK - 0.4);
  const ward = drawInline(ink, end, label, WORDS.ward);
  const bedWidth = textWidth(WORDS.bed, 'label') / 0.97 + 1.5;
  const write = (x + width - ward - 2 - bedWidth) / 2;
  drawHandLine(ink, 'ward', ward, line, write);
  drawHandLine(ink, 'bed', drawInline(ink, ward + write + 2, label, WORDS.bed), line, write);
}

/** A label on the line that is written on. Returns where it ends. */
function drawInline(ink: PageInk, x: number, y: number, text: string): number {
  const wide = textWidth(text, 'label') / 0.97 + 1.5;
  drawLabel(ink, x, y, wide, text);
  return x + wide;
}

/** The choices of sex on one line below their label. */
export function drawSex(ink: PageInk, x: number, y: number): void {
  drawLabel(ink, x, y, 20, WORDS.sex);
  drawSexChoices(ink, x, y + 4.6);
}

function drawSexChoices(ink: PageInk, x: number, y: number): number {
  let at = x;
  for (const choice of WORDS.sexChoices) {
    const wide = textWidth(choice, 'label') / 0.97;
    drawTick(ink, 'sex', choice, at, y);
    drawLabel(ink, at + TICK + 1, y + 0.2, wide + 0.5, choice);
    at += TICK + wide + 3.4;
  }
  return at;
}

/** Small words above a place to write. */
export function drawLabel(ink: PageInk, x: number, y: number, width: number, text: string): void {
  ink.text({ x, y, width, lines: [[{ text, style: 'label' }]], style: 'label', fit: text });
}

/** A line to write on. */
export function drawHandLine(ink: PageInk, linkId: string, x: number, y: number, width: number): void {
  ink.line(x, y, x + width, y);
  ink.mark({ linkId, kind: 'line', x, y: y - CHAR_HEIGHT, width, height: CHAR_HEIGHT });
}
