/** A picture as grey values, row by row; 0 is black. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
}

/** Why a page cannot be drawn; the words name the part of the file, never its content. */
export class UnreadablePage extends Error {
  override readonly name = 'UnreadablePage';
  constructor(
    readonly code: 'scan-damaged' | 'scan-not-supported',
    readonly where: string,
  ) {
    super(code);
  }
}

/** Larger than A3 at 600 dpi is no page but an attack on memory. */
export const MOST_PIXELS = 80_000_000;

/** Refuses sizes that no scanner makes. */
export function checkSize(width: number, height: number, where: string): void {
  if (!(width > 0 && height > 0) || width * height > MOST_PIXELS) throw new UnreadablePage('scan-damaged', where);
}

/** Grey of packed samples: 1, 8 or 16 bits, one, three or four of them a pixel. `white` is the value of paper at 1 bit. */
export function greyOf(
  data: Uint8Array,
  {
    width,
    height,
    bits,
    samples,
    blackIsZero,
  }: {
    readonly width: number;
    readonly height: number;
    readonly bits: number;
    readonly samples: number;
    readonly blackIsZero: boolean;
  },
): Uint8Array {
  const grey = new Uint8Array(width * height);
  const perRow = Math.ceil((width * samples * bits) / 8);
  const step = (samples * bits) / 8;
  for (let y = 0; y < height; y += 1) {
    const row = y * perRow;
    for (let x = 0; x < width; x += 1) {
      let value: number;
      if (bits === 1) value = ((data[row + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1 ? 255 : 0;
      else if (samples < 3) value = data[row + x * step] ?? 0;
      else {
        const at = row + x * step;
        const next = bits / 8;
        value = ((data[at] ?? 0) * 77 + (data[at + next] ?? 0) * 150 + (data[at + 2 * next] ?? 0) * 29) >> 8;
      }
      grey[y * width + x] = blackIsZero ? value : 255 - value;
    }
  }
  return grey;
}
