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
const BAR_HEIGHT = 10.4;
/** Height of the line for sex, ward and bed, asked on the first page only. */
const PLACE = 10.6;
const FIELDS = LABEL_AREA.height + 1;

/**
 * Empty identity: a place for the sticker, and beside it the same facts to print by hand. Later pages ask the least a
 * page that may come loose needs: name, birth date, number (forms.md COMMON-1). The serial's code is on each.
 */
export function drawBlankIdentity(ink: PageInk, frame: Frame, y: number, head: SheetHead, page: number): number {
  const { left, right } = frame;
  const place = page === 1 ? PLACE : 0;
  const height = FIELDS + place;
  ink.box(left, y, right - left, height, 'frame');
  ink.dashedBox(left + 1.5, y + (height - LABEL_AREA.height) / 2, LABEL_AREA.width, LABEL_AREA.height);
  drawLabel(ink, left + 4, y + (height - LABEL_AREA.height) / 2 + 2, LABEL_AREA.width - 6, WORDS.stickLabel);

  const x = left + LABEL_AREA.width + 5;
  const width = right - x - 2.5;
  drawLabel(ink, x, y + 0.6, width, WORDS.wholeName);
  drawHandLine(ink, 'name', x, y + 11, width);
  drawLabel(ink, x, y + 11.8, 46, WORDS.bornBoxes);
  drawDateBoxes(ink, 'birthDate', x, y + 16);
  drawLabel(ink, x + COLUMN, y + 11.8, width - COLUMN, WORDS.number);
  drawCharBoxes(ink, 'mrn', x + COLUMN, y + 16, 9);
  if (page === 1) drawPlace(ink, x, y + 22.9, width);
  const bars = fitBars(head.serial, width + 2);
  if (bars) ink.solidPath(bars.path(x + (width - bars.width) / 2, y + height - BAR_HEIGHT - 1.2, BAR_HEIGHT));
  return y + height;
}

function drawPlace(ink: PageInk, x: number, y: number, width: number): void {
  drawSex(ink, x, y);
  drawLabel(ink, x + COLUMN, y + 0.2, 18, WORDS.ward);
  drawHandLine(ink, 'ward', x + COLUMN, y + 10.2, 20);
  drawLabel(ink, x + COLUMN + 24, y + 0.2, 18, WORDS.bed);
  drawHandLine(ink, 'bed', x + COLUMN + 24, y + 10.2, width - COLUMN - 24);
}

/** The choices of sex on one line below their label. */
export function drawSex(ink: PageInk, x: number, y: number): void {
  drawLabel(ink, x, y, 20, WORDS.sex);
  let at = x;
  for (const choice of WORDS.sexChoices) {
    const wide = textWidth(choice, 'label') / 0.97;
    drawTick(ink, 'sex', choice, at, y + 4.6);
    drawLabel(ink, at + TICK + 1, y + 4.8, wide + 0.5, choice);
    at += TICK + wide + 3.4;
  }
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
