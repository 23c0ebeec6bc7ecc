import type { FormItem } from '../../../domain/form/form';
import type { Container } from '../../../domain/form/form-tree';
import type { Block } from '../layout/block';
import type { PageInk } from '../page/ink';
import { textWidth } from '../type/measure';
import { WORDS } from '../words';
import { isFromEhr } from './answer-text';
import { orderCells } from './card-order';
import { type FormPaper, isPrinted } from './form-paper';
import { drawRows, drawTableHead, filledRow, type Row } from './table-rows';
import { headHeight, leastWidth, printedItems, tableColumns } from './table-columns';

/** The order's part of the width, and what it gives up when the columns beside it need more. */
const ORDER_SHARE = 0.42;
const LEAST_SHARE = 0.32;
const DEFAULT_ROWS = 3;

/** The one repeating group inside a repeating group, when the outer one can be printed as cards. */
export function cardSlots(item: FormItem): FormItem | undefined {
  const groups = item.items.filter((child) => child.type === 'group' && !child.hidden);
  const [inner] = groups;
  const plain = inner?.items.every((child) => child.type !== 'group') === true;
  return item.repeats && groups.length === 1 && inner?.repeats && plain && inner.items.length <= 12 ? inner : undefined;
}

/**
 * One order of a chart of orders, as wards know it: what was ordered at the left, what was done at the right, a line for
 * each time. A medicine with the doses given, an infusion with its rate changes.
 */
export function cardBlock(container: Container, inner: FormItem, paper: FormPaper): Block {
  const slots = container.slots.filter((slot) => {
    if (slot.item === inner || slot.item.type === 'group' || slot.item.type === 'display') return false;
    return isPrinted(slot, paper) && (paper.mode !== 'record' || slot.answers.length > 0);
  });
  const copied = slots.some((slot) => isFromEhr(slot.answers));

  const given = slotOf(container, inner).inner.filter((row) => row.source !== undefined);
  const items = printedItems(inner, given, paper);
  const orderWidth = Math.max(
    paper.width * LEAST_SHARE,
    Math.min(paper.width * ORDER_SHARE, paper.width - leastWidth(items)),
  );
  const columns = tableColumns(items, paper.width - orderWidth);
  const order = orderCells(slots, orderWidth, paper);
  const head = headHeight(columns);
  const filled = given.map((row) => filledRow(row, columns, paper));
  const used = filled.reduce((sum, row) => sum + row.height, 0);
  const wished = paper.mode === 'record' ? 0 : Math.max(1, (inner.paper.rows ?? DEFAULT_ROWS) - filled.length);
  const count =
    paper.mode === 'record' ? 0 : Math.max(wished, Math.floor((order.height - head - used) / paper.rhythm.row));
  // Empty lines share what the order is higher than them, so that both sides end together.
  const spare = order.height - head - used;
  const rowHeight = count === 0 ? 0 : Math.max(paper.rhythm.row, spare / count);
  const rows: readonly Row[] = [
    ...filled,
    ...Array.from({ length: count }, () => ({ height: rowHeight, cells: undefined, slots: undefined })),
  ];
  const height = Math.max(order.height, head + used + count * rowHeight);
  return {
    field: inner.text || inner.linkId,
    height,
    before: 1,
    draw(ink, x, y) {
      order.draw(ink, x, y);
      if (copied) drawCopied(ink, x + orderWidth, y);
      const right = x + orderWidth;
      if (rows.length === 0)
        ink.text({
          x: right + 2,
          y: y + 1.5,
          width: paper.width - orderWidth - 4,
          lines: [[{ text: WORDS.noEntries, style: 'note' }]],
          style: 'note',
          fit: WORDS.noEntries,
        });
      else {
        drawTableHead(ink, columns, right, y, paper.width - orderWidth, head);
        drawRows(ink, rows, columns, right, y + head, paper.width - orderWidth);
        for (const column of columns) ink.line(right + column.x, y, right + column.x, y + height);
      }
      ink.line(right, y, right, y + height, 'frame');
      ink.box(x, y, paper.width, height, 'frame');
    },
  };
}

/** The place of an item in a row, made up when the row has none. */
function slotOf(container: Container, item: FormItem): Container['slots'][number] {
  const found = container.slots.find((slot) => slot.item === item);
  return found ?? { item, container, path: container.path, key: item.linkId, found: [], answers: [], inner: [] };
}

/** A framed word in the corner of an order that came from the EHR; its slanted text is what was copied. */
function drawCopied(ink: PageInk, right: number, y: number): void {
  const width = textWidth(WORDS.fromEhr, 'labelBold') / 0.97 + 2;
  ink.box(right - width - 0.8, y + 0.7, width, 4.2, 'frame');
  ink.text({
    x: right - width - 0.8,
    y: y + 0.8,
    width,
    lines: [[{ text: WORDS.fromEhr, style: 'labelBold' }]],
    style: 'labelBold',
    fit: WORDS.fromEhr,
    align: 'center',
  });
}
