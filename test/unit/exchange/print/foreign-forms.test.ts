import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { parseFormText } from '../../../../renderer/domain/form/parse/parse-form';
import { formSheetPages } from '../../../../renderer/exchange/print/form-sheet';
import { paperDocument } from '../../../../renderer/exchange/print/paper-document';
import { FILE_FONTS, openPrinter } from '../../../support/paper/print-pdf';
import { CHIOMA, CONTEXT } from '../../../support/paper/sample-sheets';

// Questionnaires of other products lie beside the project where it is developed, not inside it.
const FOLDER = resolve(import.meta.dirname, '../../../../../shared/data/questionnaires');
const FILES = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith('.json')) : [];
const PAGES_PER_DOCUMENT = 150;

test.skipIf(FILES.length === 0)(
  'forms of other makers fit on paper when blank and when filled',
  { timeout: 180_000 },
  async () => {
    const pages: string[] = [];
    for (const file of FILES) {
      const parsed = parseFormText(readFileSync(join(FOLDER, file), 'utf8'), file);
      if (!parsed.ok) continue;
      for (const sheet of [{ mode: 'blank' }, { mode: 'record', patient: CHIOMA }] as const) {
        const laid = formSheetPages({ form: parsed.value, serial: 'DT-7B02-0005-K', ...sheet }, 'A4', CONTEXT);
        expect({ file, tooHigh: laid.tooHigh }).toEqual({ file, tooHigh: [] });
        pages.push(...laid.pages.map(({ html }) => html));
      }
    }
    const printer = await openPrinter();
    try {
      for (let first = 0; first < pages.length; first += PAGES_PER_DOCUMENT) {
        const part = pages.slice(first, first + PAGES_PER_DOCUMENT);
        const printed = await printer.print(paperDocument({ pages: part, paper: 'A4', fonts: FILE_FONTS }));
        expect(printed.overflow).toEqual([]);
        expect(printed.pageCount()).toBe(part.length);
        for (const { name } of printed.fonts()) expect(name).toContain('IBMPlexSans');
      }
    } finally {
      await printer.close();
    }
  },
);
