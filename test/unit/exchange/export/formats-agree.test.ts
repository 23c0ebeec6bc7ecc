import ExcelJS from 'exceljs';
import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { buildExport } from '../../../../renderer/exchange/export/build-export';
import type { ExportInput } from '../../../../renderer/exchange/export/export-input';
import { patientTimeline } from '../../../../renderer/exchange/export/pdf-timeline';
import { parseHl7 } from '../../../../renderer/exchange/hl7v2/codec';
import { fieldText, fieldValue } from '../../../../renderer/exchange/hl7v2/values';
import type { FormResponse } from '../../../../renderer/domain/form/response';
import { answer, group } from './answers';
import { at as path, list } from './json-path';
import { libraryForm, outage, sha256, signed, textOf } from './outage';

// One record, every format: whatever is written down must be the same value in FHIR, HL7 v2, CSV, XLSX and on paper.

const F06 = libraryForm('F06');

const signs = fc.record({
  rr: fc.integer({ min: 4, max: 60 }),
  hr: fc.integer({ min: 20, max: 250 }),
  systolic: fc.integer({ min: 50, max: 280 }),
  diastolic: fc.integer({ min: 20, max: 49 }),
  temp: fc.integer({ min: 300, max: 430 }).map((tenths) => tenths / 10),
  note: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).filter((text) => /\S/.test(text)),
});

type Signs = typeof signs extends fc.Arbitrary<infer T> ? T : never;

function responseOf({ rr, hr, systolic, diastolic, temp, note }: Signs): FormResponse {
  return {
    resourceType: 'QuestionnaireResponse',
    questionnaire: 'https://downtime-box.invalid/fhir/Questionnaire/F06|0.1.0',
    status: 'completed',
    item: [
      group('breathing', answer('rr', { valueInteger: rr })),
      group(
        'circulation',
        answer('hr', { valueInteger: hr }),
        answer('bp-sys', { valueInteger: systolic }),
        answer('bp-dia', { valueInteger: diastolic }),
        answer('temp', { valueDecimal: temp }),
      ),
      group('response', answer('escalation-response', { valueString: note })),
    ],
  };
}

function inputOf(value: Signs): ExportInput {
  return outage({ forms: [{ signed: signed('S1', 'F06', 'p-ana', responseOf(value)), definition: F06 }] });
}

/** LOINC code -> value, unit and time, as one format tells it. */
type Told = Readonly<Record<string, readonly [value: string, unit: string]>>;

async function toldByFhir(input: ExportInput): Promise<{ told: Told; note: unknown }> {
  const { files } = await buildExport('fhir', input, sha256);
  const bundle: unknown = JSON.parse(textOf(files, 'outage.fhir.json'));
  const resources = list(bundle, 'entry').map((one) => path(one, 'resource'));
  const observations = resources.filter((one) => path(one, 'resourceType') === 'Observation');
  const parts = observations.flatMap((one) =>
    path(one, 'component') === undefined ? [one] : [...list(one, 'component')],
  );
  const told = Object.fromEntries(
    parts.map((one) => [
      String(path(one, 'code.coding.0.code')),
      [String(path(one, 'valueQuantity.value')), String(path(one, 'valueQuantity.code'))] as const,
    ]),
  );
  const response = resources.find((one) => path(one, 'resourceType') === 'QuestionnaireResponse');
  const note = list(response, 'item')
    .flatMap((one) => list(one, 'item'))
    .find((one) => path(one, 'linkId') === 'escalation-response');
  return { told, note: path(note, 'answer.0.valueString') };
}

async function toldByHl7(input: ExportInput): Promise<{ told: Told; note: unknown }> {
  const { files } = await buildExport('hl7v2', input, sha256);
  const lines = parseHl7(textOf(files, 'outage.hl7')).messages.flatMap((message) =>
    message.segments.filter(({ name }) => name === 'OBX').map((segment) => ({ message, segment })),
  );
  const coded = lines.filter(({ message, segment }) => fieldValue(message, segment, 3, 3) === 'LN');
  const note = lines.find(({ message, segment }) => fieldValue(message, segment, 3)?.endsWith('escalation-response'));
  return {
    told: Object.fromEntries(
      coded.map(({ message, segment }) => [
        fieldValue(message, segment, 3) ?? '',
        [fieldValue(message, segment, 5) ?? '', fieldValue(message, segment, 6) ?? ''] as const,
      ]),
    ),
    note: note && fieldText(note.message, note.segment, 5),
  };
}

function toldByRows(rows: readonly (readonly string[])[], answers: readonly (readonly string[])[]) {
  const [head = [], ...lines] = rows;
  const cell = (line: readonly string[], name: string): string => line[head.indexOf(name)] ?? '';
  const told: Told = Object.fromEntries(
    lines.map((line) => [cell(line, 'code'), [cell(line, 'value'), cell(line, 'unit')] as const]),
  );
  const note = answers.find((line) => line.includes('escalation-response'));
  return { told, note };
}

test('FHIR, HL7 v2 and CSV tell the same values, units and words, whatever they are', async () => {
  await fc.assert(
    fc.asyncProperty(signs, async (value) => {
      const input = inputOf(value);
      const expected: Record<string, string> = {
        '9279-1': String(value.rr),
        '8867-4': String(value.hr),
        '8480-6': String(value.systolic),
        '8462-4': String(value.diastolic),
        '8310-5': String(value.temp),
      };
      const fhir = await toldByFhir(input);
      const hl7 = await toldByHl7(input);
      const { files } = await buildExport('csv', input, sha256);
      const rows = (name: string) =>
        Papa.parse<string[]>(textOf(files, name).replace(/\r\n$/, ''), { delimiter: ',', newline: '\r\n' }).data;
      const csv = toldByRows(rows('values.csv'), rows('answers.csv'));
      for (const [code, number] of Object.entries(expected)) {
        expect([fhir.told[code]?.[0], hl7.told[code]?.[0], csv.told[code]?.[0]]).toEqual([number, number, number]);
        expect(hl7.told[code]?.[1]).toBe(fhir.told[code]?.[1]);
      }
      expect(fhir.note).toBe(value.note);
      // HL7 v2 knows one line break; a spreadsheet must not run a formula.
      expect(hl7.note).toBe(value.note.replace(/\r\n?/g, '\n'));
      expect(csv.note?.some((cell) => cell === value.note || cell === `'${value.note}`)).toBe(true);
    }),
    { numRuns: 25 },
  );
}, 120_000);

test('the workbook holds the same numbers when somebody else reads it, and MRNs keep their zeros', async () => {
  const value = { rr: 18, hr: 88, systolic: 120, diastolic: 45, temp: 38.4, note: '=SUM(A1)' };
  const { files } = await buildExport('xlsx', inputOf(value), sha256);
  const book = new ExcelJS.Workbook();
  const bytes = files.find(({ name }) => name.endsWith('.xlsx'))?.bytes ?? new Uint8Array();
  await book.xlsx.load(bytes.slice().buffer);
  const rowsOf = (name: string): string[][] => {
    const rows: string[][] = [];
    book.getWorksheet(name)?.eachRow((row) => {
      const cells = Array.isArray(row.values) ? row.values.slice(1) : [];
      rows.push(
        Array.from(cells, (cell) => (typeof cell === 'string' || typeof cell === 'number' ? String(cell) : '')),
      );
    });
    return rows;
  };
  const { told } = toldByRows(rowsOf('values'), []);
  expect(['9279-1', '8867-4', '8480-6', '8462-4', '8310-5'].map((code) => told[code]?.[0])).toEqual([
    '18',
    '88',
    '120',
    '45',
    '38.4',
  ]);
  expect(rowsOf('patients').flat()).toContain('0009000131');
  const answers = rowsOf('answers').flat();
  expect(answers.some((cell) => cell.includes('=SUM(A1)'))).toBe(true);
  book.eachSheet((sheet) =>
    sheet.eachRow((row) => row.eachCell((cell) => expect(cell.type).not.toBe(ExcelJS.ValueType.Formula))),
  );
});

test('the paper of a patient names the form that holds the values', () => {
  const input = inputOf({ rr: 18, hr: 88, systolic: 120, diastolic: 45, temp: 38.4, note: 'x' });
  const [patient] = input.patients;
  const lines = patient === undefined ? [] : patientTimeline(patient, input.forms, input);
  expect(JSON.stringify(lines)).toContain('S1');
});
