import type { FormItem } from '../../../domain/form/form';
import type { Slot } from '../../../domain/form/form-tree';
import type { Block } from '../layout/block';
import type { FormPaper } from './form-paper';
import { linesOf } from './rhythm';
import { type Column, headHeight, printedItems, tableColumns } from './table-columns';
import { drawRows, drawTableHead, filledRow, type Row } from './table-rows';

const DEFAULT_ROWS = 6;
/** Rows left to write on a sheet that already has some (forms.md F04). */
const LEAST_EMPTY = 6;

/** A repeating group as a table: printed rows first, then empty ones. The head is repeated on every page. */
export function tableBlock(slot: Slot, paper: FormPaper): Block {
  const columns = tableColumns(printedItems(slot.item, slot.inner, paper), paper.width);
  const filled = slot.inner.filter((row) => row.source !== undefined).map((row) => filledRow(row, columns, paper));
  const empty: Row = { height: paper.rhythm.row, cells: undefined, slots: undefined };
  const rows = [...filled, ...Array.from({ length: emptyRows(slot.item, filled.length, paper) }, () => empty)];
  return tableOf(slot.item.text || slot.item.linkId, columns, rows, paper);
}

function emptyRows(item: FormItem, filled: number, paper: FormPaper): number {
  const wished = paper.rows ?? linesOf(item.paper.rows ?? DEFAULT_ROWS, paper.rhythm);
  if (paper.mode === 'blank') return wished;
  if (paper.mode === 'record') return 0;
  return filled === 0 ? wished : Math.max(LEAST_EMPTY, wished - filled);
}

function tableOf(name: string, columns: readonly Column[], rows: readonly Row[], paper: FormPaper): Block {
  const head = headHeight(columns);
  const height = head + rows.reduce((sum, row) => sum + row.height, 0);
  return {
    field: name,
    height,
    before: paper.rhythm.gap,
    draw(ink, x, y) {
      drawTableHead(ink, columns, x, y, paper.width, head);
      drawRows(ink, rows, columns, x, y + head, paper.width);
      for (const { x: offset } of columns.slice(1)) ink.line(x + offset, y, x + offset, y + height);
      ink.box(x, y, paper.width, height);
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
