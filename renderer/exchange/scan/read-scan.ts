import { ok, refuse } from '../../domain/basics/result';
import { checkSize, type Raster, UnreadablePage } from './raster';
import { readCornerCode } from './read-codes';
import type { PagePictureBytes, ReadPage, ReadScan } from './scanned-page';
import { readTiff, type TiffPage } from './tiff';

type Format = 'png' | 'jpeg' | 'tiff' | 'pdf';

/** By what the bytes begin with: a name may say anything. */
function formatOf(bytes: Uint8Array): Format | undefined {
  const begins = (...values: readonly number[]): boolean => values.every((value, at) => bytes[at] === value);
  if (begins(0x89, 0x50, 0x4e, 0x47)) return 'png';
  if (begins(0xff, 0xd8, 0xff)) return 'jpeg';
  if (begins(0x49, 0x49, 42, 0) || begins(0x4d, 0x4d, 0, 42)) return 'tiff';
  return begins(0x25, 0x50, 0x44, 0x46) ? 'pdf' : undefined;
}

/** Reads a scanned file page by page, with the corner code of each. One page that cannot be drawn refuses its file, by name and page. */
export const readScan: ReadScan = async ({ name, bytes }) => {
  const format = formatOf(bytes);
  if (!format) return refuse({ code: 'not-a-scan', file: name, where: 'file' });
  let at = 1;
  try {
    const pages: ReadPage[] = [];
    for (const source of await sourcesOf(format, bytes)) {
      pages.push(
        'raster' in source ? await rasterPage(source.raster) : await picturePage(source.picture, `page ${at}`),
      );
      at += 1;
    }
    return pages.length === 0 ? refuse({ code: 'scan-empty', file: name, where: 'file' }) : ok(pages);
  } catch (cause) {
    if (cause instanceof UnreadablePage) return refuse({ code: cause.code, file: name, where: cause.where });
    throw cause;
  }
};

type Source = { readonly raster: Raster } | { readonly picture: PagePictureBytes };

async function sourcesOf(format: Format, bytes: Uint8Array): Promise<readonly Source[]> {
  if (format === 'png') return [{ picture: { type: 'image/png', bytes } }];
  if (format === 'jpeg') return [{ picture: { type: 'image/jpeg', bytes } }];
  const pages: readonly TiffPage[] =
    format === 'tiff' ? await readTiff(bytes) : await (await import('./pdf-pictures')).readPdf(bytes);
  return pages.map((page) =>
    'raster' in page ? page : { picture: { type: 'image/jpeg', bytes: new Uint8Array(page.jpeg) } },
  );
}

async function picturePage(picture: PagePictureBytes, where: string): Promise<ReadPage> {
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(new Blob([new Uint8Array(picture.bytes)], { type: picture.type }));
  } catch {
    throw new UnreadablePage('scan-damaged', where);
  }
  try {
    const { width, height } = bitmap;
    checkSize(width, height, where);
    const context = canvasOf(width, height);
    context.drawImage(bitmap, 0, 0);
    return withCode(picture, context.getImageData(0, 0, width, height));
  } finally {
    bitmap.close();
  }
}

async function rasterPage({ width, height, grey }: Raster): Promise<ReadPage> {
  const image = new ImageData(width, height);
  const pixels = new Uint32Array(image.data.buffer);
  for (let at = 0; at < pixels.length; at += 1) pixels[at] = 0xff00_0000 | ((grey[at] ?? 255) * 0x01_0101);
  const context = canvasOf(width, height);
  context.putImageData(image, 0, 0);
  // PNG: a page of black and white is smaller so, and loses nothing of a faint pen.
  const blob = await context.canvas.convertToBlob({ type: 'image/png' });
  return withCode({ type: 'image/png', bytes: new Uint8Array(await blob.arrayBuffer()) }, image);
}

async function withCode(picture: PagePictureBytes, image: ImageData): Promise<ReadPage> {
  const code = await readCornerCode(image);
  return code ? { picture, code } : { picture };
}

function canvasOf(width: number, height: number): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) throw new UnreadablePage('scan-damaged', 'no canvas');
  return context;
}
