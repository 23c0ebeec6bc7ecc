import { drawTick, TICK } from '../form/hand-marks';
import type { PageInk } from '../page/ink';
import { type Line, type Style, lineHeight } from '../type/styles';
import { wrapText } from '../type/wrap';
import type { Block } from './block';

const PAD = 1;

/** A column of a list: its head and its part of the width. */
export interface DataColumn {
  readonly head: string;
  readonly share: number;
  readonly align?: 'left' | 'center' | 'right';
}

/** A cell: text, or a box to tick. Empty text leaves room to write. */
export interface DataCell {
  readonly text: string;
  readonly style?: Style;
  readonly tick?: boolean;
}

interface LaidRow {
  readonly cells: readonly { readonly lines: readonly Line[]; readonly style: Style; readonly tick: boolean }[];
  readonly height: number;
}

/** A list over the whole width; its head is repeated on every page. */
export function dataTable(
  name: string,
  columns: readonly DataColumn[],
  rows: readonly (readonly DataCell[])[],
  width: number,
  leastRow = 6,
): Block {
  const all = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => (share / all) * width);
  const lay = (cells: readonly DataCell[], style: Style, least: number): LaidRow => {
    const laid = columns.map((_, index) => {
      const own = cells[index]?.style ?? style;
      return {
        lines: wrapText(cells[index]?.text ?? '', own, (widths[index] ?? 0) - 2 * PAD),
        style: own,
        tick: cells[index]?.tick === true,
      };
    });
    return {
      cells: laid,
      height: Math.max(least, ...laid.map(({ lines, style: own }) => lines.length * lineHeight(own) + 1.6)),
    };
  };
  const head = lay(
    columns.map(({ head: text }) => ({ text })),
    'head',
    5.8,
  );
  return tableOf(
    name,
    columns,
    widths,
    head,
    rows.map((row) => lay(row, 'cell', leastRow)),
  );
}

function tableOf(
  name: string,
  columns: readonly DataColumn[],
  widths: readonly number[],
  head: LaidRow,
  rows: readonly LaidRow[],
): Block {
  const width = widths.reduce((sum, each) => sum + each, 0);
  const height = head.height + rows.reduce((sum, row) => sum + row.height, 0);
  return {
    field: name,
    height,
    before: 2.4,
    draw(ink, x, y) {
      ink.shade(x, y, width, head.height);
      let top = y;
      for (const row of [head, ...rows]) {
        if (row !== head) ink.line(x, top, x + width, top);
        drawRow(ink, row, columns, widths, x, top, name);
        top += row.height;
      }
      let at = x;
      for (const each of widths.slice(0, -1)) {
        at += each;
        ink.line(at, y, at, y + height);
      }
      ink.box(x, y, width, height);
    },
    split(room) {
      let used = head.height;
      let count = 0;
      for (const row of rows) {
        if (used + row.height > room) break;
        used += row.height;
        count += 1;
      }
      if (count < 1 || count >= rows.length) return undefined;
      return [
        tableOf(name, columns, widths, head, rows.slice(0, count)),
        tableOf(name, columns, widths, head, rows.slice(count)),
      ];
    },
  };
}

function drawRow(
  ink: PageInk,
  row: LaidRow,
  columns: readonly DataColumn[],
  widths: readonly number[],
  x: number,
  y: number,
  fit: string,
): void {
  let at = x;
  row.cells.forEach(({ lines, style, tick }, index) => {
    const width = widths[index] ?? 0;
    if (tick) drawTick(ink, fit, `${index}`, at + (width - TICK) / 2, y + (row.height - TICK) / 2);
    const align = columns[index]?.align;
    const tall = lines.length * lineHeight(style);
    ink.text({
      x: at + PAD,
      y: y + (row.height - tall) / 2,
      width: width - 2 * PAD,
      lines,
      style,
      fit,
      ...(align ? { align } : {}),
    });
    at += width;
  });
}
