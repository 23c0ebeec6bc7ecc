import type { BarPattern } from './code-128';
import type { CodeMatrix } from './data-matrix';

const mm = (value: number): number => Math.round(value * 1000) / 1000;

/** SVG path (mm) of a linear code whose first bar begins at x, y. */
export function barPath(code: BarPattern, x: number, y: number, moduleMm: number, heightMm: number): string {
  let at = x;
  let path = '';
  code.widths.forEach((width, index) => {
    if (index % 2 === 0)
      path += `M${mm(at)} ${mm(y)}h${mm(width * moduleMm)}v${mm(heightMm)}h${mm(-width * moduleMm)}z`;
    at += width * moduleMm;
  });
  return path;
}

/**
 * SVG path (mm) of a matrix code. Dark runs reach over rows that continue below them, so that no white hair-line shows
 * between rows where a viewer smooths edges.
 */
export function matrixPath(code: CodeMatrix, x: number, y: number, moduleMm: number): string {
  const { size, dark } = code;
  const taken = new Uint8Array(size * size);
  const isDark = (row: number, column: number): boolean =>
    row < size && column < size && dark[row * size + column] === true;
  let path = '';
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (!isDark(row, column) || taken[row * size + column]) continue;
      let wide = 1;
      while (isDark(row, column + wide) && !taken[row * size + column + wide]) wide += 1;
      let tall = 1;
      while (runIsDark(row + tall, column, wide)) tall += 1;
      for (let r = row; r < row + tall; r += 1) taken.fill(1, r * size + column, r * size + column + wide);
      path += `M${mm(x + column * moduleMm)} ${mm(y + row * moduleMm)}h${mm(wide * moduleMm)}v${mm(tall * moduleMm)}h${mm(-wide * moduleMm)}z`;
    }
  }
  return path;

  function runIsDark(row: number, column: number, wide: number): boolean {
    for (let c = column; c < column + wide; c += 1) if (!isDark(row, c)) return false;
    return row < size;
  }
}
