import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Checklist } from '../../../../renderer/domain/checklist/checklist';
import type { Runbook } from '../../../../renderer/domain/runbook/runbook';
import { sheetCodeText } from '../../../../renderer/exchange/print/codes/sheet-code';
import { type FormSheet, formSheetPages } from '../../../../renderer/exchange/print/form-sheet';
import { PageInk } from '../../../../renderer/exchange/print/page/ink';
import type { Paper } from '../../../../renderer/exchange/print/page/paper';
import { paperDocument } from '../../../../renderer/exchange/print/paper-document';
import { paperChecklist } from '../../../../renderer/exchange/print/sheets/paper-checklist';
import { paperRunbook } from '../../../../renderer/exchange/print/sheets/paper-runbook';
import { STYLES, type Style } from '../../../../renderer/exchange/print/type/styles';
import { textWidth } from '../../../../renderer/exchange/print/type/measure';
import { wrapText } from '../../../../renderer/exchange/print/type/wrap';
import { degrade } from '../../../support/paper/grey-image';
import { FILE_FONTS, openPrinter, type Printer } from '../../../support/paper/print-pdf';
import { readCodes } from '../../../support/paper/read-codes';
import { MEDICINES, MEDICINES_FROM_EHR, OBSERVATIONS, observationSet } from '../../../support/paper/sample-charts';
import { CHIOMA, CONTEXT, libraryFile, libraryForm, UNKNOWN } from '../../../support/paper/sample-sheets';

let printer: Printer;
beforeAll(async () => {
  printer = await openPrinter();
}, 60_000);
afterAll(() => printer.close());

interface Expected {
  readonly linear: string;
  readonly matrix: string;
}

/** Pages of sheets in one document, with the codes each page must carry. */
function documentOf(
  sheets: readonly FormSheet[],
  paper: Paper,
): { readonly html: string; readonly codes: readonly Expected[] } {
  const laid = sheets.map((sheet) => ({ sheet, pages: formSheetPages(sheet, paper, CONTEXT).pages }));
  return {
    html: paperDocument({
      pages: laid.flatMap(({ pages }) => pages.map(({ html }) => html)),
      paper,
      fonts: FILE_FONTS,
    }),
    codes: laid.flatMap(({ sheet: { form, serial, patient }, pages }) =>
      pages.map(({ page }) => ({
        linear: patient?.mrn ?? patient?.downtimeNumber ?? serial,
        matrix: sheetCodeText({ form: form.id, version: form.version, serial, page }),
      })),
    ),
  };
}

/** Every kind of page: shipped forms blank and filled, a wide chart, orders copied from the EHR. */
function everyKind(): readonly FormSheet[] {
  const shipped = ['F04', 'F06', 'F10'].map(libraryForm);
  return [
    ...shipped.map((form, index): FormSheet => ({ form, serial: `DT-7B02-000${index}-K`, mode: 'blank' })),
    ...shipped.map((form, index): FormSheet => ({
      form,
      serial: `DT-7B02-001${index}-K`,
      mode: 'prefill',
      patient: index === 0 ? UNKNOWN : CHIOMA,
    })),
    {
      form: OBSERVATIONS,
      serial: 'DT-7B02-0020-K',
      mode: 'prefill',
      patient: CHIOMA,
      sets: [observationSet('05:40', 88)],
    },
    { form: OBSERVATIONS, serial: 'DT-7B02-0021-K', mode: 'blank' },
    { form: MEDICINES, serial: 'DT-7B02-0022-K', mode: 'prefill', patient: CHIOMA, response: MEDICINES_FROM_EHR },
  ];
}

describe('printed pages', () => {
  test.each([
    ['A4', 150, 'clean and poor'],
    ['A4', 200, 'clean and poor'],
    ['Letter', 150, 'poor'],
  ] as const)(
    'give back both codes on every page of %s when scanned at %i dpi, %s',
    { timeout: 240_000 },
    async (paper, dpi, scans) => {
      const { html, codes } = documentOf(everyKind(), paper);
      const printed = await printer.print(html);
      expect(printed.overflow).toEqual([]);
      const pictures = printed.pictures(dpi);
      expect(pictures).toHaveLength(codes.length);
      for (const [index, picture] of pictures.entries()) {
        for (const image of scans === 'poor' ? [degrade(picture)] : [picture, degrade(picture)]) {
          const read = await readCodes(image);
          expect({ page: index + 1, ...read }).toEqual({
            page: index + 1,
            linear: [codes[index]?.linear],
            matrix: [codes[index]?.matrix],
          });
        }
      }
    },
  );

  test('embed only our own font and name patient, allergy and place on every page', { timeout: 60_000 }, async () => {
    const sheets = everyKind();
    const { html, codes } = documentOf(sheets, 'A4');
    const printed = await printer.print(html);
    for (const { name, embedded } of printed.fonts()) {
      expect(name).toMatch(/^[A-Z]{6}\+IBMPlexSans(-\w+)?$/);
      expect(embedded).toBe(true);
    }
    let page = 0;
    for (const sheet of sheets) {
      const { pages } = formSheetPages(sheet, 'A4', CONTEXT);
      for (const { of, page: number } of pages) {
        page += 1;
        const text = printed.text(page).replaceAll(/\s+/g, ' ');
        expect(text).toContain(`Page ${number} of ${of}`);
        expect(text).toContain(sheet.serial);
        expect(text).toContain('ALLERGIES');
        const known = sheet.patient === CHIOMA ? ['GARCÍA, Chioma', '05-May-1934', '9000148', 'PENICILLIN'] : [];
        expect(known.filter((part) => !text.includes(part))).toEqual([]);
      }
    }
    expect(page).toBe(codes.length);
  });

  test('give back the same identity when numbers and serials are any', { timeout: 120_000 }, async () => {
    const form = libraryForm('F10');
    const identities = fc.sample(
      fc.tuple(
        fc.stringMatching(/^[A-Z0-9][A-Z0-9./ -]{2,13}[A-Z0-9]$/),
        fc.stringMatching(/^DTB?-[A-Z0-9]{1,8}-\d{4}-[0-9A-Z]$/),
      ),
      { numRuns: 12, seed: 20_261_122 },
    );
    const { html, codes } = documentOf(
      identities.map(([mrn, serial]) => ({ form, serial, mode: 'prefill', patient: { ...CHIOMA, mrn } })),
      'A4',
    );
    const pictures = (await printer.print(html)).pictures(150);
    for (const [index, picture] of pictures.entries()) {
      expect(await readCodes(picture)).toEqual({ linear: [codes[index]?.linear], matrix: [codes[index]?.matrix] });
    }
  });

  test('of checklists and runbooks carry their code and fit when printed', { timeout: 60_000 }, async () => {
    const sheets = [
      paperChecklist(libraryFile<Checklist>('checklists/bedside-nurse'), { paper: 'A4', context: CONTEXT }),
      paperRunbook(libraryFile<Runbook>('runbooks/blood-bank'), { paper: 'A4', context: { ...CONTEXT, drill: true } }),
    ];
    const pages = sheets.flatMap((sheet) => sheet.pages);
    const printed = await printer.print(
      paperDocument({ pages: pages.map(({ html }) => html), paper: 'A4', fonts: FILE_FONTS }),
    );
    expect(printed.overflow).toEqual([]);
    const pictures = printed.pictures(150);
    expect(pictures).toHaveLength(pages.length);
    for (const picture of [pictures[0], pictures.at(-1)]) {
      const { matrix, linear } = await readCodes(degrade(picture ?? { width: 0, height: 0, pixels: new Uint8Array() }));
      expect([matrix.length, linear.length]).toEqual([1, 1]);
    }
  });
});

describe('the plan and the printing engine', () => {
  test('agree when text is wrapped: no printed line is wider than planned', { timeout: 60_000 }, async () => {
    const texts = fc.sample(
      fc.string({
        unit: fc.constantFrom(...'AVWTYfijlr 0123456789.,;:–-/()äöüßéèçñøåŁłżŞşễĐđΩμабв'),
        minLength: 5,
        maxLength: 60,
      }),
      { numRuns: 300, seed: 7 },
    );
    const styles = Object.keys(STYLES) as Style[];
    const planned = texts.map((text, index) => ({ text: text.trim(), style: styles[index % styles.length] ?? 'body' }));
    const spans = planned.map(
      ({ text, style }) =>
        `<span class="${style}" style="position:absolute;white-space:pre">${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</span>`,
    );
    const html = paperDocument({
      pages: [`<section class="pg">${spans.join('')}</section>`],
      paper: 'A4',
      fonts: FILE_FONTS,
    });
    const printedMm = (await printer.measure(html, '.pg > span')).map((px) => (px * 25.4) / 96);
    planned.forEach(({ text, style }, index) => {
      // Rounding to device pixels; the wrapping keeps 1.5 % in hand.
      expect(textWidth(text, style)).toBeGreaterThanOrEqual((printedMm[index] ?? 0) * 0.998);
    });
  });

  test('refuse by field name when 5,000 letters are put into a fixed box', { timeout: 60_000 }, async () => {
    const ink = new PageInk();
    const lines = wrapText('long note '.repeat(500), 'body', 100);
    ink.text({ x: 30, y: 30, width: 100, height: 40, lines, style: 'body', fit: 'Clinical details' });
    ink.text({ x: 30, y: 100, width: 100, lines: wrapText('short', 'body', 100), style: 'body', fit: 'Name' });
    const printed = await printer.print(
      paperDocument({
        pages: [`<section class="pg">${ink.html(210, 296.9)}</section>`],
        paper: 'A4',
        fonts: FILE_FONTS,
      }),
    );
    expect(printed.overflow).toEqual(['Clinical details']);
  });
});
