import { PDFDocument } from '@cantoo/pdf-lib';

/** One PDF of several, pages in order. Only whole pages are copied: this library must never draw text (it loses letters outside WinAnsi). */
export async function mergePdfs(pdfs: readonly Uint8Array[]): Promise<Uint8Array> {
  const merged = await PDFDocument.create();
  for (const bytes of pdfs) {
    const source = await PDFDocument.load(bytes, { updateMetadata: false });
    for (const page of await merged.copyPages(source, source.getPageIndices())) merged.addPage(page);
  }
  merged.setTitle('Downtime forms');
  merged.setProducer('Downtime Box');
  merged.setCreator('Downtime Box');
  return merged.save();
}
