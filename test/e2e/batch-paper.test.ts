import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BatchWard, openBatchWard, SET_UP } from '../support/batch-ward';
import { pdfFile } from '../support/paper/pdf-file';
import { ward7bCsv } from '../support/ward-7b';
import { labRequest } from '../support/ward-answers';

// Labels and the PDF export by batch, in the packaged app: one request, signed and corrected.

const [garcia, okonkwo] = ['9000131', '9000148'];
const minutesAgo = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();

let ward: BatchWard;
let serial: string;

beforeAll(async () => {
  ward = openBatchWard();
  await ward.run(...SET_UP);
  await ward.run('census', 'import', ward.given('ward.csv', ward7bCsv()), '--as-of', minutesAgo(90));
  await ward.run('outage', 'declare', '--kind', 'unplanned', '--systems', 'ehr', '--at', minutesAgo(60));
  const answers = (text: string): string => ward.given('answers.json', labRequest(minutesAgo(20), text));
  const signed = ['--answers', answers('Third day of fever'), '--sign-as', 'Mary Manager'];
  const saved = await ward.run('form', 'save', '--form', 'F10', '--patient', garcia, ...signed);
  serial = saved.json.serial;
  const corrected = ['--answers', answers('Fourth day of fever'), '--reason', 'Day miscounted'];
  await ward.run('form', 'amend', '--serial', serial, ...corrected, '--sign-as', 'Mary Manager');
});

afterAll(() => ward.remove());

describe('labels', () => {
  const labels = (...words: readonly string[]) => ward.run('print', 'labels', ...words);

  test('give back the number of each patient, from the first free label on', async () => {
    const out = ward.out('labels.pdf');
    const words = ['--patients', `${garcia},${okonkwo}`, '--stock', 'Letter-3x10', '--first', '30', '--out', out];
    const { exit, json } = await labels(...words);
    expect([exit, json.overflow, json.pages]).toEqual([0, [], 2]);
    const pdf = pdfFile(out);
    expect([pdf.pages, pdf.sizes]).toEqual([2, ['612 x 792']]);
    for (const page of [1, 2])
      expect((await pdf.codes(page)).linear).toEqual([json.sheets.find((one) => one.page === page)?.patient]);
  });

  test('carry the serial of the request on a tube, and are ZPL for a label printer', async () => {
    const { json } = await labels('--patients', garcia, '--kind', 'specimen', '--out', ward.out('tube.pdf'));
    expect(json.sheets.map((one) => one.serial)).toEqual([serial]);
    const out = ward.out('labels.zpl');
    expect((await labels('--patients', garcia, '--zpl', '--out', out)).exit).toBe(0);
    expect(readFileSync(out, 'utf8')).toMatch(/^\^XA\^CI28[^]*9000131[^]*\^XZ\n$/);
  });

  test('are refused on paper that the stock is not on, and for nobody', async () => {
    const out = ward.out('no.pdf');
    const wrong = await labels('--patients', 'all', '--stock', '5160', '--paper', 'A4', '--out', out);
    expect([wrong.exit, wrong.json.where]).toEqual([2, '--paper']);
    expect((await labels('--patients', '1234567', '--out', out)).exit).toBe(3);
    expect(existsSync(out)).toBe(false);
  });
});

describe('the PDF export', () => {
  test('writes a record of each patient and the log, and names nobody in a file name', async () => {
    const out = ward.out('record');
    const { exit, json } = await ward.run('export', '--format', 'pdf', '--out', out);
    expect(exit).toBe(0);
    expect(json.files.map((file) => file.name)).toEqual(['patient-001.pdf', 'ward-log.pdf', 'manifest.json']);
    const record = pdfFile(join(out, 'patient-001.pdf'));
    const text = Array.from({ length: record.pages }, (_, at) => record.text(at + 1)).join('\n');
    for (const part of [serial, 'Third day of fever', 'Fourth day of fever', 'Day miscounted'])
      expect(text).toContain(part);
    expect(pdfFile(join(out, 'ward-log.pdf')).text(1)).toContain('Downtime declared');
  });
});
