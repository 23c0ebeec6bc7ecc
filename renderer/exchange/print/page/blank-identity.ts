import { WORDS } from '../words';
import { CHAR_HEIGHT, drawCharBoxes, drawDateBoxes, drawTick, TICK } from '../form/hand-marks';
import type { Frame } from './frame';
import type { PageInk } from './ink';

/** Size of the label area: the patient labels in use are up to 70 x 37 mm. */
export const LABEL_AREA = { width: 70, height: 37 };
const HEIGHT = 42.6;
const RIGHT = 51;
const SEX_AT = [0, 18.6, 32.6];

/** Empty identity: a place for the sticker, and the same facts to print by hand beside it. */
export function drawBlankIdentity(ink: PageInk, frame: Frame, y: number): number {
  const { left, right } = frame;
  const bottom = y + HEIGHT;
  ink.box(left, y, right - left, bottom - y, 'frame');
  ink.dashedBox(left + 2, y + (HEIGHT - LABEL_AREA.height) / 2, LABEL_AREA.width, LABEL_AREA.height);
  drawLabel(ink, left + 4, y + 4, LABEL_AREA.width - 6, WORDS.stickLabel);

  const x = left + LABEL_AREA.width + 5;
  const width = right - x - 2.5;
  const half = width / 2;
  drawLabel(ink, x, y + 0.6, width, WORDS.familyName);
  drawHandLine(ink, 'family', x, y + 10, width);
  drawLabel(ink, x, y + 10.4, width, WORDS.givenNames);
  drawHandLine(ink, 'given', x, y + 19.8, width);
  drawLabel(ink, x, y + 20.2, half, WORDS.bornBoxes);
  drawDateBoxes(ink, 'birthDate', x, y + 24.3);
  drawLabel(ink, x + RIGHT, y + 20.2, width - RIGHT, WORDS.sex);
  WORDS.sexChoices.forEach((choice, index) => {
    const at = x + RIGHT + (SEX_AT[index] ?? 0);
    drawTick(ink, 'sex', choice, at, y + 25.4);
    drawLabel(ink, at + TICK + 1, y + 25.5, 14, choice);
  });
  drawLabel(ink, x, y + 31, half, WORDS.number);
  drawCharBoxes(ink, 'mrn', x, y + 35.1, 9);
  drawLabel(ink, x + RIGHT, y + 31, 20, WORDS.ward);
  drawHandLine(ink, 'ward', x + RIGHT, y + 35.1 + CHAR_HEIGHT, 20);
  drawLabel(ink, x + RIGHT + 24, y + 31, width - RIGHT - 24, WORDS.bed);
  drawHandLine(ink, 'bed', x + RIGHT + 24, y + 35.1 + CHAR_HEIGHT, width - RIGHT - 24);
  return bottom;
}

/** Small words above a place to write. */
export function drawLabel(ink: PageInk, x: number, y: number, width: number, text: string): void {
  ink.text({ x, y, width, lines: [[{ text, style: 'label' }]], style: 'label', fit: text });
}

/** A line to write on. */
export function drawHandLine(ink: PageInk, linkId: string, x: number, y: number, width: number): void {
  ink.line(x, y, x + width, y);
  ink.mark({ linkId, kind: 'line', x, y: y - 8, width, height: 8 });
}
