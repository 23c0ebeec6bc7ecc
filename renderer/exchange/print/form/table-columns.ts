import type { FormItem } from '../../../domain/form/form';
import { unitText } from '../../../domain/form/text-of-answer';
import type { Container } from '../../../domain/form/form-tree';
import { textWidth } from '../type/measure';
import { type Line, lineHeight } from '../type/styles';
import { wrapText } from '../type/wrap';
import type { FormPaper } from './form-paper';
import { shortLabel } from './labels';
import { isTicked } from './question-field';

/** A column of a table on paper. */
export interface Column {
  readonly item: FormItem;
  readonly x: number;
  readonly width: number;
  readonly head: readonly Line[];
  /** Unit, points or the letters to write, in small print under the head. */
  readonly legend: readonly Line[];
}

export const CELL_PAD = 1;

/** The questions of a table that are printed; those asked on screen only have a column when one of `rows` answers them. */
export function printedItems(group: FormItem, rows: readonly Container[], paper: FormPaper): readonly FormItem[] {
  const answered = (item: FormItem): boolean =>
    rows.some(({ slots }) => slots.some((slot) => slot.item === item && slot.answers.length > 0));
  return group.items.filter((item) => {
    if (item.hidden || item.type === 'display' || item.paper.leaveOut === 'always') return false;
    if (paper.mode === 'record') return rows.length === 0 || answered(item);
    return item.paper.leaveOut !== 'blank' || answered(item);
  });
}

/** Shares of the width by what is written into a cell. */
function weight(item: FormItem): number {
  if (item.paper.width !== undefined) return item.paper.width;
  if (isTicked(item)) return item.type === 'boolean' ? 1 : 1.8;
  switch (item.type) {
    case 'time':
    case 'integer':
    case 'decimal':
    case 'quantity':
      return 1.2;
    case 'date':
      return 1.9;
    case 'dateTime':
      return 2.4;
    case 'text':
      return 4.5;
    default:
      return 2.6;
  }
}

/** Divides the width: no column narrower than the longest word of its head, the rest by weight. */
export function tableColumns(items: readonly FormItem[], width: number): readonly Column[] {
  const heads = items.map(shortLabel);
  const least = items.map(leastOf);
  const total = least.reduce((sum, each) => sum + each, 0);
  const weights = items.map(weight);
  const allWeights = weights.reduce((sum, each) => sum + each, 0);
  const widths =
    total > width ? least.map((each) => (each * width) / total) : shares(weights, least, width, allWeights);
  let x = 0;
  return items.map((item, index) => {
    const own = widths[index] ?? 0;
    const column = {
      item,
      x,
      width: own,
      head: wrapText(heads[index] ?? '', 'head', own - 2 * CELL_PAD),
      legend: legendOf(item, own - 2 * CELL_PAD),
    };
    x += own;
    return column;
  });
}

/** By weight; a column pushed below its least width takes that, and the others share what is left. */
function shares(
  weights: readonly number[],
  least: readonly number[],
  width: number,
  allWeights: number,
): readonly number[] {
  const fixed = new Set<number>();
  for (;;) {
    const left = width - [...fixed].reduce((sum, index) => sum + (least[index] ?? 0), 0);
    const open = weights.reduce((sum, each, index) => (fixed.has(index) ? sum : sum + each), 0) || allWeights;
    const next = weights.findIndex((each, index) => !fixed.has(index) && (each * left) / open < (least[index] ?? 0));
    if (next < 0) return weights.map((each, index) => (fixed.has(index) ? (least[index] ?? 0) : (each * left) / open));
    fixed.add(next);
  }
}

/** The longest word of its head. */
function leastOf(item: FormItem): number {
  return Math.max(
    9,
    ...shortLabel(item)
      .split(' ')
      .map((word) => textWidth(word, 'head') / 0.96 + 2 * CELL_PAD),
  );
}

/** Width below which heads would be broken inside words. */
export function leastWidth(items: readonly FormItem[]): number {
  return items.reduce((sum, item) => sum + leastOf(item), 0);
}

/** The letters to write where the options are short (A C V P U); longer lists are left to the form's own words. */
function legendOf(item: FormItem, width: number): readonly Line[] {
  const unit = unitText(item) || item.unitOptions.map(({ display, code }) => display ?? code ?? '').join(' or ');
  const letters = item.options.map(({ label, prefix }) => prefix ?? label);
  const short = letters.length > 0 && letters.every((letter) => letter.length <= 4) ? letters.join(' ') : undefined;
  const text = [unit, item.paper.note].filter((part) => part !== undefined && part !== '').join(' · ');
  const legend = text === '' ? [] : wrapText(text, 'legend', width);
  const line = short === undefined || item.type === 'boolean' ? [] : wrapText(short, 'legend', width);
  return line.length > 1 ? legend : [...legend, ...line];
}

/** Height of the head of these columns. */
export function headHeight(columns: readonly Column[]): number {
  return (
    Math.max(
      ...columns.map(({ head, legend }) => head.length * lineHeight('head') + legend.length * lineHeight('legend')),
    ) + 1.6
  );
}
