import type { FormItem } from '../../../domain/form/form';
import type { Slot } from '../../../domain/form/form-tree';
import type { PageInk } from '../page/ink';
import { type Line, type Style, lineHeight } from '../type/styles';
import { textWidth } from '../type/measure';
import { wrapText } from '../type/wrap';
import { answersText, isFromEhr } from './answer-text';
import type { FormPaper } from './form-paper';
import { shortLabel } from './labels';
import { drawEmptyCell } from './table-cell';

const PAD = 1;
const TWELFTHS = 12;
/** Shares are of the whole line, of which an order has about half: drawn wider, or a drug's name has 30 mm. */
const WIDER = 1.5;
/** Room to write below a cell's label is this much less than a free writing line, which also holds the gap above it. */
const WRITE_LESS = 1.6;

interface OrderCell {
  readonly item: FormItem;
  readonly x: number;
  readonly width: number;
  readonly label: readonly Line[];
  readonly answer: readonly Line[];
  readonly style: Style;
}

/** The left part of a card: small framed cells with the label in their top corner. */
export interface OrderCells {
  readonly height: number;
  draw(ink: PageInk, x: number, y: number): void;
}

/** Sets the questions of an order side by side: what is to be written gets its share, what is printed the room it needs. */
export function orderCells(slots: readonly Slot[], width: number, paper: FormPaper): OrderCells {
  const rows: { slot: Slot; share: number }[][] = [];
  let used = TWELFTHS;
  for (const [index, slot] of slots.entries()) {
    // What is ordered stands alone: a drug's name is never squeezed between its dose and its route.
    const share = index === 0 ? TWELFTHS : shareOf(slot, width, paper);
    if (used + share > TWELFTHS) {
      rows.push([]);
      used = 0;
    }
    rows.at(-1)?.push({ slot, share });
    used += share;
  }
  const laid = rows.map((row) => layRow(row, width, paper));
  return {
    height: laid.reduce((sum, row) => sum + row.height, 0),
    draw(ink, x, y) {
      let top = y;
      for (const { cells, height } of laid) {
        if (top > y) ink.line(x, top, x + width, top);
        for (const cell of cells) drawCell(ink, cell, x, top, height);
        top += height;
      }
    },
  };
}

function shareOf(slot: Slot, width: number, paper: FormPaper): number {
  const asked = Math.min(TWELFTHS, (slot.item.paper.width ?? defaultShare(slot.item)) * WIDER);
  if (slot.answers.length === 0) return asked;
  const printed = Math.max(textWidth(shortLabel(slot.item), 'label'), textWidth(answersText(slot, paper), 'fromEhr'));
  return Math.min(asked, ((printed / 0.975 + 2 * PAD) / width) * TWELFTHS);
}

function defaultShare(item: FormItem): number {
  if (item.type === 'text') return TWELFTHS / WIDER;
  return item.type === 'boolean' ? 3 : 4;
}

/** The last cell of a row takes what the shares leave. */
function layRow(
  row: readonly { slot: Slot; share: number }[],
  width: number,
  paper: FormPaper,
): { readonly cells: readonly OrderCell[]; readonly height: number } {
  const total = row.reduce((sum, { share }) => sum + share, 0);
  let x = 0;
  const cells = row.map(({ slot, share }) => {
    const wide = (share / total) * width;
    const style: Style = isFromEhr(slot.answers) ? 'fromEhr' : 'answer';
    const cell = {
      item: slot.item,
      x,
      width: wide,
      label: wrapText(
        `${shortLabel(slot.item)}${slot.item.required && paper.mode !== 'record' ? '\u00a0*' : ''}`,
        'label',
        wide - 2 * PAD,
      ),
      answer: slot.answers.length === 0 ? [] : wrapText(answersText(slot, paper), style, wide - 2 * PAD),
      style,
    };
    x += wide;
    return cell;
  });
  const labelHeight = Math.max(...cells.map(({ label }) => label.length * lineHeight('label')));
  const answerHeight = Math.max(
    paper.rhythm.line - WRITE_LESS,
    ...cells.map(({ answer }) => answer.length * lineHeight('answer')),
  );
  return { cells, height: labelHeight + answerHeight + 0.4 };
}

function drawCell(ink: PageInk, cell: OrderCell, x: number, y: number, height: number): void {
  const left = x + cell.x;
  const labelHeight = cell.label.length * lineHeight('label');
  if (cell.x > 0) ink.line(left, y, left, y + height);
  ink.text({
    x: left + PAD,
    y: y + 0.1,
    width: cell.width - 2 * PAD,
    lines: cell.label,
    style: 'label',
    fit: cell.item.text,
  });
  if (cell.answer.length > 0) {
    const tall = cell.answer.length * lineHeight(cell.style);
    ink.text({
      x: left + PAD,
      y: y + height - tall - 0.3,
      width: cell.width - 2 * PAD,
      lines: cell.answer,
      style: cell.style,
      fit: cell.item.text,
    });
  } else {
    drawEmptyCell(ink, cell.item, cell, left, y + labelHeight, height - labelHeight);
  }
}
