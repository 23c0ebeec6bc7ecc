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
  for (const field of fields) {
    const last = rows.at(-1);
    if (last && fitsWith(last, field, width)) last.push(field);
    else rows.push([field]);
  }
  return rows.map((row) => rowBlock(row, width, rhythm));
}

function fitsWith(row: readonly Field[], field: Field, width: number): boolean {
  const all = [...row, field];
  const gaps = BETWEEN * row.length;
  const sum = (of: (each: Field) => number): number => all.reduce((total, each) => total + of(each), gaps);
  return sum((each) => wished(each, width)) <= width + 0.01 && sum(leastOf) <= width + 0.01;
}

function wished(field: Field, width: number): number {
  return Math.min(width, field.share === undefined ? field.natural : ((width + BETWEEN) * field.share) / 12 - BETWEEN);
}

/** Boxes do not shrink; only a field that was given a share of the line can do with less than that. */
function leastOf(field: Field): number {
  return field.share === undefined ? field.natural : field.least;
}

/** Widths of the fields of a line: what boxes need more than their share comes from fields that have more than they need. */
function widthsOf(row: readonly Field[], width: number): readonly number[] {
  const wide = row.map((field) => Math.max(wished(field, width), Math.min(width, leastOf(field))));
  const spare = width - wide.reduce((sum, each) => sum + each, 0) - BETWEEN * (row.length - 1);
  const flexible = row.filter((field) => field.flexible && field.share === undefined).length;
  if (spare >= 0)
    return wide.map((each, index) =>
      row[index]?.flexible && row[index].share === undefined ? each + spare / flexible : each,
    );
  const slack = row.map((field, index) => Math.max(0, (wide[index] ?? 0) - leastOf(field)));
  const allSlack = slack.reduce((sum, each) => sum + each, 0) || 1;
  return wide.map((each, index) => each + (spare * (slack[index] ?? 0)) / allSlack);
}

function rowBlock(row: readonly Field[], width: number, rhythm: Rhythm): Block {
  const widths = widthsOf(row, width);
  const cells = row.map((field, index) => {
    const wide = widths[index] ?? width;
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
        ink.text({
          x: at,
          y: y + labelHeight - label.length * lineHeight('label'),
          width: wide,
          lines: label,
          style: 'label',
          fit: field.name,
        });
        body.draw(ink, at, y + labelHeight + LABEL_GAP + bodyHeight - body.height);
        at += wide + BETWEEN;
      }
    },
  };
}
