import { sameValue } from '../../../domain/form/answer-values';
import type { FormItem } from '../../../domain/form/form';
import type { Slot } from '../../../domain/form/form-tree';
import type { PageInk } from '../page/ink';
import { textWidth } from '../type/measure';
import { type Line, type Style, lineHeight } from '../type/styles';
import { wrapText } from '../type/wrap';
import { WORDS } from '../words';
import { answersText, isFromEhr } from './answer-text';
import type { FormPaper } from './form-paper';
import { drawCross, drawTick, TICK } from './hand-marks';
import { itemLabel } from './labels';
import { CELL_PAD, type Column } from './table-columns';

/** What is printed in a cell. */
export interface CellText {
  readonly lines: readonly Line[];
  readonly style: Style;
}

/** The answer of one cell, with answers asked below it. An unanswered cell of a record is a dash, of other sheets empty. */
export function cellText(slot: Slot | undefined, width: number, paper: FormPaper, note = ''): CellText {
  const style: Style = slot && isFromEhr(slot.answers) ? 'cellEhr' : 'cell';
  if (!slot || (slot.answers.length === 0 && paper.mode !== 'record')) return { lines: [], style };
  const own = slot.answers.length === 0 ? '–' : narrowed(slot, answersText(slot, paper), width - 2 * CELL_PAD, style);
  const below = slot.inner
    .flatMap(({ slots }) => slots)
    .filter((inner) => paper.isShown(inner) && inner.answers.length > 0)
    .map((inner) => `${itemLabel(inner.item)} ${answersText(inner, paper)}`);
  return { lines: wrapText([own, ...below].join('; ') + note, style, width - 2 * CELL_PAD), style };
}

/**
 * What is too wide for its column is said shorter, never broken inside a word: the letter of the head for a choice, a
 * time without its year, which the foot of the page has.
 */
function narrowed({ item, answers }: Slot, text: string, room: number, style: Style): string {
  const [answer] = answers;
  if (!answer || answers.length > 1 || text.split(/\s/).every((word) => textWidth(word, style) / 0.97 <= room))
    return text;
  if (answer.valueDateTime !== undefined) return text.replace(/-\d{4}(?=\s|$)/, '');
  return item.options.find(({ value }) => sameValue(value, answer))?.prefix ?? text;
}

/** Height a row needs for its printed cells. */
export function textRowHeight(cells: readonly CellText[], least: number): number {
  return Math.max(least, ...cells.map(({ lines, style }) => lines.length * lineHeight(style) + 2));
}

/** Draws a printed cell, one line centred, several from the top. */
export function drawCellText(
  ink: PageInk,
  cell: CellText,
  x: number,
  y: number,
  width: number,
  height: number,
  fit: string,
): void {
  const tall = cell.lines.length * lineHeight(cell.style);
  ink.text({
    x: x + CELL_PAD,
    y: y + Math.max(0.6, (height - tall) / 2),
    width: width - 2 * CELL_PAD,
    lines: cell.lines,
    style: cell.style,
    fit,
  });
}

/** Draws an empty cell: a tick box, the colon of a time, or nothing but its frame. */
export function drawEmptyCell(
  ink: PageInk,
  item: FormItem,
  column: Pick<Column, 'width'>,
  x: number,
  y: number,
  height: number,
  chosen = false,
): void {
  const middle = x + column.width / 2;
  if (item.type === 'boolean') {
    (chosen ? drawCross : drawTick)(ink, item.linkId, WORDS.yes, middle - TICK / 2, y + (height - TICK) / 2);
  } else if (item.type === 'time') {
    ink.solid(middle - 0.3, y + height / 2 - 1.5, 0.6, 0.6);
    ink.solid(middle - 0.3, y + height / 2 + 0.9, 0.6, 0.6);
  }
  if (item.type !== 'boolean') ink.mark({ linkId: item.linkId, kind: 'cell', x, y, width: column.width, height });
}
