import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Patient } from '../../../../renderer/domain/patient/patient';
import { paperDocument } from '../../../../renderer/exchange/print/paper-document';
import { labelPlaces, labelSheets } from '../../../../renderer/exchange/print/labels/label-sheet';
import { FILE_FONTS, openPrinter, type Printer } from '../../../support/paper/print-pdf';
import { readCodes } from '../../../support/paper/read-codes';
import { LABEL_KINDS, type LabelSubject } from '../../../../renderer/exchange/print/labels/label-text';
import { CHIOMA, CONTEXT, UNKNOWN } from '../../../support/paper/sample-sheets';

const LONG: Patient = {
  ...CHIOMA,
  id: 'p3',
  family: "D'Almeida-Ferreira",
  given: 'María José Consolação',
  mrn: '9000186',
};

/** Of a list that had no number for him. */
const { mrn: _, ...unnumbered } = CHIOMA;
const NUMBERLESS: Patient = { ...unnumbered, id: 'p4', family: 'Nummerlos', given: 'Otto' };

let printer: Printer;
beforeAll(async () => {
  printer = await openPrinter();
}, 60_000);
afterAll(() => printer.close());

const one = (...patients: readonly Patient[]): readonly LabelSubject[] => patients.map((patient) => ({ patient }));

describe('label sheets', () => {
  test('go on to a second sheet when the first free label is the last', () => {
    expect(labelSheets({ kind: 'patient', subjects: one(CHIOMA), copies: 3, first: 21 }, 'A4', CONTEXT)).toHaveLength(
      2,
    );
    expect(labelSheets({ kind: 'patient', subjects: one(CHIOMA), copies: 21 }, 'A4', CONTEXT)).toHaveLength(1);
    expect(labelSheets({ kind: 'patient', subjects: one(CHIOMA), copies: 31 }, 'Letter', CONTEXT)).toHaveLength(2);
  });

  test('move every label when the printer is nudged', () => {
    const lefts = (x: number): readonly number[] =>
      [
        ...(
          labelSheets({ kind: 'patient', subjects: one(CHIOMA), copies: 2, nudge: { x, y: 0 } }, 'A4', CONTEXT)[0] ?? ''
        ).matchAll(/left:([\d.]+)mm/g),
      ].map(([, left]) => Number(left));
    lefts(1.5).forEach((left, index) => expect(left - (lefts(0)[index] ?? 0)).toBeCloseTo(1.5));
  });

  test('say where each label lies when a used sheet goes on', () => {
    const places = labelPlaces({ kind: 'patient', subjects: one(CHIOMA, UNKNOWN), copies: 2, first: 20 }, 'A4');
    expect(places.map(({ subject, page, place }) => [subject.patient.id, page, place])).toEqual([
      ['p1', 1, 20],
      ['p1', 1, 21],
      ['p2', 2, 1],
      ['p2', 2, 2],
    ]);
  });

  describe.each(['A4', 'Letter'] as const)('on %s', (paper) => {
    test.each(LABEL_KINDS)(
      'fit and give back each number when a %s label is scanned',
      { timeout: 60_000 },
      async (kind) => {
        const printed = await printer.print(
          paperDocument({
            pages: labelSheets(
              { kind, subjects: one(CHIOMA, LONG, UNKNOWN, NUMBERLESS), copies: 1, site: 'St Anne' },
              paper,
              CONTEXT,
            ),
            paper,
            fonts: FILE_FONTS,
          }),
        );
        expect(printed.overflow).toEqual([]);
        const [picture] = printed.pictures(200);
        if (!picture) throw new Error('no page');
        const { linear, matrix } = await readCodes(picture);
        const numbers = ['9000148', '9000186', 'D-7B02-0001-K'];
        expect((kind === 'wristband' ? matrix : linear).toSorted()).toEqual(numbers);
        const text = printed.text();
        for (const part of ["D'ALMEIDA-FERREIRA", 'UNKNOWN-MALE-BRAVO', 'NO NUMBER', ...numbers])
          expect(text).toContain(part);
        // An allergy word on a tube takes the room of what the laboratory needs.
        for (const part of ['ALLERGY', 'Allergies not known']) expect(text.includes(part)).toBe(kind !== 'specimen');
        expect(text.includes('Taken')).toBe(kind === 'specimen');
      },
    );

    test('carry the number of the request on a tube when there is one', { timeout: 60_000 }, async () => {
      const subjects = [
        { patient: CHIOMA, accession: 'DT-7B02-0004-D' },
        { patient: LONG, accession: 'DT-7B02-0005-E' },
      ];
      const printed = await printer.print(
        paperDocument({
          pages: labelSheets({ kind: 'specimen', subjects, copies: 1 }, paper, CONTEXT),
          paper,
          fonts: FILE_FONTS,
        }),
      );
      expect(printed.overflow).toEqual([]);
      const [picture] = printed.pictures(200);
      if (!picture) throw new Error('no page');
      expect((await readCodes(picture)).linear.toSorted()).toEqual(['DT-7B02-0004-D', 'DT-7B02-0005-E']);
      expect(printed.text()).toContain('DT-7B02-0004-D');
    });
  });
});
