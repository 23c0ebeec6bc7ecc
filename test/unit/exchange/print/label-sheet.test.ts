import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Patient } from '../../../../renderer/domain/patient/patient';
import { paperDocument } from '../../../../renderer/exchange/print/paper-document';
import { labelSheets } from '../../../../renderer/exchange/print/sheets/label-sheet';
import { FILE_FONTS, openPrinter, type Printer } from '../../../support/paper/print-pdf';
import { readCodes } from '../../../support/paper/read-codes';
import { CHIOMA, CONTEXT, UNKNOWN } from '../../../support/paper/sample-sheets';

const LONG: Patient = {
  ...CHIOMA,
  id: 'p3',
  family: "D'Almeida-Ferreira",
  given: 'María José Consolação',
  mrn: '9000186',
};

let printer: Printer;
beforeAll(async () => {
  printer = await openPrinter();
}, 60_000);
afterAll(() => printer.close());

describe('label sheets', () => {
  test('go on to a second sheet when the first free label is the last', () => {
    expect(labelSheets({ patients: [CHIOMA], copies: 3, first: 21 }, 'A4', CONTEXT)).toHaveLength(2);
    expect(labelSheets({ patients: [CHIOMA], copies: 21 }, 'A4', CONTEXT)).toHaveLength(1);
    expect(labelSheets({ patients: [CHIOMA], copies: 31 }, 'Letter', CONTEXT)).toHaveLength(2);
  });

  test('move every label when the printer is nudged', () => {
    const lefts = (x: number): readonly number[] =>
      [
        ...(labelSheets({ patients: [CHIOMA], copies: 2, nudge: { x, y: 0 } }, 'A4', CONTEXT)[0] ?? '').matchAll(
          /left:([\d.]+)mm/g,
        ),
      ].map(([, left]) => Number(left));
    lefts(1.5).forEach((left, index) => expect(left - (lefts(0)[index] ?? 0)).toBeCloseTo(1.5));
  });

  test.each(['A4', 'Letter'] as const)(
    'fit %s and give back each number when scanned',
    { timeout: 60_000 },
    async (paper) => {
      const printed = await printer.print(
        paperDocument({
          pages: labelSheets({ patients: [CHIOMA, LONG, UNKNOWN], copies: 1 }, paper, CONTEXT),
          paper,
          fonts: FILE_FONTS,
        }),
      );
      expect(printed.overflow).toEqual([]);
      const [picture] = printed.pictures(200);
      if (!picture) throw new Error('no page');
      expect((await readCodes(picture)).linear.toSorted()).toEqual(['9000148', '9000186', 'D-7B02-0001-K']);
      for (const part of ["D'ALMEIDA-FERREIRA", 'ALLERGY', 'Allergies not known', 'UNKNOWN-MALE-BRAVO'])
        expect(printed.text()).toContain(part);
    },
  );
});
