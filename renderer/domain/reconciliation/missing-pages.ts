import { SHEET } from './sheet-items';
import { itemKeyText } from './back-entry-item';
import type { ReturnedPages } from './pages';
import type { Reconciliation } from './queue';

/** A sheet that left the printer, as the audit counts its pages. */
export interface CountedSheet {
  readonly serial: string;
  readonly form: string;
  readonly pages: number;
  /** Opaque patient id; `-` on blank paper. */
  readonly patient: string;
}

/** A sheet of which pages are missing: `page 2 of 3 not seen`. */
export interface MissingPages extends CountedSheet {
  readonly missing: readonly number[];
  /** Nothing of it came back at all. */
  readonly whole: boolean;
}

/**
 * Paper gets lost between unit and scanning ([N-PHP]): every page that was printed is seen again, by its code, or
 * somebody says why the sheet is not needed. What was signed on screen is asked for only if a part of it was seen.
 */
export function missingPages(
  sheets: readonly CountedSheet[],
  returned: ReturnedPages,
  view: Reconciliation,
): readonly MissingPages[] {
  return sheets.flatMap((sheet) => {
    const seen = returned.bySerial.get(sheet.serial);
    const item =
      view.byKey.get(itemKeyText({ serial: sheet.serial, item: SHEET })) ??
      view.byKey.get(itemKeyText({ serial: sheet.serial, item: 'scan' }));
    if (item?.mark?.as === 'not-needed' || item?.mark?.as === 'scanned' || (!item && !seen)) return [];
    const missing = Array.from({ length: sheet.pages }, (_, index) => index + 1).filter((page) => !seen?.has(page));
    return missing.length === 0 ? [] : [{ ...sheet, missing, whole: missing.length === sheet.pages }];
  });
}

/** Sheets of which every page was seen and whose scan nobody has confirmed yet. */
export function completeSheets(
  sheets: readonly CountedSheet[],
  returned: ReturnedPages,
  view: Reconciliation,
): readonly (CountedSheet & { readonly item: string })[] {
  return sheets.flatMap((sheet) => {
    const seen = returned.bySerial.get(sheet.serial);
    const item = [SHEET, 'scan'].find(
      (id) => view.byKey.get(itemKeyText({ serial: sheet.serial, item: id }))?.state === 'to-enter',
    );
    if (!seen || item === undefined) return [];
    for (let page = 1; page <= sheet.pages; page += 1) if (!seen.get(page)?.images.length) return [];
    return [{ ...sheet, item }];
  });
}
