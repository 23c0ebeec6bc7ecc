import type { PageInk } from '../page/ink';
import { textWidth } from '../type/measure';
import { type Line, lineHeight } from '../type/styles';
import { wrapText } from '../type/wrap';
import type { FieldBody } from './field';
import { drawCross, drawTick, TICK } from './hand-marks';
import type { Rhythm } from './rhythm';

/** One box to tick. */
export interface Choice {
  readonly linkId: string;
  readonly option: string;
  readonly text: string;
  readonly chosen: boolean;
}

const TO_TEXT = 1.6;
const BETWEEN = 5;

/** Width of all choices on one line. */
export function oneLineWidth(choices: readonly Choice[]): number {
  return choices.reduce((sum, { text }) => sum + choiceWidth(text) + BETWEEN, -BETWEEN);
}

/** Width of the widest choice on one line, at most what two lines make readable. */
export function widestChoice(choices: readonly Choice[]): number {
  return Math.min(40, Math.max(0, ...choices.map(({ text }) => choiceWidth(text))) + 2);
}

function choiceWidth(text: string): number {
  return TICK + TO_TEXT + textWidth(text, 'bodyBold') / 0.97;
}

/**
 * How many columns take the least height with no choice over more than two lines; 0 sets a few short choices on one line
 * with their own widths. Five at the most, as the eye keeps them apart.
 */
export function bestColumns(choices: readonly Choice[], width: number): number {
  if (choices.length <= 6 && oneLineWidth(choices) <= width) return 0;
  let best = 1;
  let least = Number.POSITIVE_INFINITY;
  for (let columns = Math.min(5, choices.length); columns > 0; columns -= 1) {
    const lines = choices.map(({ text }) => wrapText(text, 'bodyBold', width / columns - TICK - TO_TEXT - 2).length);
    const rows = Array.from({ length: Math.ceil(choices.length / columns) }, (_, row) =>
      Math.max(...lines.slice(row * columns, (row + 1) * columns)),
    );
    // A second line costs less than a second row, but reads worse.
    const cost = rows.reduce((sum, tall) => sum + 1 + (tall - 1) * 0.8, 0);
    if (Math.max(...lines) <= 2 && cost <= least) {
      best = columns;
      least = cost;
    }
  }
  return best;
}

/** Rows of choices; `rowHeights` lets a long list be split between pages. */
export interface OptionGrid extends FieldBody {
  readonly rowHeights: readonly number[];
  /** The grid of the rows from `first` on, up to but not including `end`. */
  rows(first: number, end: number): OptionGrid;
}

/** Choices in columns, read line by line. `columns` 0 sets them one after the other with their own widths. */
export function optionGrid(choices: readonly Choice[], width: number, columns: number, rhythm: Rhythm): OptionGrid {
  const across = columns === 0 ? choices.length : columns;
  const step = width / across;
  const cells = choices.map((choice) => ({
    choice,
    lines: columns === 0 ? single(choice) : wrapText(choice.text, 'bodyBold', step - TICK - TO_TEXT - 2),
  }));
  const rows = Array.from({ length: Math.ceil(choices.length / across) }, (_, row) =>
    cells.slice(row * across, (row + 1) * across),
  );
  return gridOf(rows, step, columns === 0, rhythm);
}

interface Cell {
  readonly choice: Choice;
  readonly lines: readonly Line[];
}

function single({ text }: Choice): readonly Line[] {
  return [[{ text, style: 'bodyBold' }]];
}

function gridOf(rows: readonly (readonly Cell[])[], step: number, own: boolean, rhythm: Rhythm): OptionGrid {
  const rowHeights = rows.map((row) =>
    Math.max(rhythm.tick, ...row.map(({ lines }) => lines.length * lineHeight('body') + 1)),
  );
  return {
    height: rowHeights.reduce((sum, height) => sum + height, 0),
    rowHeights,
    rows: (first, end) => gridOf(rows.slice(first, end), step, own, rhythm),
    draw(ink, x, y) {
      let top = y;
      rows.forEach((row, index) => {
        const height = rowHeights[index] ?? rhythm.tick;
        let at = x;
        for (const cell of row) {
          drawCell(ink, cell, at, top, height, own ? choiceWidth(cell.choice.text) : step);
          at += own ? choiceWidth(cell.choice.text) + BETWEEN : step;
        }
        top += height;
      });
    },
  };
}

function drawCell(ink: PageInk, { choice, lines }: Cell, x: number, top: number, height: number, width: number): void {
  const tickY = top + (height - TICK) / 2;
  (choice.chosen ? drawCross : drawTick)(ink, choice.linkId, choice.option, x, tickY);
  const textHeight = lines.length * lineHeight('body');
  ink.text({
    x: x + TICK + TO_TEXT,
    y: top + (height - textHeight) / 2,
    width: width - TICK - TO_TEXT,
    lines: lines.map((line) => line.map(({ text }) => ({ text, style: choice.chosen ? 'bodyBold' : 'body' }))),
    style: 'body',
    fit: choice.text,
  });
}
