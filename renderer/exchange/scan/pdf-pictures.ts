import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFStream,
  type PDFContext,
  type PDFObject,
} from '@cantoo/pdf-lib';
import { unCcitt } from './ccitt';
import { inflate } from './inflate';
import { checkSize, greyOf, UnreadablePage } from './raster';
import type { TiffPage } from './tiff';

/** The picture of each page of a PDF as a scanner writes it: one image a page. Text is no picture: such a page is refused. */
export async function readPdf(bytes: Uint8Array): Promise<readonly TiffPage[]> {
  const pages: TiffPage[] = [];
  for (const [index, images] of (await imagesByPage(bytes)).entries()) {
    const where = `page ${index + 1}`;
    const [largest] = images.toSorted((a, b) => areaOf(b) - areaOf(a));
    if (!largest) throw new UnreadablePage('scan-not-supported', where);
    pages.push(await pictureOf(largest, where));
  }
  return pages;
}

/** The library throws whatever it stumbles over in a damaged file; a page tree may be found damaged only when it is walked. */
async function imagesByPage(bytes: Uint8Array): Promise<readonly (readonly PDFRawStream[])[]> {
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    return document.getPages().map((page) => imagesOf(page.node.Resources(), document.context));
  } catch {
    throw new UnreadablePage('scan-damaged', 'file');
  }
}

function imagesOf(resources: PDFDict | undefined, context: PDFContext): readonly PDFRawStream[] {
  const objects = resources?.lookupMaybe(PDFName.of('XObject'), PDFDict);
  return (objects?.values() ?? []).flatMap((ref): readonly PDFRawStream[] => {
    const found = context.lookup(ref);
    if (!(found instanceof PDFStream)) return [];
    const kind = found.dict.get(PDFName.of('Subtype'));
    if (kind === PDFName.of('Form')) return imagesOf(found.dict.lookupMaybe(PDFName.of('Resources'), PDFDict), context);
    return kind === PDFName.of('Image') && found instanceof PDFRawStream ? [found] : [];
  });
}

function numberOf(dict: PDFDict, name: string, otherwise: number): number {
  const found = dict.lookup(PDFName.of(name));
  return found instanceof PDFNumber ? found.asNumber() : otherwise;
}

function areaOf({ dict }: PDFRawStream): number {
  return numberOf(dict, 'Width', 0) * numberOf(dict, 'Height', 0);
}

function listOf(object: PDFObject | undefined): readonly (PDFObject | undefined)[] {
  if (object instanceof PDFArray) return object.asArray().map((_, index) => object.lookup(index));
  return object === undefined ? [] : [object];
}

async function pictureOf({ dict, contents }: PDFRawStream, where: string): Promise<TiffPage> {
  const [width, height] = [numberOf(dict, 'Width', 0), numberOf(dict, 'Height', 0)];
  checkSize(width, height, where);
  const filters = listOf(dict.lookup(PDFName.of('Filter'))).map((one) => one?.toString() ?? '');
  const parms = listOf(dict.lookup(PDFName.of('DecodeParms')));
  let data: Uint8Array = contents;
  let isFax = false;
  for (const [index, filter] of filters.entries()) {
    const parm = parms[index];
    const options = parm instanceof PDFDict ? parm : undefined;
    if (filter === '/DCTDecode') return { jpeg: data };
    if (filter === '/FlateDecode') {
      if (options && numberOf(options, 'Predictor', 1) > 1) data = unPredict(await inflate(data, where), options);
      else data = await inflate(data, where);
    } else if (filter === '/CCITTFaxDecode') {
      const k = options ? numberOf(options, 'K', 0) : 0;
      isFax = true;
      data = unCcitt(data, { width, rows: height, kind: k < 0 ? 'g4' : k > 0 ? 'g3-2d' : 'g3' });
      if (options?.lookup(PDFName.of('BlackIs1'))?.toString() === 'true') isFax = false;
    } else throw new UnreadablePage('scan-not-supported', where);
  }
  const bits = numberOf(dict, 'BitsPerComponent', 1);
  const space = dict.lookup(PDFName.of('ColorSpace'))?.toString() ?? '/DeviceGray';
  const samples = bits === 1 ? 1 : Math.max(1, Math.round(data.length / (width * height)));
  if ((bits !== 1 && bits !== 8) || /Indexed/.test(space)) throw new UnreadablePage('scan-not-supported', where);
  // PDF turns fax black to 0, which is black in grey; ours is 1 for black.
  const grey = greyOf(data, { width, height, bits, samples, blackIsZero: !isFax });
  return { raster: { width, height, grey } };
}

/** PNG predictors of a Flate stream (PDF 32000-1, 7.4.4.4). */
function unPredict(data: Uint8Array, options: PDFDict): Uint8Array {
  const columns = numberOf(options, 'Columns', 1);
  const samples = numberOf(options, 'Colors', 1);
  const bits = numberOf(options, 'BitsPerComponent', 8);
  const step = Math.max(1, (samples * bits) >> 3);
  const perRow = Math.ceil((columns * samples * bits) / 8);
  const rows = Math.floor(data.length / (perRow + 1));
  const out = new Uint8Array(rows * perRow);
  for (let y = 0; y < rows; y += 1) {
    const kind = data[y * (perRow + 1)] ?? 0;
    for (let x = 0; x < perRow; x += 1) {
      const raw = data[y * (perRow + 1) + 1 + x] ?? 0;
      const left = x >= step ? (out[y * perRow + x - step] ?? 0) : 0;
      const up = y > 0 ? (out[(y - 1) * perRow + x] ?? 0) : 0;
      const corner = y > 0 && x >= step ? (out[(y - 1) * perRow + x - step] ?? 0) : 0;
      out[y * perRow + x] = raw + predicted(kind, left, up, corner);
    }
  }
  return out;
}

function predicted(kind: number, left: number, up: number, corner: number): number {
  if (kind === 1) return left;
  if (kind === 2) return up;
  if (kind === 3) return (left + up) >> 1;
  if (kind !== 4) return 0;
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}
