import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { writeCsv } from '../../../../renderer/exchange/csv/write-csv';
import { buildExport } from '../../../../renderer/exchange/export/build-export';
import { changedSince, ledgerToken } from '../../../../renderer/exchange/export/changed-since';
import type { Entry } from '../../../../renderer/domain/ledger/entry';
import { answer, group, NASTY, vitals } from './answers';
import { libraryForm, outage, sha256, signed, textOf } from './outage';

const table = (text: string) => Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;

describe('CSV', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '＝1'])(
    'a text that begins like a formula (%j) gets an apostrophe',
    (text) => {
      expect(Papa.parse<string[]>(writeCsv(['h'], [[text]])).data[1]).toEqual([`'${text}`]);
    },
  );

  test('numbers stay numbers, and every sign of a text comes back', () => {
    const text = writeCsv(
      ['a', 'b', 'c'],
      [
        [-3.5, NASTY, '"; , x'],
        [null, ' lead', undefined],
      ],
      { bom: true },
    );
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(Papa.parse<string[]>(text.slice(1)).data.slice(1, 3)).toEqual([
      ['-3.5', NASTY, '"; , x'],
      ['', ' lead', ''],
    ]);
  });

  test('has one file per class, identity on every line, leading zeros kept', async () => {
    const { files } = await buildExport('csv', outage(), sha256);
    expect(files.map((file) => file.name)).toEqual([
      'patients.csv',
      'forms.csv',
      'answers.csv',
      'values.csv',
      'orders.csv',
      'doses.csv',
      'allergies.csv',
      'moves.csv',
      'messages.csv',
      'procedures.csv',
      'links.csv',
      'checklist-log.csv',
      'back-entry.csv',
      'manifest.json',
    ]);
    expect(table(textOf(files, 'patients.csv')).map((one) => one['mrn'])).toEqual(['0009000131', '777']);
    expect(table(textOf(files, 'forms.csv')).map((one) => [one['serial'], one['status']])).toEqual([
      ['DT-7B-0001-A', 'completed'],
      ['DT-7B-0002-B', 'superseded'],
      ['DT-7B-0002-B', 'amended'],
      ['DT-7B-0003-C', 'completed'],
      ['DT-7B-0004-D', 'completed'],
    ]);
    expect(
      table(textOf(files, 'answers.csv')).find((one) => one['link_id'] === 'escalation-response')?.['answer'],
    ).toBe(NASTY);
    expect(
      table(textOf(files, 'values.csv'))
        .filter((one) => one['code'] === '8480-6')
        .map((one) => [one['value'], one['unit'], one['status']]),
    ).toEqual([
      ['120', 'mm[Hg]', 'final'],
      ['110', 'mm[Hg]', 'amended'],
    ]);
  });

  test('does not run what a patient wrote', async () => {
    const evil = {
      ...vitals(120),
      item: [group('response', answer('escalated-to', { valueString: '=HYPERLINK("http://x")' }))],
    };
    const { files } = await buildExport(
      'csv',
      outage({ forms: [{ signed: signed('S1', 'F06', 'p-ana', evil), definition: libraryForm('F06') }] }),
      sha256,
    );
    expect(textOf(files, 'answers.csv')).toContain(`"'=HYPERLINK(`);
  });
});

describe('XLSX', () => {
  test('has a sheet per class; numbers of patients are text with their zeros', async () => {
    const { files } = await buildExport('xlsx', outage(), sha256);
    const parts = unzipSync(files.find((file) => file.name === 'outage.xlsx')?.bytes ?? new Uint8Array());
    const sheets = [
      ...strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array()).matchAll(/<sheet [^>]*name="([^"]+)"/g),
    ].map((match) => match[1]);
    expect(sheets).toEqual([
      'patients',
      'forms',
      'answers',
      'values',
      'orders',
      'doses',
      'allergies',
      'moves',
      'messages',
      'procedures',
      'links',
      'checklist-log',
      'back-entry',
    ]);
    const all = Object.entries(parts)
      .filter(([name]) => name.endsWith('.xml'))
      .map(([, bytes]) => strFromU8(bytes))
      .join('');
    expect(all).toContain('>0009000131<');
    expect(all).not.toMatch(/<f>/);
  });
});

describe('one fact in all formats', () => {
  test('has the same value in FHIR, HL7 v2 and CSV', async () => {
    for (const systolic of [71, 120, 219]) {
      const input = outage({
        forms: [{ signed: signed('S1', 'F06', 'p-ana', vitals(systolic)), definition: libraryForm('F06') }],
      });
      const [fhir, hl7, csv] = await Promise.all(
        (['fhir', 'hl7v2', 'csv'] as const).map((format) => buildExport(format, input, sha256)),
      );
      expect(textOf(fhir?.files ?? [], 'outage.fhir.json')).toContain(`"value":${systolic},`);
      expect(textOf(hl7?.files ?? [], 'outage.hl7')).toContain(`8480-6^BP systolic^LN|1|${systolic}|mm[Hg]`);
      expect(textOf(csv?.files ?? [], 'values.csv')).toContain(`8480-6,BP systolic,${systolic},mm[Hg]`);
    }
  });
});

describe('the manifest', () => {
  test('names every file with hash and count, and no patient', async () => {
    const { files, manifest } = await buildExport('csv', outage(), sha256);
    expect(manifest).toMatchObject({
      format: 'csv',
      token: 'd:42',
      ledgerHead: 'abc',
      onlyChanges: false,
      drill: false,
      counts: { patients: 2, forms: 4, value: 15, order: 3, dose: 4, lab: 1, allergy: 2, move: 3 },
    });
    for (const written of manifest.files) {
      const file = files.find((one) => one.name === written.name);
      expect(written.sha256).toBe(await sha256(file?.bytes ?? new Uint8Array()));
    }
    const text = textOf(files, 'manifest.json');
    for (const word of ['GARC', '9000131', '1951', 'UNKNOWN-MALE']) expect(text).not.toContain(word);
  });
});

describe('only what changed', () => {
  const entry = (device: string, seq: number, subject: string) => ({ device, seq, subject }) as Entry;
  const before = [entry('a', 1, 's1'), entry('b', 1, 'p1'), entry('a', 2, 's2')];

  test('is found by a token that knows every device', () => {
    const token = ledgerToken(before);
    expect(token).toBe('a:2,b:1');
    expect(changedSince([...before, entry('b', 2, 's1'), entry('c/1', 1, 'p9')], token)).toEqual(new Set(['s1', 'p9']));
    expect(ledgerToken([entry('c/1,x', 7, 'p')])).toBe('c%2F1%2Cx:7');
    expect(changedSince([entry('c/1,x', 8, 'p')], 'c%2F1%2Cx:7')).toEqual(new Set(['p']));
  });

  test('is refused when the token is none', () => expect(changedSince(before, 'yesterday')).toBeUndefined());

  test('goes out alone', async () => {
    const { manifest } = await buildExport('csv', outage({ changed: new Set(['DT-7B-0002-B']) }), sha256);
    expect(manifest).toMatchObject({ onlyChanges: true, counts: { forms: 1, patients: 1 } });
  });
});
