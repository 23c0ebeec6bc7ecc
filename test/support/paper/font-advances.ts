import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { brotliDecompressSync } from 'node:zlib';

/** Tags of the WOFF2 table directory in their numbered order, as far as our fonts use them (W3C WOFF2, 4.1). */
const TAGS =
  'cmap head hhea hmtx maxp name OS/2 post cvt_ fpgm glyf loca prep CFF_ VORG EBDT EBLC gasp hdmx kern LTSH PCLT VDMX vhea vmtx BASE GDEF GPOS GSUB'.split(
    ' ',
  );

/** Path of a face of the complete IBM Plex Sans, e.g. `SemiBold`. */
export function plexFile(face: string): string {
  return createRequire(import.meta.url).resolve(`@ibm/plex-sans/fonts/complete/woff2/IBMPlexSans-${face}.woff2`);
}

/** Advance width (font units) of every character a WOFF2 font has, from its own cmap and hmtx. */
export function fontAdvances(file: string): ReadonlyMap<number, number> {
  const tables = woff2Tables(readFileSync(file));
  const view = (tag: string): DataView => {
    const bytes = tables.get(tag);
    if (!bytes) throw new Error(`${file}: no ${tag} table`);
    return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  };
  if (view('head').getUint16(18) !== 1000) throw new Error(`${file}: not 1000 units per em`);
  const metrics = view('hhea').getUint16(34);
  const hmtx = view('hmtx');
  const advance = (glyph: number): number => hmtx.getUint16(Math.min(glyph, metrics - 1) * 4);
  return new Map([...glyphs(view('cmap'))].map(([character, glyph]) => [character, advance(glyph)]));
}

function woff2Tables(file: Buffer): ReadonlyMap<string, Uint8Array> {
  let at = 48;
  const base128 = (): number => {
    let value = 0;
    for (;;) {
      const byte = file.readUInt8(at);
      at += 1;
      value = value * 128 + (byte & 127);
      if (byte < 128) return value;
    }
  };
  const found: { tag: string; length: number }[] = [];
  for (let table = 0; table < file.readUInt16BE(12); table += 1) {
    const flags = file.readUInt8(at);
    at += 1;
    const tag = TAGS[flags & 63];
    if (!tag) throw new Error('unknown table tag');
    let length = base128();
    const outlines = tag === 'glyf' || tag === 'loca';
    if (outlines ? flags >> 6 !== 3 : flags >> 6 !== 0) {
      if (!outlines) throw new Error(`${tag} is transformed`);
      length = base128();
    }
    found.push({ tag, length });
  }
  const data = brotliDecompressSync(file.subarray(at, at + file.readUInt32BE(20)));
  let start = 0;
  return new Map(found.map(({ tag, length }) => [tag, data.subarray(start, (start += length))]));
}

/** Character to glyph pairs of the first format 4 subtable. */
function* glyphs(cmap: DataView): Generator<readonly [number, number]> {
  let table = 0;
  for (let record = 0; record < cmap.getUint16(2); record += 1) {
    const offset = cmap.getUint32(4 + record * 8 + 4);
    if (cmap.getUint16(offset) === 4) table = offset;
  }
  const twice = cmap.getUint16(table + 6);
  for (let segment = 0; segment < twice; segment += 2) {
    const end = cmap.getUint16(table + 14 + segment);
    const start = cmap.getUint16(table + 16 + twice + segment);
    const delta = cmap.getUint16(table + 16 + 2 * twice + segment);
    const rangeAt = table + 16 + 3 * twice + segment;
    const range = cmap.getUint16(rangeAt);
    for (let character = start; character <= end && character < 0xffff; character += 1) {
      const raw = range === 0 ? character : cmap.getUint16(rangeAt + range + 2 * (character - start));
      if (raw !== 0) yield [character, (raw + delta) & 0xffff];
    }
  }
}
