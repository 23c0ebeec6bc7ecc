import { prepareZXingModule, readBarcodes, type ReaderOptions } from 'zxing-wasm/reader';
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { parseSheetCode, type SheetCode } from '../print/codes/sheet-code';

let ready: Promise<unknown> | undefined;

/** The decoder from our own origin; its default is a CDN, and a hospital PC has no network at all. */
function prepare(): Promise<unknown> {
  ready ??= prepareZXingModule({
    overrides: { locateFile: () => new URL(wasmUrl, import.meta.url).href },
    fireImmediately: true,
  });
  return ready;
}

/** The corner code of a page. First upright, then turned: a page fed upside down takes four times as long. */
export async function readCornerCode(image: ImageData): Promise<SheetCode | undefined> {
  await prepare();
  return (await tried(image, { tryRotate: false })) ?? tried(image, { tryRotate: true, tryDownscale: true });
}

async function tried(image: ImageData, options: ReaderOptions): Promise<SheetCode | undefined> {
  const found = await readBarcodes(image, {
    formats: ['DataMatrix'],
    tryHarder: true,
    tryInvert: false,
    maxNumberOfSymbols: 8,
    ...options,
  });
  const codes = found.flatMap(({ text }) => parseSheetCode(text) ?? []);
  // Two sheets on one picture (a flap, a folded page): nobody knows which it is, a person says.
  return new Set(codes.map(({ serial, page }) => `${serial} ${page}`)).size === 1 ? codes[0] : undefined;
}
