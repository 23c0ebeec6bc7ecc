import bwip from 'bwip-js/node';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { code128 } from '../../../../renderer/exchange/print/codes/code-128';
import { dataMatrix } from '../../../../renderer/exchange/print/codes/data-matrix';
import { parseSheetCode, sheetCodeText } from '../../../../renderer/exchange/print/codes/sheet-code';
import type { GreyImage } from '../../../support/paper/grey-image';
import { readCodes } from '../../../support/paper/read-codes';

const ascii = (maxLength: number): fc.Arbitrary<string> =>
  fc.string({
    unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
    minLength: 1,
    maxLength,
  });
const idLike = fc.stringMatching(/^[A-Z0-9./-]{1,20}$/);

/** Draws dark modules as 4 x 4 pixels (bars 60 high) on white. */
function picture(rows: readonly (readonly boolean[])[]): GreyImage {
  const scale = 4;
  const edge = 12 * scale;
  const width = (rows[0]?.length ?? 0) * scale + 2 * edge;
  const height = rows.length * scale + 2 * edge;
  const pixels = new Uint8Array(width * height).fill(255);
  rows.forEach((row, y) =>
    row.forEach((dark, x) => {
      for (let dy = 0; dark && dy < scale; dy += 1)
        pixels.fill(
          0,
          (edge + y * scale + dy) * width + edge + x * scale,
          (edge + y * scale + dy) * width + edge + (x + 1) * scale,
        );
    }),
  );
  return { width, height, pixels };
}

describe('Data Matrix', () => {
  test('is read back by an independent reader when the text is any ASCII', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(ascii(150), idLike, fc.stringMatching(/^\d{1,120}$/)), async (text) => {
        const { size, dark } = dataMatrix(text);
        const rows = Array.from({ length: size }, (_, row) => dark.slice(row * size, row * size + size));
        expect((await readCodes(picture(rows))).matrix).toEqual([text]);
      }),
      { numRuns: 150 },
    );
  });

  test('equals the symbol of another encoder when the text is a sheet code', () => {
    const text = 'DT|F10|1.0.0|DT-7B-0005|1';
    const [theirs] = bwip.raw({ bcid: 'datamatrix', text }) as { pixs: number[]; pixx: number }[];
    expect(dataMatrix(text).dark.map(Number)).toEqual(theirs?.pixs);
  });

  test('refuses by throwing when the text cannot be carried, never by cutting it', () => {
    expect(() => dataMatrix('Ä')).toThrow('ASCII');
    expect(() => dataMatrix('A'.repeat(175))).toThrow('too long');
  });
});

describe('Code 128', () => {
  test('is read back by an independent reader when the number is letters, digits or both', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(ascii(20), idLike, fc.stringMatching(/^[A-Z]{0,3}\d{1,14}[A-Z]{0,2}$/)),
        async (text) => {
          const bars = (code128(text)?.widths ?? []).flatMap((width, index) =>
            Array.from({ length: width }, () => index % 2 === 0),
          );
          expect((await readCodes(picture(Array.from({ length: 15 }, () => bars)))).linear).toEqual([text]);
        },
      ),
      { numRuns: 150 },
    );
  });

  test('has the bars of another encoder when the number is an MRN', () => {
    const [theirs] = bwip.raw({ bcid: 'code128', text: '9000148' }) as unknown as { sbs: number[] }[];
    expect(code128('9000148')?.widths).toEqual(theirs?.sbs);
  });

  test('is left out when the number has letters it cannot carry', () => {
    expect(code128('Ö-1')).toBeUndefined();
    expect(code128('')).toBeUndefined();
  });
});

describe('sheet code', () => {
  test('reads back as the same sheet when form, version and serial are plain', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[A-Z][A-Z0-9-]{0,20}$/),
        fc.stringMatching(/^\d\.\d\.\d$/),
        fc.stringMatching(/^DT-[A-Z0-9]{1,6}-\d{4}$/),
        fc.integer({ min: 1, max: 999 }),
        (form, version, serial, page) => {
          expect(parseSheetCode(sheetCodeText({ form, version, serial, page }))).toEqual({
            form,
            version,
            serial,
            page,
          });
        },
      ),
    );
  });

  test('fits one symbol and says that an id was cut when ids are hostile', () => {
    const text = sheetCodeText({
      form: `http://x.example/${'ü|'.repeat(300)}`,
      version: '',
      serial: 'DT-7B-0005',
      page: 12,
    });
    expect(() => dataMatrix(text)).not.toThrow();
    const read = parseSheetCode(text);
    expect(read).toMatchObject({ serial: 'DT-7B-0005', page: 12, version: '-' });
    expect(read?.form).toMatch(/~$/);
  });

  test('is not a sheet when a scanner reads something else', () => {
    for (const other of ['', '9000148', 'DT|F10|1|DT-7B-0005', 'DT|F10|1|DT-7B-0005|0', 'DT|F10|1|S|1|x', 'XX|F|1|S|1'])
      expect(parseSheetCode(other)).toBeUndefined();
  });
});
