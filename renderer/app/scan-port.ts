import type { PagePictureBytes } from '../exchange/scan/scanned-page';
import type { SheetCode } from '../exchange/print/codes/sheet-code';

export type { PagePictureBytes, ReadPage, ReadScan, ScanRefusal } from '../exchange/scan/scanned-page';

/** Reads the text of a corner code, wired in by main.tsx. */
export type ReadSheetCode = (text: string) => SheetCode | undefined;

/** Pictures of scanned pages, sealed one by one. Throws PortFailure locked, disk-full, damaged. */
export interface PageStore {
  /** `book`: the outage whose key seals it, so that retention removes it with the rest. */
  put(id: string, picture: PagePictureBytes, book?: string): Promise<void>;
  get(id: string): Promise<PagePictureBytes | undefined>;
}
