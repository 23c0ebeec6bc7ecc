/** Which bit of which codeword lies at each module of the data region: `10 * codeword + bit` (both from 1), 0 light, 1 dark. */
export type Places = Int16Array;

const known = new Map<number, Places>();

/** Relative cells of the eight bits of one codeword ("Utah"), ISO/IEC 16022 figure F.1: rows down, columns right. */
const UTAH = [
  [-2, -2],
  [-2, -1],
  [-1, -2],
  [-1, -1],
  [-1, 0],
  [0, -2],
  [0, -1],
  [0, 0],
] as const;

/** The placement of annex F for a square region of `n` x `n` data modules; computed once per size. */
export function placesOf(n: number): Places {
  const ready = known.get(n);
  if (ready) return ready;
  const places = new Int16Array(n * n);
  const put = (row: number, column: number, codeword: number, bit: number): void => {
    let r = row;
    let c = column;
    if (r < 0) {
      r += n;
      c += 4 - ((n + 4) % 8);
    }
    if (c < 0) {
      c += n;
      r += 4 - ((n + 4) % 8);
    }
    places[r * n + c] = 10 * codeword + bit;
  };
  const utah = (row: number, column: number, codeword: number): void =>
    UTAH.forEach(([down, right], index) => put(row + down, column + right, codeword, index + 1));
  const corner = (cells: readonly (readonly [number, number])[], codeword: number): void =>
    cells.forEach(([row, column], index) =>
      put(row < 0 ? n + row : row, column < 0 ? n + column : column, codeword, index + 1),
    );
  const free = (row: number, column: number): boolean => places[row * n + column] === 0;

  let codeword = 1;
  let row = 4;
  let column = 0;
  do {
    if (row === n && column === 0) corner(CORNER_1, codeword++);
    if (row === n - 2 && column === 0 && n % 4 !== 0) corner(CORNER_2, codeword++);
    if (row === n - 2 && column === 0 && n % 8 === 4) corner(CORNER_3, codeword++);
    if (row === n + 4 && column === 2 && n % 8 === 0) corner(CORNER_4, codeword++);
    do {
      if (row < n && column >= 0 && free(row, column)) utah(row, column, codeword++);
      row -= 2;
      column += 2;
    } while (row >= 0 && column < n);
    row += 1;
    column += 3;
    do {
      if (row >= 0 && column < n && free(row, column)) utah(row, column, codeword++);
      row += 2;
      column -= 2;
    } while (row < n && column >= 0);
    row += 3;
    column += 1;
  } while (row < n || column < n);
  if (places[n * n - 1] === 0) {
    places[n * n - 1] = 1;
    places[n * n - n - 2] = 1;
  }
  known.set(n, places);
  return places;
}

// Cells of the four corner cases in bit order; negative counts from the far edge.
const CORNER_1 = [
  [-1, 0],
  [-1, 1],
  [-1, 2],
  [0, -2],
  [0, -1],
  [1, -1],
  [2, -1],
  [3, -1],
] as const;
const CORNER_2 = [
  [-3, 0],
  [-2, 0],
  [-1, 0],
  [0, -4],
  [0, -3],
  [0, -2],
  [0, -1],
  [1, -1],
] as const;
const CORNER_3 = [
  [-3, 0],
  [-2, 0],
  [-1, 0],
  [0, -2],
  [0, -1],
  [1, -1],
  [2, -1],
  [3, -1],
] as const;
const CORNER_4 = [
  [-1, 0],
  [-1, -1],
  [0, -3],
  [0, -2],
  [0, -1],
  [1, -3],
  [1, -2],
  [1, -1],
] as const;
