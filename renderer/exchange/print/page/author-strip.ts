import { WORDS } from '../words';
import type { Frame } from './frame';
import type { PageInk } from './ink';

/** Height of the strip, mm: the whole of it is room to write, its labels stand beside that. */
export const AUTHOR_HEIGHT = 7.4;

const PAD = 1.2;

interface Cell {
  readonly option: string;
  readonly label: string;
  readonly hint?: string;
  /** Room its label takes from the cell. */
  readonly labelWidth: number;
  /** Share of the strip. */
  readonly share: number;
}

const CELLS: readonly Cell[] = [
  { option: 'name', label: WORDS.writtenBy, hint: WORDS.printNameRole, labelWidth: 26, share: 75 },
  { option: 'signature', label: WORDS.signature, labelWidth: 15.5, share: 47 },
  { option: 'date', label: WORDS.date, labelWidth: 8.5, share: 30 },
  { option: 'time', label: WORDS.time, labelWidth: 8.5, share: 22 },
];
const SHARES = CELLS.reduce((sum, { share }) => sum + share, 0);

/**
 * Who wrote this page, signed, when: each page filled in by hand has its own, because it may come loose (forms.md
 * COMMON-1). It stands on the rule of the foot, so that it costs the body no gap of its own.
 */
export function drawAuthorStrip(ink: PageInk, frame: Frame, bottom: number): void {
  const { left, right } = frame;
  const y = bottom - AUTHOR_HEIGHT;
  ink.box(left, y, right - left, AUTHOR_HEIGHT, 'frame');
  let x = left;
  for (const { option, label, hint, labelWidth, share } of CELLS) {
    const width = ((right - left) * share) / SHARES;
    if (x > left) ink.line(x, y, x, bottom);
    ink.text({
      x: x + PAD,
      y,
      width: labelWidth,
      lines: [[{ text: label, style: 'footerHead' }], ...(hint ? [[{ text: hint, style: 'legend' as const }]] : [])],
      style: 'footerHead',
      fit: label,
    });
    if (option === 'time') drawColon(ink, x + labelWidth + (width - labelWidth) / 2, y + AUTHOR_HEIGHT / 2);
    ink.mark({
      linkId: 'author',
      kind: 'cell',
      option,
      x: x + labelWidth,
      y,
      width: width - labelWidth,
      height: AUTHOR_HEIGHT,
    });
    x += width;
  }
}

function drawColon(ink: PageInk, x: number, middle: number): void {
  ink.solid(x - 0.3, middle - 1.5, 0.6, 0.6);
  ink.solid(x - 0.3, middle + 0.9, 0.6, 0.6);
}
