import type { PageInk } from '../page/ink';

/** Edge of a tick box, mm. */
export const TICK = 4.2;

/** A box for one hand-written letter or digit, mm. */
export const CHAR_WIDTH = 5;
export const CHAR_HEIGHT = 6.5;

const SEPARATOR = 3.2;

/** An empty tick box. */
export function drawTick(ink: PageInk, linkId: string, option: string, x: number, y: number): void {
  ink.box(x, y, TICK, TICK);
  ink.mark({ linkId, kind: 'tick', option, x, y, width: TICK, height: TICK });
}

/** A chosen option: the box with a drawn cross that a grey printer and a photocopier keep. */
export function drawCross(ink: PageInk, linkId: string, option: string, x: number, y: number): void {
  drawTick(ink, linkId, option, x, y);
  ink.line(x + 0.7, y + 0.7, x + TICK - 0.7, y + TICK - 0.7, 'thick');
  ink.line(x + TICK - 0.7, y + 0.7, x + 0.7, y + TICK - 0.7, 'thick');
}

/** A row of boxes for letters or digits. Returns where it ends. */
export function drawCharBoxes(ink: PageInk, linkId: string, x: number, y: number, count: number): number {
  const width = count * CHAR_WIDTH;
  ink.box(x, y, width, CHAR_HEIGHT);
  for (let box = 1; box < count; box += 1) ink.line(x + box * CHAR_WIDTH, y, x + box * CHAR_WIDTH, y + CHAR_HEIGHT);
  ink.mark({ linkId, kind: 'boxes', x, y, width, height: CHAR_HEIGHT });
  return x + width;
}

/** Day, month, year. Returns where it ends. */
export function drawDateBoxes(ink: PageInk, linkId: string, x: number, y: number): number {
  const month = dash(ink, drawCharBoxes(ink, linkId, x, y, 2), y);
  const year = dash(ink, drawCharBoxes(ink, linkId, month, y, 2), y);
  return drawCharBoxes(ink, linkId, year, y, 4);
}

/** Hours, minutes. Returns where it ends. */
export function drawTimeBoxes(ink: PageInk, linkId: string, x: number, y: number): number {
  const end = drawCharBoxes(ink, linkId, x, y, 2);
  const dot = { x: end + SEPARATOR / 2 - 0.35, width: 0.7 };
  ink.solid(dot.x, y + 2, dot.width, dot.width);
  ink.solid(dot.x, y + 4.2, dot.width, dot.width);
  return drawCharBoxes(ink, linkId, end + SEPARATOR, y, 2);
}

function dash(ink: PageInk, x: number, y: number): number {
  ink.line(x + 0.8, y + CHAR_HEIGHT / 2, x + SEPARATOR - 0.8, y + CHAR_HEIGHT / 2, 'frame');
  return x + SEPARATOR;
}

/** Widths of the box groups, for planning. */
export const DATE_BOXES_WIDTH = 8 * CHAR_WIDTH + 2 * SEPARATOR;
export const TIME_BOXES_WIDTH = 4 * CHAR_WIDTH + SEPARATOR;
