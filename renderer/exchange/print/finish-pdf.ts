import { PDFDocument, PDFHexString, PDFName, PDFNumber, type PDFRef } from '@cantoo/pdf-lib';

/** Where somebody may jump to; pages are counted from 1. */
export interface PdfBookmark {
  readonly title: string;
  readonly page: number;
}

/** A file that travels inside the PDF. */
export interface PdfAttachment {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** Bookmarks, attached files and a title without a name, on pages that are printed already. No text is drawn here (README). */
export async function finishPdf(
  pdf: Uint8Array,
  more: {
    readonly title: string;
    readonly bookmarks: readonly PdfBookmark[];
    readonly attachments?: readonly PdfAttachment[];
    /** Time the file says it was made: the export's, so that the same export is the same file. */
    readonly at: string;
  },
): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const at = new Date(more.at);
  for (const { name, type, bytes } of more.attachments ?? [])
    await document.attach(bytes, name, { mimeType: type, creationDate: at, modificationDate: at });
  addBookmarks(document, more.bookmarks);
  document.setTitle(more.title, { showInWindowTitleBar: true });
  document.setProducer('Downtime Box');
  document.setCreator('Downtime Box');
  document.setCreationDate(at);
  document.setModificationDate(at);
  return document.save();
}

/** A flat outline (PDF 32000-1, 12.3.3): the library has no call for it. */
function addBookmarks(document: PDFDocument, bookmarks: readonly PdfBookmark[]): void {
  const pages = document.getPages();
  const known = bookmarks.filter(({ page }) => pages[page - 1] !== undefined);
  if (known.length === 0) return;
  const { context, catalog } = document;
  const outlines = context.nextRef();
  const refs = known.map((): PDFRef => context.nextRef());
  known.forEach(({ title, page }, index) => {
    const [ref, before, after] = [refs[index], refs[index - 1], refs[index + 1]];
    const target = pages[page - 1];
    if (ref === undefined || target === undefined) return;
    const item = context.obj({ Parent: outlines });
    item.set(PDFName.of('Title'), PDFHexString.fromText(title));
    item.set(PDFName.of('Dest'), context.obj([target.ref, PDFName.of('Fit')]));
    if (before) item.set(PDFName.of('Prev'), before);
    if (after) item.set(PDFName.of('Next'), after);
    context.assign(ref, item);
  });
  const root = context.obj({ Type: 'Outlines' });
  const [first, last] = [refs[0], refs.at(-1)];
  if (first) root.set(PDFName.of('First'), first);
  if (last) root.set(PDFName.of('Last'), last);
  root.set(PDFName.of('Count'), PDFNumber.of(refs.length));
  context.assign(outlines, root);
  catalog.set(PDFName.of('Outlines'), outlines);
  catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
}
