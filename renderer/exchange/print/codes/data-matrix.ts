import { invariant } from '../../../domain/basics/assert-never';
import { placesOf } from './data-matrix-places';
import { errorCodewords } from './reed-solomon';

/** Square symbols of one error-correction block: edge in modules, data codewords, error codewords, regions per edge. */
const SIZES = [
  [10, 3, 5, 1],
  [12, 5, 7, 1],
  [14, 8, 10, 1],
  [16, 12, 12, 1],
  [18, 18, 14, 1],
  [20, 22, 18, 1],
  [22, 30, 20, 1],
  [24, 36, 24, 1],
  [26, 44, 28, 1],
  [32, 62, 36, 2],
  [36, 86, 42, 2],
  [40, 114, 48, 2],
  [44, 144, 56, 2],
  [48, 174, 68, 2],
] as const;

/** Longest text that fits whatever it holds; twice as long in digits. */
export const DATA_MATRIX_MAX = 174;

/** Quiet zone in modules: the standard asks for 1, printers and scanners want more (ux.md 3.4). */
export const DATA_MATRIX_QUIET = 2;

/** A two-dimensional code, row by row, true is dark. */
export interface CodeMatrix {
  readonly size: number;
  readonly dark: readonly boolean[];
}

/**
 * Data Matrix ECC 200 of a text of ASCII letters. Own encoder: 500 sheet codes take some 20 ms, a general bar code
 * library took 1.5 s here, a tenth of the whole printing (README).
 */
export function dataMatrix(text: string): CodeMatrix {
  const data = asciiCodewords(text);
  const size = SIZES.find(([, capacity]) => capacity >= data.length);
  invariant(size, 'text too long for one Data Matrix block');
  const [edge, capacity, checks, regions] = size;
  const padded = pad(data, capacity);
  return draw([...padded, ...errorCodewords(padded, checks)], edge, regions);
}

/** ASCII encodation: two digits share a codeword. */
function asciiCodewords(text: string): number[] {
  invariant(/^[\x00-\x7f]*$/.test(text), 'Data Matrix text must be ASCII');
  const codewords: number[] = [];
  for (let at = 0; at < text.length;) {
    const pair = /^\d\d/.exec(text.slice(at, at + 2));
    codewords.push(pair ? 130 + Number(pair[0]) : text.charCodeAt(at) + 1);
    at += pair ? 2 : 1;
  }
  return codewords;
}

/** Pads to the symbol's capacity; all but the first pad are scrambled so that no pattern repeats (5.2.3, annex B.1). */
function pad(data: readonly number[], capacity: number): number[] {
  const padded = [...data];
  if (padded.length < capacity) padded.push(129);
  while (padded.length < capacity) {
    const scrambled = 129 + ((149 * (padded.length + 1)) % 253) + 1;
    padded.push(scrambled > 254 ? scrambled - 254 : scrambled);
  }
  return padded;
}

/** Codeword bits at their places, with the solid L and the dotted edges round each region. */
function draw(codewords: readonly number[], edge: number, regions: number): CodeMatrix {
  const region = edge / regions;
  const inner = region - 2;
  const n = inner * regions;
  const places = placesOf(n);
  const dark: boolean[] = Array.from({ length: edge * edge }, (_, index) => {
    const row = Math.floor(index / edge) % region;
    const column = (index % edge) % region;
    if (column === 0 || row === region - 1) return true;
    if (row === 0) return column % 2 === 0;
    return column === region - 1 && row % 2 === 1;
  });
  for (let cell = 0; cell < n * n; cell += 1) {
    const row = Math.floor(cell / n);
    const column = cell % n;
    const y = row + 2 * Math.floor(row / inner) + 1;
    const x = column + 2 * Math.floor(column / inner) + 1;
    const place = places[cell] ?? 0;
    const codeword = codewords[Math.floor(place / 10) - 1] ?? 0;
    dark[y * edge + x] = place < 10 ? place === 1 : ((codeword >> (8 - (place % 10))) & 1) === 1;
  }
  return { size: edge, dark };
}
