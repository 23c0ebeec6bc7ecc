import type { Frame } from './frame';
import type { PageInk } from './ink';

const EDGE = 5.5;
const SIZE = 5;

/**
 * Corner marks for reading scanned pages; the bottom right one has half the width and so tells which way the page lies.
 * 5 mm round them stay clear: a banner touching a mark made every scan fail (ux.md 4.3).
 */
export function drawCornerMarks(ink: PageInk, frame: Frame): void {
  const right = frame.width - EDGE - SIZE;
  const bottom = frame.height - EDGE - SIZE;
  ink.solid(EDGE, EDGE, SIZE, SIZE);
  ink.solid(right, EDGE, SIZE, SIZE);
  ink.solid(EDGE, bottom, SIZE, SIZE);
  ink.solid(right + SIZE / 2, bottom, SIZE / 2, SIZE);
}

/** Circles where the holes go. */
export function drawHoles(ink: PageInk, frame: Frame): void {
  for (const { x, y } of frame.holes) ink.hole(x, y, 3);
}
