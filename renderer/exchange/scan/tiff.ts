import { unCcitt } from './ccitt';
import { inflate, unLzw, unpackBits } from './inflate';
import { checkSize, greyOf, type Raster, UnreadablePage } from './raster';

/** A page of a TIFF: drawn, or as the JPEG that lies in it. */
export type TiffPage = { readonly raster: Raster } | { readonly jpeg: Uint8Array };

const MOST_PAGES = 2000;

const TAGS = {
  width: 256,
  height: 257,
  bits: 258,
  compression: 259,
  photometric: 262,
  fillOrder: 266,
  offsets: 273,
  samples: 277,
  rowsPerStrip: 278,
  counts: 279,
  t4Options: 292,
  predictor: 317,
  jpegTables: 347,
  tileWidth: 322,
} as const;

/** Reads every page of a TIFF as scanners write them: in strips; none, PackBits, LZW, Deflate, fax (G3, G4), one-strip JPEG. */
export async function readTiff(bytes: Uint8Array): Promise<readonly TiffPage[]> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const little = bytes[0] === 0x49;
  const pages: TiffPage[] = [];
  const seen = new Set<number>();
  try {
    let at = view.getUint32(4, little);
    while (at !== 0 && !seen.has(at) && pages.length < MOST_PAGES) {
      seen.add(at);
      const count = view.getUint16(at, little);
      const tags = new Map<number, readonly number[]>();
      for (let n = 0; n < count; n += 1) {
        const entry = at + 2 + n * 12;
        tags.set(view.getUint16(entry, little), valuesOf(view, entry, little));
      }
      pages.push(await readPage(bytes, tags, `page ${pages.length + 1}`));
      at = view.getUint32(at + 2 + count * 12, little);
    }
  } catch (cause) {
    if (cause instanceof UnreadablePage) throw cause;
    throw new UnreadablePage('scan-damaged', `page ${pages.length + 1}`);
  }
  return pages;
}

function valuesOf(view: DataView, entry: number, little: boolean): readonly number[] {
  const type = view.getUint16(entry + 2, little);
  const count = Math.min(view.getUint32(entry + 4, little), 100_000);
  const size = type === 3 ? 2 : type === 4 ? 4 : 1;
  const at = size * count <= 4 ? entry + 8 : view.getUint32(entry + 8, little);
  if (type !== 1 && type !== 3 && type !== 4 && type !== 7) return [];
  return Array.from({ length: count }, (_, n) =>
    size === 2
      ? view.getUint16(at + n * 2, little)
      : size === 4
        ? view.getUint32(at + n * 4, little)
        : view.getUint8(at + n),
  );
}

async function readPage(
  bytes: Uint8Array,
  tags: ReadonlyMap<number, readonly number[]>,
  where: string,
): Promise<TiffPage> {
  const one = (tag: number, otherwise: number): number => tags.get(tag)?.[0] ?? otherwise;
  const [width, height] = [one(TAGS.width, 0), one(TAGS.height, 0)];
  checkSize(width, height, where);
  const [bits, samples] = [one(TAGS.bits, 1), one(TAGS.samples, 1)];
  const photometric = one(TAGS.photometric, 1);
  const compression = one(TAGS.compression, 1);
  const offsets = tags.get(TAGS.offsets) ?? [];
  const counts = tags.get(TAGS.counts) ?? [];
  if (tags.has(TAGS.tileWidth) || offsets.length === 0 || photometric === 3 || ![1, 8, 16].includes(bits))
    throw new UnreadablePage('scan-not-supported', where);
  const strips = offsets.map((offset, n) => bytes.subarray(offset, offset + (counts[n] ?? 0)));
  const [only] = strips;
  if (compression === 7 && strips.length === 1 && only) return { jpeg: withTables(only, tags.get(TAGS.jpegTables)) };
  const predictor = one(TAGS.predictor, 1);
  if (predictor > 2 || (predictor === 2 && bits !== 8)) throw new UnreadablePage('scan-not-supported', where);
  const perRow = Math.ceil((width * samples * bits) / 8);
  const rowsPerStrip = Math.min(one(TAGS.rowsPerStrip, height), height);
  const packed = new Uint8Array(perRow * height);
  for (const [n, strip] of strips.entries()) {
    const rows = Math.min(rowsPerStrip, height - n * rowsPerStrip);
    if (rows <= 0) break;
    const data = one(TAGS.fillOrder, 1) === 2 ? strip.map(reversed) : strip;
    packed.set(
      (await unpacked(data, compression, { width, rows, t4: one(TAGS.t4Options, 0), where })).subarray(
        0,
        rows * perRow,
      ),
      n * rowsPerStrip * perRow,
    );
  }
  if (predictor === 2) addLeft(packed, perRow, samples);
  const grey = greyOf(packed, { width, height, bits, samples, blackIsZero: photometric !== 0 });
  return { raster: { width, height, grey } };
}

async function unpacked(
  strip: Uint8Array,
  compression: number,
  {
    width,
    rows,
    t4,
    where,
  }: { readonly width: number; readonly rows: number; readonly t4: number; readonly where: string },
): Promise<Uint8Array> {
  switch (compression) {
    case 1:
      return strip;
    case 2:
      return unCcitt(strip, { width, rows, kind: 'rle' });
    case 3:
      return unCcitt(strip, { width, rows, kind: t4 & 1 ? 'g3-2d' : 'g3' });
    case 4:
      return unCcitt(strip, { width, rows, kind: 'g4' });
    case 5:
      return unLzw(strip);
    case 8:
    case 32_946:
      return inflate(strip, where);
    case 32_773:
      return unpackBits(strip);
    default:
      throw new UnreadablePage('scan-not-supported', where);
  }
}

/** A strip without its tables is no JPEG: they come between its start and its rest (TIFF technical note 2). */
function withTables(strip: Uint8Array, tables: readonly number[] | undefined): Uint8Array {
  if (!tables || tables.length < 4) return strip;
  return Uint8Array.from([0xff, 0xd8, ...tables.slice(2, -2), ...strip.subarray(2)]);
}

/** Undoes horizontal differencing of 8-bit samples. */
function addLeft(data: Uint8Array, perRow: number, samples: number): void {
  for (let row = 0; row < data.length; row += perRow)
    for (let at = row + samples; at < row + perRow; at += 1) data[at] = (data[at] ?? 0) + (data[at - samples] ?? 0);
}

function reversed(byte: number): number {
  let out = 0;
  for (let bit = 0; bit < 8; bit += 1) if (byte & (1 << bit)) out |= 0x80 >> bit;
  return out;
}
