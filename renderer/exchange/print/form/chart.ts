import type { FormItem } from '../../../domain/form/form';
import type { Container } from '../../../domain/form/form-tree';
import type { Block } from '../layout/block';
import type { PageInk } from '../page/ink';
import { lineHeight } from '../type/styles';
import { type ChartRow, chartRows, stripRow } from './chart-rows';
import type { FormPaper } from './form-paper';
import { drawUnits, widthOfUnits } from './hand-fields';
import { drawCross, drawTick, TICK } from './hand-marks';

const LEAST_CELL = 12.4;
const PAD = 1;

interface Grid {
  readonly labelWidth: number;
  readonly cellWidth: number;
  readonly count: number;
}

/**
 * An observation chart: a row per question, a column per set, in time order from the left. Written down the column at
 * the bedside, read along the row for the trend. More sets than columns go on in a second chart below.
 */
export function chartBlocks(
  name: string,
  items: readonly FormItem[],
  sets: readonly Container[],
  wished: number,
  paper: FormPaper,
  help?: string,
): readonly Block[] {
  const grid = gridOf(wished, paper);
  const charts = Math.max(1, Math.ceil(sets.length / grid.count));
  return Array.from({ length: charts }, (_, chart) => {
    const part = sets.slice(chart * grid.count, (chart + 1) * grid.count);
    const [top, ...rest] = chartRows(items, part, { label: grid.labelWidth, cell: grid.cellWidth }, paper);
    const withHelp = top?.strip && help !== undefined && chart === 0 ? { ...top, aside: help } : top;
    const rows = withHelp ? [withHelp, ...rest] : [];
    const block = chartOf(name, rows, grid, paper);
    return chart === 0 ? block : { ...block, startsPage: true };
  });
}

function gridOf(wished: number, paper: FormPaper): Grid {
  const labelWidth = Math.min(84, paper.width * 0.425);
  const most = Math.floor((paper.width - labelWidth) / LEAST_CELL);
  const count = Math.max(1, Math.min(most, paper.mode === 'blank' && paper.rows !== undefined ? paper.rows : wished));
  return { labelWidth, cellWidth: (paper.width - labelWidth) / count, count };
}

function chartOf(name: string, rows: readonly ChartRow[], grid: Grid, paper: FormPaper): Block {
  const height = rows.reduce((sum, row) => sum + row.height, 0);
  return {
    field: name,
    height,
    before: paper.rhythm.gap,
    draw(ink, x, y) {
      let top = y;
      for (const row of rows) {
        (row.strip ? drawStrip : drawRow)(ink, row, grid, x, top, paper.width);
        top += row.height;
      }
      ink.box(x, y, paper.width, height, 'frame');
    },
    split(room) {
      let used = 0;
      let count = 0;
      for (const row of rows) {
        if (used + row.height > room) break;
        used += row.height;
        count += 1;
      }
      // A strip does not end a page, it belongs to the rows below it.
      while (count > 0 && rows[count - 1]?.strip) count -= 1;
      const again = repeatedRows(rows, count, paper);
      if (count <= again.length + 1 || count >= rows.length) return undefined;
      return [
        chartOf(name, rows.slice(0, count), grid, paper),
        chartOf(name, [...again, ...rows.slice(count)], grid, paper),
      ];
    },
  };
}

/** On top of a second page: when each set was taken, or its columns would be columns of nothing, and the current strip. */
function repeatedRows(rows: readonly ChartRow[], count: number, paper: FormPaper): readonly ChartRow[] {
  const firstOther = rows.findIndex((row) => !row.strip && !isTime(row.item));
  const times = rows.slice(0, Math.max(0, firstOther)).filter((row) => !row.strip);
  const strip = rows[count]?.strip ? undefined : rows.slice(0, count).findLast((row) => row.strip);
  return strip ? [...times, stripRow(strip.item, paper, true)] : times;
}

function isTime(item: FormItem): boolean {
  return item.type === 'dateTime' || item.type === 'date' || item.type === 'time';
}

function drawStrip(ink: PageInk, row: ChartRow, _grid: Grid, x: number, y: number, width: number): void {
  ink.shade(x, y, width, row.height);
  ink.line(x, y, x + width, y);
  ink.text({
    x: x + PAD,
    y: y + 0.4,
    width: width - 2 * PAD,
    lines: row.label,
    style: 'subsection',
    fit: row.item.text,
  });
  if (row.aside !== undefined)
    ink.text({
      x: x + PAD,
      y: y + (row.height - lineHeight('label')) / 2,
      width: width - 2 * PAD,
      lines: [[{ text: row.aside, style: 'label' }]],
      style: 'label',
      fit: row.aside,
      align: 'right',
    });
}

function drawRow(ink: PageInk, row: ChartRow, grid: Grid, x: number, y: number, width: number): void {
  const score = row.item.score !== undefined || row.item.calculated !== undefined;
  const labelY = y + (row.height - row.label.length * lineHeight('head')) / 2;
  ink.line(x, y, x + width, y, score ? 'frame' : 'rule');
  if (score) ink.line(x, y + row.height, x + width, y + row.height, 'frame');
  ink.text({
    x: x + PAD,
    y: labelY,
    width: grid.labelWidth - 2 * PAD - widthOfUnits(row.units),
    lines: row.label,
    style: 'head',
    fit: row.item.text,
  });
  drawUnits(ink, row.item, row.units, x + grid.labelWidth - PAD - widthOfUnits(row.units), y + row.height / 2);
  for (let set = 0; set < grid.count; set += 1) {
    const cellX = x + grid.labelWidth + set * grid.cellWidth;
    ink.line(cellX, y, cellX, y + row.height, set === 0 ? 'frame' : 'rule');
    drawCell(ink, row, set, cellX, y, grid.cellWidth);
  }
}

function drawCell(ink: PageInk, row: ChartRow, set: number, x: number, y: number, width: number): void {
  const lines = row.cells[set] ?? [];
  if (row.item.type === 'boolean') {
    (row.ticks[set] === true ? drawCross : drawTick)(
      ink,
      row.item.linkId,
      `${set}`,
      x + (width - TICK) / 2,
      y + (row.height - TICK) / 2,
    );
    return;
  }
  if (lines.length === 0) {
    ink.mark({ linkId: row.item.linkId, kind: 'cell', option: `${set}`, x, y, width, height: row.height });
    if (row.item.type === 'time') {
      ink.solid(x + width / 2 - 0.3, y + row.height / 2 - 1.5, 0.6, 0.6);
      ink.solid(x + width / 2 - 0.3, y + row.height / 2 + 0.9, 0.6, 0.6);
    }
    return;
  }
  const tall = lines.length * lineHeight('head');
  ink.text({
    x: x + 0.3,
    y: y + (row.height - tall) / 2,
    width: width - 0.6,
    lines,
    style: 'head',
    fit: row.item.text,
    align: 'center',
  });
}
