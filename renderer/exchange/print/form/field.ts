import type { Block } from '../layout/block';
import type { PageInk } from '../page/ink';
import { type Run, lineHeight } from '../type/styles';
import { wrapRuns } from '../type/wrap';
import type { Rhythm } from './rhythm';

/** What stands below a label: boxes, a line, ticks, an answer. */
export interface FieldBody {
  readonly height: number;
  draw(ink: PageInk, x: number, y: number): void;
}

/** A question with its label above it, narrow enough to share a line with others. */
export interface Field {
  readonly name: string;
  readonly label: readonly Run[];
  /** Width it needs, mm; a flexible one takes what is left as well. */
  readonly natural: number;
  readonly flexible: boolean;
  /** Share of the line asked for by the form, 1-12. */
  readonly share?: number;
  /** What its boxes need at the least, whatever share was asked for. */
  readonly least: number;
  body(width: number): FieldBody;
}

const BETWEEN = 5;
const LABEL_GAP = 0.5;

/** Sets fields side by side from left to right, as many as fit on each line. */
export function fieldRows(fields: readonly Field[], width: number, rhythm: Rhythm): readonly Block[] {
  const rows: Field[][] = [];
  let used = 0;
  for (const field of fields) {
    const needed = Math.min(width, widthOf(field, width));
    const last = rows.at(-1);
    if (last && used + BETWEEN + needed <= width + 0.01) {
      last.push(field);
      used += BETWEEN + needed;
    } else {
      rows.push([field]);
      used = needed;
    }
  }
  return rows.map((row) => rowBlock(row, width, rhythm));
}

function widthOf(field: Field, width: number): number {
  return field.share === undefined ? field.natural : Math.max(field.least, ((width + BETWEEN) * field.share) / 12 - BETWEEN);
}

function rowBlock(row: readonly Field[], width: number, rhythm: Rhythm): Block {
  const wished = row.map((field) => Math.min(width, widthOf(field, width)));
  const spare = width - wished.reduce((sum, each) => sum + each, 0) - BETWEEN * (row.length - 1);
  const flexible = row.filter((field) => field.flexible && field.share === undefined).length;
  const cells = row.map((field, index) => {
    const wide = (wished[index] ?? 0) + (field.flexible && field.share === undefined ? spare / flexible : 0);
    const label = wrapRuns(field.label, wide);
    return { field, wide, label, body: field.body(wide) };
  });
  const labelHeight = Math.max(...cells.map(({ label }) => label.length * lineHeight('label')));
  const bodyHeight = Math.max(...cells.map(({ body }) => body.height));
  return {
    field: row.map(({ name }) => name).join(', '),
    height: labelHeight + LABEL_GAP + bodyHeight,
    before: rhythm.gap,
    draw(ink, x, y) {
      let at = x;
      for (const { field, wide, label, body } of cells) {
        // Labels of one line end at one height, whatever their own number of lines.
        ink.text({ x: at, y: y + labelHeight - label.length * lineHeight('label'), width: wide, lines: label, style: 'label', fit: field.name });
        body.draw(ink, at, y + labelHeight + LABEL_GAP + bodyHeight - body.height);
        at += wide + BETWEEN;
      }
    },
  };
}
