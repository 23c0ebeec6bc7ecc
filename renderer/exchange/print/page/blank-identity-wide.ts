import { fitBars, wishedWidth } from '../codes/fit-bars';
import { CHAR_HEIGHT, drawCharBoxes, drawDateBoxes } from '../form/hand-marks';
import { WORDS } from '../words';
import { drawAllergies } from './allergy-box';
import { drawHandLine, drawLabel, drawSex, LABEL_AREA } from './blank-identity';
import type { PaperContext } from './context';
import type { Frame } from './frame';
import type { PageInk } from './ink';
import type { SheetHead } from './sheet-head';

const HEIGHT = LABEL_AREA.height + 3;
const FIELDS = 27;

/**
 * Empty identity of a wide page: all of it, the serial's code and the allergy box lie beside the sticker, because a wide
 * page has no height to spare for its rows.
 */
export function drawBlankIdentityWide(
  ink: PageInk,
  frame: Frame,
  y: number,
  head: SheetHead,
  context: PaperContext,
): number {
  const { left, right } = frame;
  const bottom = y + HEIGHT;
  ink.dashedBox(left + 1.5, y + 1.5, LABEL_AREA.width, LABEL_AREA.height);
  drawLabel(ink, left + 4, y + 3.5, LABEL_AREA.width - 6, WORDS.stickLabel);

  const x = left + LABEL_AREA.width + 5;
  const codeWidth = Math.min(90, wishedWidth(head.serial));
  const bars = fitBars(head.serial, codeWidth);
  const end = right - codeWidth - (bars ? 2 : 0);
  const half = (end - x - 4) / 2;
  drawLabel(ink, x, y + 0.8, half, WORDS.familyName);
  drawHandLine(ink, 'family', x, y + 11, half);
  drawLabel(ink, x + half + 4, y + 0.8, half, WORDS.givenNames);
  drawHandLine(ink, 'given', x + half + 4, y + 11, half);

  drawLabel(ink, x, y + 12.6, 46, WORDS.bornBoxes);
  drawDateBoxes(ink, 'birthDate', x, y + 17);
  drawSex(ink, x + 50, y + 12.6);
  const number = x + 101;
  drawLabel(ink, number, y + 12.6, 46, WORDS.number);
  drawCharBoxes(ink, 'mrn', number, y + 17, 9);
  drawLabel(ink, number + 49, y + 12.6, 18, WORDS.ward);
  drawHandLine(ink, 'ward', number + 49, y + 17 + CHAR_HEIGHT, 18);
  drawLabel(ink, number + 70, y + 12.6, 18, WORDS.bed);
  drawHandLine(ink, 'bed', number + 70, y + 17 + CHAR_HEIGHT, Math.max(12, right - number - 72));
  if (bars) ink.solidPath(bars.path(right - codeWidth, y + 1.4, 10.4));

  drawAllergies(ink, { ...frame, left: x }, y + FIELDS + 2.6, undefined, context);
  return bottom;
}
