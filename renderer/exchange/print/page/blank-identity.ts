import { WORDS } from '../words';
import { CHAR_HEIGHT, drawCharBoxes, drawDateBoxes, drawTick, TICK } from '../form/hand-marks';
import type { Frame } from './frame';
import type { PageInk } from './ink';

/** Size of the label area: the patient labels in use are up to 70 x 37 mm. */
const LABEL = { width: 70, height: 37 };
const HEIGHT = 45;
const RIGHT = 51;
const SEX_AT = [0, 18, 31];

/** Empty identity: a place for the sticker, and the same facts to print by hand beside it. */
export function drawBlankIdentity(ink: PageInk, frame: Frame, y: number): number {
  const { left, right } = frame;
  const bottom = y + HEIGHT;
  ink.box(left, y, right - left, bottom - y, 'frame');
  ink.dashedBox(left + 2, y + (HEIGHT - LABEL.height) / 2, LABEL.width, LABEL.height);
  label(ink, left + 4, y + 5, LABEL.width - 6, WORDS.stickLabel);

  const x = left + LABEL.width + 5;
  const width = right - x - 2.5;
  const half = width / 2;
  label(ink, x, y + 0.8, width, WORDS.familyName);
  line(ink, 'family', x, y + 10.6, width);
  label(ink, x, y + 11.2, width, WORDS.givenNames);
  line(ink, 'given', x, y + 21, width);
  label(ink, x, y + 21.6, half, WORDS.bornBoxes);
  drawDateBoxes(ink, 'birthDate', x, y + 25.6);
  label(ink, x + RIGHT, y + 21.6, width - RIGHT, WORDS.sex);
  WORDS.sexChoices.forEach((choice, index) => {
    const at = x + RIGHT + (SEX_AT[index] ?? 0);
    drawTick(ink, 'sex', choice, at, y + 26.8);
    label(ink, at + TICK + 1.2, y + 26.9, 14, choice);
  });
  label(ink, x, y + 32.8, half, WORDS.number);
  drawCharBoxes(ink, 'mrn', x, y + 36.8, 9);
  label(ink, x + RIGHT, y + 32.8, 20, WORDS.ward);
  line(ink, 'ward', x + RIGHT, y + 36.8 + CHAR_HEIGHT, 20);
  label(ink, x + RIGHT + 24, y + 32.8, width - RIGHT - 24, WORDS.bed);
  line(ink, 'bed', x + RIGHT + 24, y + 36.8 + CHAR_HEIGHT, width - RIGHT - 24);
  return bottom;
}

function label(ink: PageInk, x: number, y: number, width: number, text: string): void {
  ink.text({ x, y, width, lines: [[{ text, style: 'label' }]], style: 'label', fit: text });
}

function line(ink: PageInk, linkId: string, x: number, y: number, width: number): void {
  ink.line(x, y, x + width, y);
  ink.mark({ linkId, kind: 'line', x, y: y - 8, width, height: 8 });
}
