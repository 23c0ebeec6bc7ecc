import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sheetCodeText } from '../../../../renderer/exchange/print/codes/sheet-code';
import { formSheetPages } from '../../../../renderer/exchange/print/form-sheet';
import type { Paper } from '../../../../renderer/exchange/print/page/paper';
import { paperDocument } from '../../../../renderer/exchange/print/paper-document';
import { degrade } from '../../../support/paper/grey-image';
import { librarySheets } from '../../../support/paper/library-sheets';
import { FILE_FONTS, openPrinter, type Printer } from '../../../support/paper/print-pdf';
import { readCodes } from '../../../support/paper/read-codes';
import { CONTEXT } from '../../../support/paper/sample-sheets';

/**
 * All pages at both resolutions take many minutes on a slow machine, so a sample is read, and more when asked for:
 * `DOWNTIME_BOX_PAPER=all`, or the forms to read, `DOWNTIME_BOX_PAPER=F04,F10`.
 */
const ASKED = process.env['DOWNTIME_BOX_PAPER']?.split(',');
const TIMEOUT = ASKED ? 3_600_000 : 120_000;
/** Every so many pages of the library, another beginning for each kind of sheet. */
const SAMPLE = 43;
const PAGES_AT_ONCE = 16;

interface LibraryPage {
  readonly form: string;
  readonly name: string;
  readonly html: string;
  readonly codes: { readonly linear: readonly string[]; readonly matrix: readonly string[] };
}

function libraryPages(mode: 'blank' | 'prefill', paper: Paper): readonly LibraryPage[] {
  return librarySheets(mode).flatMap((sheet) =>
    formSheetPages(sheet, paper, CONTEXT).pages.map(({ page, html }) => ({
      form: sheet.form.id,
      name: `${sheet.form.id} page ${page}`,
      html,
      codes: {
        linear: [sheet.patient?.mrn ?? sheet.serial],
        matrix: [sheetCodeText({ form: sheet.form.id, version: sheet.form.version, serial: sheet.serial, page })],
      },
    })),
  );
}

let printer: Printer;
beforeAll(async () => {
  printer = await openPrinter();
}, 60_000);
afterAll(() => printer.close());

describe.each([
  ['blank', 'A4', 0],
  ['blank', 'Letter', 9],
  ['prefill', 'A4', 17],
  ['prefill', 'Letter', 29],
] as const)('the library %s on %s', (mode, paper, first) => {
  const pages = libraryPages(mode, paper);
  const documentOf = (some: readonly LibraryPage[]): string =>
    paperDocument({ pages: some.map(({ html }) => html), paper, fonts: FILE_FONTS });

  test('overflows nowhere when laid out with the longest data', { timeout: TIMEOUT }, async () => {
    const printed = await printer.print(documentOf(pages));
    expect(printed.overflow).toEqual([]);
    expect(printed.pageCount()).toBe(pages.length);
  });

  test('gives back both codes when scanned clean and poor', { timeout: TIMEOUT }, async () => {
    const read = pages.filter(({ form }, index) =>
      ASKED ? ASKED.includes('all') || ASKED.includes(form) : index % SAMPLE === first,
    );
    expect(read.length).toBeGreaterThan(0);
    for (let start = 0; start < read.length; start += PAGES_AT_ONCE) {
      const some = read.slice(start, start + PAGES_AT_ONCE);
      const printed = await printer.print(documentOf(some));
      for (const dpi of ASKED ? [150, 200] : [150]) {
        for (const [index, picture] of printed.pictures(dpi).entries()) {
          const page = some[index];
          const scans = { clean: await readCodes(picture), poor: await readCodes(degrade(picture)) };
          expect({ name: page?.name, dpi, ...scans }).toEqual({
            name: page?.name,
            dpi,
            clean: page?.codes,
            poor: page?.codes,
          });
        }
      }
    }
  });
});
