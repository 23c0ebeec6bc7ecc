import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { GreyImage } from './grey-image';

// Its default is to fetch the wasm from a CDN; tests run without network.
const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
const ready = prepareZXingModule({
  overrides: { wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) },
  fireImmediately: true,
});

/** The texts of all codes of a page, by kind. */
export async function readCodes(
  image: GreyImage,
): Promise<{ readonly linear: readonly string[]; readonly matrix: readonly string[] }> {
  await ready;
  const rgba = new Uint32Array(image.width * image.height);
  for (let at = 0; at < rgba.length; at += 1) rgba[at] = 0xff00_0000 | ((image.pixels[at] ?? 255) * 0x01_0101);
  const data = new Uint8ClampedArray(rgba.buffer);
  const look = (tryRotate: boolean) =>
    readBarcodes(
      { data, width: image.width, height: image.height, colorSpace: 'srgb' },
      { formats: ['Code128', 'DataMatrix'], tryHarder: true, tryRotate, tryInvert: false, maxNumberOfSymbols: 8 },
    );
  // Most pages lie upright; trying four ways takes four times as long.
  const upright = await look(false);
  const found = upright.some(({ format }) => format === 'Code128') ? upright : await look(true);
  return {
    linear: found.filter(({ format }) => format === 'Code128').map(({ text }) => text),
    matrix: found.filter(({ format }) => format === 'DataMatrix').map(({ text }) => text),
  };
}
