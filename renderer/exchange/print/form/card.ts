import type { FormItem } from '../../../domain/form/form';
import type { Container } from '../../../domain/form/form-tree';
import type { Block } from '../layout/block';
import type { PageInk } from '../page/ink';
import { textWidth } from '../type/measure';
import { type Line, lineHeight } from '../type/styles';
import { wrapText } from '../type/wrap';
import { WORDS } from '../words';
import { isFromEhr } from './answer-text';
import { orderCells } from './card-order';
import { type FormPaper, isPrinted } from './form-paper';
import { shortLabel } from './labels';
import { type CellText, cellText, drawCellText, drawEmptyCell } from './table-cell';

const ORDER_SHARE = 0.42;
const LABEL_WIDTH = 21;
const LEAST_SLOT = 16.5;
const MOST_PARTS = 9;

/** The one repeating group inside a repeating group, when the outer one can be printed as cards. */
export function cardSlots(item: FormItem): FormItem | undefined {
  const groups = item.items.filter((child) => child.type === 'group' && !child.hidden);
  const [inner] = groups;
  const plain = inner?.items.every((child) => child.type !== 'group' && child.items.length === 0) === true;
  return item.repeats && groups.length === 1 && inner?.repeats && plain && inner.items.length <= MOST_PARTS ? inner : undefined;
}

/** One line of the grid of times: what is asked, and the answers across. */
interface Part {
  readonly item: FormItem;
  readonly label: readonly Line[];
  readonly cells: readonly CellText[];
  readonly height: number;
}

/**
 * One row of a chart of orders, as wards know it: the order at the left, its times across. A medicine with the doses
 * given, an infusion with its rate changes.
 */
export function cardBlock(container: Container, inner: FormItem, paper: FormPaper): Block {
  const orderWidth = paper.width * ORDER_SHARE;
  const slots = container.slots.filter(({ item }) => item !== inner && item.type !== 'group' && item.type !== 'display');
  const printed = slots.filter((slot) => isPrinted(slot, paper));
  const order = orderCells(printed, orderWidth, paper);
  const copied = printed.some((slot) => isFromEhr(slot.answers));

  const given = container.slots.find((slot) => slot.item === inner)?.inner.filter((row) => row.source !== undefined) ?? [];
  const across = Math.max(1, Math.min(Math.floor((paper.width - orderWidth - LABEL_WIDTH) / LEAST_SLOT), inner.paper.columns ?? inner.paper.rows ?? 99));
  const slotWidth = (paper.width - orderWidth - LABEL_WIDTH) / across;
  const bands = Math.max(1, Math.ceil(given.length / across));
  const parts = Array.from({ length: bands }, (_, band) => partsOf(inner, given.slice(band * across, (band + 1) * across), slotWidth, order.height / bands, paper)).flat();
  const height = Math.max(order.height, parts.reduce((sum, part) => sum + part.height, 0));
  return {
    field: inner.text || inner.linkId,
    height,
    before: 1,
    draw(ink, x, y) {
      order.draw(ink, x, y);
      if (copied) drawCopied(ink, x + orderWidth, y);
      drawParts(ink, parts, x + orderWidth, y, slotWidth, across);
      ink.line(x + orderWidth, y, x + orderWidth, y + height, 'frame');
      for (let slot = 0; slot < across; slot += 1) {
        const lineX = x + orderWidth + LABEL_WIDTH + slot * slotWidth;
        ink.line(lineX, y, lineX, y + height);
      }
      ink.box(x, y, paper.width, height, 'frame');
    },
  };
}

function partsOf(inner: FormItem, given: readonly Container[], slotWidth: number, room: number, paper: FormPaper): readonly Part[] {
  const items = inner.items.filter((item) => !item.hidden && item.type !== 'display' && item.paper.leaveOut !== 'always');
  return items.map((item) => {
    const label = wrapText(shortLabel(item), 'labelBold', LABEL_WIDTH - 2);
    const cells = given.map((row) => cellText(row.slots.find((slot) => slot.item === item), slotWidth, paper.mode, paper.isShown));
    const tall = Math.max(label.length * lineHeight('labelBold') + 0.4, ...cells.map(({ lines, style }) => lines.length * lineHeight(style) + 1));
    return { item, label, cells, height: Math.max(paper.rhythm.row - 0.8, room / items.length, tall) };
  });
}

function drawParts(ink: PageInk, parts: readonly Part[], x: number, y: number, slotWidth: number, across: number): void {
  let top = y;
  for (const { item, label, cells, height } of parts) {
    if (top > y) ink.line(x, top, x + LABEL_WIDTH + across * slotWidth, top);
    ink.text({ x: x + 1, y: top + (height - label.length * lineHeight('labelBold')) / 2, width: LABEL_WIDTH - 1.2, lines: label, style: 'labelBold', fit: item.text });
    for (let slot = 0; slot < across; slot += 1) {
      const cell = cells[slot];
      const slotX = x + LABEL_WIDTH + slot * slotWidth;
      if (cell && cell.lines.length > 0) drawCellText(ink, cell, slotX, top, slotWidth, height, item.text);
      else drawEmptyCell(ink, item, { width: slotWidth }, slotX, top, height);
    }
    top += height;
  }
}

/** A framed word in the corner of an order that came from the EHR; its slanted text is what was copied. */
function drawCopied(ink: PageInk, right: number, y: number): void {
  const width = textWidth(WORDS.fromEhr, 'labelBold') / 0.97 + 2;
  ink.box(right - width - 0.8, y + 0.7, width, 4.2, 'frame');
  ink.text({ x: right - width - 0.8, y: y + 0.8, width, lines: [[{ text: WORDS.fromEhr, style: 'labelBold' }]], style: 'labelBold', fit: WORDS.fromEhr, align: 'center' });
}
