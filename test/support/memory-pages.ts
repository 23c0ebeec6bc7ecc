import type { PageStore, PagePictureBytes, ReadScan, ReadSheetCode } from '../../renderer/app/scan-port';
import { backEntryPapers } from '../../renderer/exchange/back-entry/back-entry-papers';
import { parseSheetCode } from '../../renderer/exchange/print/codes/sheet-code';

/** Returned paper in memory: no decoder, pictures as they are given. */
export function memoryPages(): {
  readonly readScan: ReadScan;
  readonly readSheetCode: ReadSheetCode;
  readonly pageStore: PageStore;
  readonly backEntryPapers: () => Promise<typeof backEntryPapers>;
} {
  const pages = new Map<string, PagePictureBytes>();
  return {
    readScan: async ({ name }) => ({ ok: false, error: { code: 'not-a-scan', file: name, where: 'file' } }),
    readSheetCode: parseSheetCode,
    pageStore: { put: async (id, picture) => void pages.set(id, picture), get: async (id) => pages.get(id) },
    backEntryPapers: async () => backEntryPapers,
  };
}
