import { code128 } from '../codes/code-128';
import { barPath } from '../codes/code-paths';
import { drawCharBoxes, drawDateBoxes } from '../form/hand-marks';
import { WORDS } from '../words';
import { drawHandLine, drawLabel, LABEL_AREA } from './blank-identity';
import type { Frame } from './frame';
import type { PageInk } from './ink';
import type { SheetHead } from './sheet-head';
import { BAR_MODULE } from './title-row';

const HEIGHT = LABEL_AREA.height + 3;

/**
 * Empty identity of the second and later pages: the sticker again, or name, birth date and number, the least a page
 * that may come loose needs (forms.md COMMON-1), and the serial's code beside it instead of above it.
 */
export function drawBlankIdentityNext(ink: PageInk, frame: Frame, y: number, head: SheetHead): number {
  const { left, right } = frame;
  ink.box(left, y, right - left, HEIGHT, 'frame');
  ink.dashedBox(left + 1.5, y + 1.5, LABEL_AREA.width, LABEL_AREA.height);
  drawLabel(ink, left + 4, y + 3.5, LABEL_AREA.width - 6, WORDS.stickLabel);
  const x = left + LABEL_AREA.width + 5;
  const width = right - x - 2.5;
  drawLabel(ink, x, y + 0.8, width, WORDS.wholeName);
  drawHandLine(ink, 'name', x, y + 11.4, width);
  drawLabel(ink, x, y + 12.4, 46, WORDS.bornBoxes);
  drawDateBoxes(ink, 'birthDate', x, y + 16.6);
  drawLabel(ink, x + 51, y + 12.4, width - 51, WORDS.number);
  drawCharBoxes(ink, 'mrn', x + 51, y + 16.6, 9);
  const bars = code128(head.serial);
  if (bars) ink.solidPath(barPath(bars, x + (width - bars.modules * BAR_MODULE) / 2, y + 26.4, BAR_MODULE, 10.4));
  return y + HEIGHT;
}
