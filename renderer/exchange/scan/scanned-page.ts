import type { Result } from '../../domain/basics/result';
import type { SheetCode } from '../print/codes/sheet-code';

/** A picture of one page, as it is kept. */
export interface PagePictureBytes {
  readonly type: 'image/jpeg' | 'image/png';
  readonly bytes: Uint8Array;
}

/** One page of a scanned file. */
export interface ReadPage {
  readonly picture: PagePictureBytes;
  /** Its corner code; missing where none could be read. */
  readonly code?: SheetCode;
}

/** Why a file, or a page of it, could not be read; the rest of the files is read all the same. */
export interface ScanRefusal {
  readonly code: 'not-a-scan' | 'scan-damaged' | 'scan-not-supported' | 'scan-empty';
  readonly file: string;
  /** Which page, and what of it; never anything written on it. */
  readonly where: string;
}

/** Reads PDF, PNG, JPEG and TIFF page by page. */
export type ReadScan = (file: {
  readonly name: string;
  readonly bytes: Uint8Array;
}) => Promise<Result<readonly ReadPage[], ScanRefusal>>;
