import type { Container, Slot } from '../../../domain/form/form-tree';
import type { FormItem } from '../../../domain/form/form';
import type { Block } from '../layout/block';
import type { PageInk } from '../page/ink';
import { lineHeight } from '../type/styles';
import { WORDS } from '../words';
import { isFromEhr } from './answer-text';
import type { FormPaper } from './form-paper';
import { cellText, drawCellText, drawEmptyCell, type CellText, textRowHeight } from './table-cell';
import { CELL_PAD, type Column, headHeight, tableColumns } from './table-columns';

const DEFAULT_ROWS = 6;
/** Rows left to write on a sheet that already has some (forms.md F04). */
const LEAST_EMPTY = 6;

interface Row {
  readonly height: number;
  readonly cells: readonly CellText[] | undefined;
  readonly slots: readonly Slot[] | undefined;
}

/** A repeating group as a table: printed rows first, then empty ones. The head is repeated on every page. */
export function tableBlock(slot: Slot, paper: FormPaper): Block {
  const items = slot.item.items.filter((item) => !item.hidden && item.paper.leaveOut !== 'always' && item.type !== 'display' && !(paper.mode === 'blank' && item.paper.leaveOut === 'blank'));
  const columns = tableColumns(items, paper.width);
  const filled = slot.inner.filter((row) => row.source !== undefined).map((row) => filledRow(row, columns, paper));
  const empty: Row = { height: paper.rhythm.row, cells: undefined, slots: undefined };
  const rows = [...filled, ...Array.from({ length: emptyRows(slot.item, filled.length, paper) }, () => empty)];
  return tableOf(slot.item.text || slot.item.linkId, columns, rows, paper);
}

function emptyRows(item: FormItem, filled: number, paper: FormPaper): number {
  const wished = paper.rows ?? item.paper.rows ?? DEFAULT_ROWS;
  if (paper.mode === 'blank') return wished;
  if (paper.mode === 'record') return 0;
  return filled === 0 ? wished : Math.max(LEAST_EMPTY, wished - filled);
}

function filledRow(container: Container, columns: readonly Column[], paper: FormPaper): Row {
  const slots = columns.map(({ item }) => container.slots.find((slot) => slot.item === item)).filter((slot) => slot !== undefined);
  const copied = slots.find((slot) => isFromEhr(slot.answers));
  const cells = columns.map(({ item, width }) => {
    const slot = slots.find((each) => each.item === item && paper.isShown(each));
    return cellText(slot, width, paper.mode, paper.isShown, slot !== undefined && slot === copied ? ` (${WORDS.fromEhr})` : '');
  });
  return { height: textRowHeight(cells, paper.rhythm.row), cells, slots };
}

function tableOf(name: string, columns: readonly Column[], rows: readonly Row[], paper: FormPaper): Block {
  const head = headHeight(columns);
  const height = head + rows.reduce((sum, row) => sum + row.height, 0);
  return {
    field: name,
    height,
    before: paper.rhythm.gap,
    draw(ink, x, y) {
      drawHead(ink, columns, x, y, paper.width, head);
      let top = y + head;
      for (const row of rows) {
        ink.line(x, top, x + paper.width, top);
        drawRow(ink, row, columns, x, top);
        top += row.height;
      }
      for (const { x: offset } of columns.slice(1)) ink.line(x + offset, y, x + offset, y + height);
      ink.box(x, y, paper.width, height, 'rule');
    },
    split(room) {
      let used = head;
      let count = 0;
      for (const row of rows) {
        if (used + row.height > room) break;
        used += row.height;
        count += 1;
      }
      if (count < 1 || count >= rows.length) return undefined;
      return [tableOf(name, columns, rows.slice(0, count), paper), tableOf(name, columns, rows.slice(count), paper)];
    },
  };
}

function drawHead(ink: PageInk, columns: readonly Column[], x: number, y: number, width: number, height: number): void {
  ink.shade(x, y, width, height);
  for (const column of columns) {
    const at = { x: x + column.x + CELL_PAD, width: column.width - 2 * CELL_PAD, fit: column.item.text };
    ink.text({ ...at, y: y + 0.8, lines: column.head, style: 'head' });
    ink.text({ ...at, y: y + 0.8 + column.head.length * lineHeight('head'), lines: column.legend, style: 'legend' });
  }
}

function drawRow(ink: PageInk, row: Row, columns: readonly Column[], x: number, y: number): void {
  columns.forEach((column, index) => {
    const cell = row.cells?.[index];
    const answers = row.slots?.find((slot) => slot.item === column.item)?.answers ?? [];
    const isTick = column.item.type === 'boolean' && answers.every(({ valueBoolean }) => valueBoolean !== false);
    if (cell && cell.lines.length > 0 && !isTick) drawCellText(ink, cell, x + column.x, y, column.width, row.height, column.item.text);
    else drawEmptyCell(ink, column.item, column, x + column.x, y, row.height, answers.some(({ valueBoolean }) => valueBoolean === true));
  });
}
