import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCsv } from '../../../../renderer/exchange/csv/read-csv';
import { writeCsv } from '../../../../renderer/exchange/csv/write-csv';

const KNOWN = ['mrn', 'name', 'dob'];
const headerScore = (cells: readonly string[]): number =>
  cells.filter((cell) => KNOWN.includes(cell.trim().toLowerCase())).length;
const table = (text: string) => readCsv(text, 'x.csv', { headerScore });

describe('a table', () => {
  test.each([
    [',', 'MRN,Name\n1,A\n'],
    [';', 'MRN;Name\n1;A, B\n'],
    ['\t', 'MRN\tName\n1\tA, B\n2\tC, D\n'],
    ['|', 'MRN|Name\n1|A; B\n'],
    ['^', 'sep=^\nMRN^Name\n1^A, B\n'],
  ])('is split at %j when its header says so', (delimiter, text) => {
    expect(table(text)).toMatchObject({ delimiter, header: ['MRN', 'Name'], ragged: [], refused: [] });
  });

  test('is found below titles, and knows the lines of its rows', () => {
    const read = table('Census of ward 7B\r\n\r\nPrinted;22.11.2026\r\nMRN;Name;DOB\r\n1;"A\r\nB";x\r\n\r\n2;C;y\r\n');
    expect(read.headerLine).toBe(4);
    expect(read.preamble.map((row) => row.line)).toEqual([1, 3]);
    expect(read.rows).toEqual([
      { line: 5, cells: ['1', 'A\nB', 'x'] },
      { line: 8, cells: ['2', 'C', 'y'] },
    ]);
  });

  test('is read when lines end with CR alone or the last has no end', () => {
    expect(table('MRN,Name\r1,A\r2,B').rows.map((row) => [row.line, row.cells[0]])).toEqual([
      [2, '1'],
      [3, '2'],
    ]);
  });

  test('names columns once, whatever the header says', () => {
    expect(table('MRN,Name,Name,,DOB\n1,A,B,C,D\n').header).toEqual(['MRN', 'Name', 'Name (2)', 'Column 4', 'DOB']);
  });

  test('bears separators at the end of lines and of the header', () => {
    const read = table('MRN;Name;DOB;;\n1;A;x;;\n2;B;y\n');
    expect([read.header, read.rows.length, read.ragged]).toEqual([['MRN', 'Name', 'DOB'], 2, []]);
  });

  test('gives up one line only when a quote does not close, wherever it closes by accident', () => {
    const read = table('MRN,Name,DOB\n1,"A,x\n2,"B",y\n3,C,z\n4,"D,w\n');
    expect(read.rows.map((row) => row.cells[0])).toEqual(['2', '3']);
    expect(read.refused.map((one) => [one.code, one.where.line])).toEqual([
      ['unclosed-quote', 2],
      ['unclosed-quote', 5],
    ]);
  });
});

test('what we write is read back', () => {
  const cell = fc.string({ unit: fc.constantFrom(...'ab ,;"\n|\té0') }).filter((text) => !/^[\t\n=+@-]/.test(text));
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 }), (rows) => {
      const kept = rows.filter((row) => row.some((one) => one.trim() !== ''));
      const read = readCsv(writeCsv(['MRN', 'Name', 'DOB'], rows), 'x.csv', { headerScore, delimiter: ',' });
      expect(read.rows.map((row) => row.cells)).toEqual(kept);
      expect(read.refused).toEqual([]);
    }),
  );
});
