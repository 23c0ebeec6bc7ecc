import type { Container, Slot } from '../../../domain/form/form-tree';
import type { PageInk } from '../page/ink';
import { lineHeight } from '../type/styles';
import { WORDS } from '../words';
import { isFromEhr } from './answer-text';
import type { FormPaper } from './form-paper';
import { type CellText, cellText, drawCellText, drawEmptyCell, textRowHeight } from './table-cell';
import { CELL_PAD, type Column } from './table-columns';

/** A row of a table; without cells it is one to write in. */
export interface Row {
  readonly height: number;
  readonly cells: readonly CellText[] | undefined;
  readonly slots: readonly Slot[] | undefined;
}

/** A row with answers. The first of them that was copied from the EHR says so. */
export function filledRow(container: Container, columns: readonly Column[], paper: FormPaper): Row {
  const slots = columns
    .map(({ item }) => container.slots.find((slot) => slot.item === item))
    .filter((slot) => slot !== undefined);
  const copied = slots.find((slot) => isFromEhr(slot.answers));
  const cells = columns.map(({ item, width }) => {
    const slot = slots.find((each) => each.item === item && paper.isShown(each));
    return cellText(slot, width, paper, slot !== undefined && slot === copied ? ` (${WORDS.fromEhr})` : '');
  });
  return { height: textRowHeight(cells, paper.rhythm.row), cells, slots };
}

/** Names of the columns with units and letters to write. */
export function drawTableHead(
  ink: PageInk,
  columns: readonly Column[],
  x: number,
  y: number,
  width: number,
  height: number,
): void {
  ink.shade(x, y, width, height);
  for (const column of columns) {
    const at = { x: x + column.x + CELL_PAD, width: column.width - 2 * CELL_PAD, fit: column.item.text };
    ink.text({ ...at, y: y + 0.8, lines: column.head, style: 'head' });
    ink.text({ ...at, y: y + 0.8 + column.head.length * lineHeight('head'), lines: column.legend, style: 'legend' });
  }
}

/** Rows with a line above each. */
export function drawRows(
  ink: PageInk,
  rows: readonly Row[],
  columns: readonly Column[],
  x: number,
  y: number,
  width: number,
): void {
  let top = y;
  for (const row of rows) {
    ink.line(x, top, x + width, top);
    drawRow(ink, row, columns, x, top);
    top += row.height;
  }
}

function drawRow(ink: PageInk, row: Row, columns: readonly Column[], x: number, y: number): void {
  columns.forEach((column, index) => {
    const cell = row.cells?.[index];
    const answers = row.slots?.find((slot) => slot.item === column.item)?.answers ?? [];
    const isTick = column.item.type === 'boolean' && answers.every(({ valueBoolean }) => valueBoolean !== false);
    if (cell && cell.lines.length > 0 && !isTick)
      drawCellText(ink, cell, x + column.x, y, column.width, row.height, column.item.text);
    else
      drawEmptyCell(
        ink,
        column.item,
        column,
        x + column.x,
        y,
        row.height,
        answers.some(({ valueBoolean }) => valueBoolean === true),
      );
  });
}
