import { BLACK_RUNS, codeKey, WHITE_RUNS } from './ccitt-codes';

const LONGEST_CODE = 13;

/** Bits of a strip, most significant first. */
class Bits {
  private at = 0;
  constructor(private readonly data: Uint8Array) {}

  get left(): number {
    return this.data.length * 8 - this.at;
  }

  peek(count: number): number {
    let value = 0;
    for (let bit = this.at; bit < this.at + count; bit += 1)
      value = (value << 1) | (((this.data[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1);
    return value;
  }

  skip(count: number): void {
    this.at += count;
  }

  alignToByte(): void {
    this.at = (this.at + 7) & ~7;
  }
}

/** A whole run of one colour, make-up codes summed; undefined where no code fits. */
function readRun(bits: Bits, black: boolean): number | undefined {
  const codes = black ? BLACK_RUNS : WHITE_RUNS;
  let run = 0;
  for (;;) {
    let part: number | undefined;
    for (let length = 2; length <= LONGEST_CODE && part === undefined; length += 1) {
      part = codes.get(codeKey(length, bits.peek(length)));
      if (part !== undefined) bits.skip(length);
    }
    if (part === undefined) return undefined;
    run += part;
    if (part < 64) return run;
  }
}

/**
 * Fax data of ITU-T T.4 and T.6 as packed rows, 1 for black. A row that cannot be read ends the picture: what came
 * before stays, the rest is white, and the code in the corner says whether that was enough.
 */
export function unCcitt(
  data: Uint8Array,
  {
    width,
    rows,
    kind,
  }: { readonly width: number; readonly rows: number; readonly kind: 'rle' | 'g3' | 'g3-2d' | 'g4' },
): Uint8Array {
  const bits = new Bits(data);
  const perRow = Math.ceil(width / 8);
  const out = new Uint8Array(perRow * rows);
  // Places where the colour changes, left to right; the row above the first is white.
  let above: readonly number[] = [];
  for (let y = 0; y < rows && bits.left > 0; y += 1) {
    let twoDimensional = kind === 'g4';
    if (kind === 'g3' || kind === 'g3-2d') {
      skipEndOfLine(bits);
      if (kind === 'g3-2d') {
        twoDimensional = bits.peek(1) === 0;
        bits.skip(1);
      }
    }
    if (kind === 'rle') bits.alignToByte();
    const changes = twoDimensional ? readRow2d(bits, above, width) : readRow1d(bits, width);
    if (!changes) break;
    paint(out, y * perRow, changes, width);
    above = changes;
  }
  return out;
}

function skipEndOfLine(bits: Bits): void {
  let zeros = 0;
  while (zeros < 64 && bits.left > zeros + 12 && bits.peek(12) === 0) {
    bits.skip(1);
    zeros += 1;
  }
  if (bits.peek(12) === 1) bits.skip(12);
}

function readRow1d(bits: Bits, width: number): readonly number[] | undefined {
  const changes: number[] = [];
  let x = 0;
  let black = false;
  while (x < width) {
    const run = readRun(bits, black);
    if (run === undefined) return undefined;
    x += run;
    changes.push(Math.min(x, width));
    black = !black;
  }
  return changes;
}

function readRow2d(bits: Bits, above: readonly number[], width: number): readonly number[] | undefined {
  const changes: number[] = [];
  let a0 = -1;
  let black = false;
  while (a0 < width) {
    // b1: the first change above, right of a0, to the colour opposite of the present one.
    let index = above.findIndex((place) => place > a0);
    if (index < 0) index = above.length;
    if ((index % 2 === 0) === black) index += 1;
    const b1 = above[index] ?? width;
    const b2 = above[index + 1] ?? width;
    const from = Math.max(a0, 0);
    if (bits.peek(4) === 0b0001) {
      bits.skip(4);
      a0 = b2;
      if (a0 >= width) break;
      continue;
    }
    if (bits.peek(3) === 0b001) {
      bits.skip(3);
      const first = readRun(bits, black);
      const second = readRun(bits, !black);
      if (first === undefined || second === undefined) return undefined;
      changes.push(Math.min(from + first, width), Math.min(from + first + second, width));
      a0 = from + first + second;
      continue;
    }
    const shift = verticalShift(bits);
    if (shift === undefined) return undefined;
    a0 = b1 + shift;
    changes.push(Math.min(Math.max(a0, 0), width));
    black = !black;
  }
  return changes;
}

/** The vertical mode codes; undefined for anything else, the end of the picture among it. */
function verticalShift(bits: Bits): number | undefined {
  const codes = [
    [1, 0b1, 0],
    [3, 0b011, 1],
    [3, 0b010, -1],
    [6, 0b00_0011, 2],
    [6, 0b00_0010, -2],
    [7, 0b000_0011, 3],
    [7, 0b000_0010, -3],
  ] as const;
  for (const [length, code, shift] of codes) {
    if (bits.peek(length) !== code) continue;
    bits.skip(length);
    return shift;
  }
  return undefined;
}

function paint(out: Uint8Array, row: number, changes: readonly number[], width: number): void {
  for (let n = 0; n < changes.length; n += 2) {
    const to = changes[n + 1] ?? width;
    for (let x = changes[n] ?? width; x < to; x += 1)
      out[row + (x >> 3)] = (out[row + (x >> 3)] ?? 0) | (0x80 >> (x & 7));
  }
}
