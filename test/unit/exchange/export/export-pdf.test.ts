import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildExport, type BuiltExport } from '../../../../renderer/exchange/export/build-export';
import type { ExportInput } from '../../../../renderer/exchange/export/export-input';
import type { ExportPrinter } from '../../../../renderer/exchange/export/write-pdf';
import { paperDocument } from '../../../../renderer/exchange/print/paper-document';
import { pdfFile } from '../../../support/paper/pdf-file';
import { FILE_FONTS, openPrinter, type Printer } from '../../../support/paper/print-pdf';
import { NO_PATIENT } from '../../../../renderer/domain/form/about-whom';
import { vitals } from './answers';
import { outage, sha256, signed, textOf } from './outage';

// Read back with poppler: nothing of ours says what is in the file.

let chromium: Printer;
let folder: string;
let made: BuiltExport;

const printer: ExportPrinter = {
  paper: 'A4',
  async toPdf(pages, paper) {
    const printed = await chromium.print(paperDocument({ pages, paper, fonts: FILE_FONTS }));
    return { pdf: new Uint8Array(printed.pdf), overflow: printed.overflow.map((field) => ({ sheet: '?', field })) };
  },
};

const exportPdf = (input: ExportInput, by = printer): Promise<BuiltExport> => buildExport('pdf', input, sha256, by);
const run = (command: string, ...args: readonly string[]): string =>
  execFileSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 26 });

function onDisk({ files }: BuiltExport, name: string): string {
  const path = join(folder, name);
  writeFileSync(path, files.find((file) => file.name === name)?.bytes ?? new Uint8Array());
  return path;
}

function allText(path: string): string {
  return run('pdftotext', '-layout', path, '-');
}

beforeAll(async () => {
  chromium = await openPrinter();
  folder = mkdtempSync(join(tmpdir(), 'export-pdf-'));
  made = await exportPdf(
    outage({ story: [{ at: '2026-11-22T05:27:00.000+01:00', what: 'Downtime declared', by: 'A. Moreau' }] }),
  );
}, 120_000);

afterAll(async () => {
  await chromium.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the PDF export', () => {
  test('is one file per patient and the log, no name in a file name, each with its hash in the manifest', async () => {
    expect(made.files.map((file) => file.name)).toEqual([
      'patient-001.pdf',
      'patient-002.pdf',
      'ward-log.pdf',
      'manifest.json',
    ]);
    const manifest = JSON.parse(textOf(made.files, 'manifest.json')) as {
      files: readonly { name: string; sha256: string }[];
    };
    for (const { name, sha256: hash } of manifest.files)
      expect(hash).toBe(await sha256(made.files.find((file) => file.name === name)?.bytes ?? new Uint8Array()));
    expect(made.unmapped).toEqual([]);
  });

  test('begins with who it is and a contents list whose pages are right', () => {
    const path = onDisk(made, 'patient-001.pdf');
    const pdf = pdfFile(path);
    const cover = pdf.text(1);
    for (const part of ['GARCÍA, Ana María', '0009000131', 'PENICILLIN', 'Contents']) expect(cover).toContain(part);
    for (const serial of ['DT-7B-0001-A', 'DT-7B-0003-C', 'DT-7B-0004-D']) {
      const page = Number(new RegExp(`${serial}.*?(\\d+)\\s*$`, 'm').exec(cover)?.[1]);
      expect(pdf.text(page)).toContain(serial);
    }
    expect(pdf.text(pdf.pages)).toContain('What happened');
    expect(pdf.fonts.filter(({ name, embedded }) => !embedded || !name.startsWith('IBMPlexSans'))).toEqual([]);
  });

  test('gives the downtime number and both versions when a form was corrected', () => {
    const path = onDisk(made, 'patient-002.pdf');
    expect(pdfFile(path).text(1)).toContain('D-7B-0001-Z');
    const text = allText(path);
    expect(text).toContain('Version 1 of 2, replaced: misread');
    expect(text).toContain('Version 2 of 2: misread');
    for (const value of ['180', '110']) expect(text).toMatch(new RegExp(`\\b${value}\\b`));
  });

  test('has the answers of every version attached as they were signed', () => {
    const path = onDisk(made, 'patient-002.pdf');
    run('pdfdetach', '-saveall', '-o', folder, path);
    const answers = [1, 2].map(
      (version) =>
        JSON.parse(readFileSync(join(folder, `DT-7B-0002-B-version-${version}.json`), 'utf8')) as Record<
          string,
          unknown
        >,
    );
    expect(answers.map((one) => [one['resourceType'], one['status']])).toEqual([
      ['QuestionnaireResponse', 'completed'],
      ['QuestionnaireResponse', 'amended'],
    ]);
    const source = outage().forms[1]?.signed.versions.map((version) => version.response.item);
    expect(answers.map((one) => one['item'])).toEqual(source);
  });

  test('has a bookmark for every section and no name in any of them', () => {
    const bytes = readFileSync(onDisk(made, 'patient-001.pdf'));
    expect(bytes.length).toBeGreaterThan(1000);
    const html = run('pdftohtml', '-xml', '-i', '-stdout', onDisk(made, 'patient-001.pdf'));
    const titles = [...html.matchAll(/<item page="(\d+)">([^<]*)<\/item>/g)].map(([, page, title]) => [
      Number(page),
      title,
    ]);
    expect(titles[0]).toEqual([1, 'Cover and contents']);
    expect(titles).toHaveLength(5);
    expect(titles.map(([page]) => page)).toEqual(
      titles.map(([page]) => page).toSorted((a, b) => Number(a) - Number(b)),
    );
    expect(JSON.stringify(titles)).not.toMatch(/garc|ana/i);
  });

  test('tells the log of the ward in the order it happened', () => {
    const text = allText(onDisk(made, 'ward-log.pdf'));
    const places = ['Downtime declared', 'nurse-in-charge', 'GARCÍA, Ana María: Signed F06'].map((part) =>
      text.indexOf(part),
    );
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  test('sets a form out as a list and says so when it does not fit the paper', { timeout: 60_000 }, async () => {
    const serials: string[] = [];
    const tight: ExportPrinter = {
      ...printer,
      async toPdf(pages, paper) {
        const { pdf } = await printer.toPdf(pages, paper);
        serials.push('asked');
        return { pdf, overflow: serials.length === 1 ? [{ sheet: 'DT-7B-0001-A', field: 'Pulse' }] : [] };
      },
    };
    const one = await exportPdf(outage({ forms: outage().forms.slice(0, 1) }), tight);
    expect(one.unmapped).toEqual([expect.objectContaining({ serial: 'DT-7B-0001-A', reason: 'does-not-fit' })]);
    expect(allText(onDisk(one, 'patient-001.pdf'))).toMatch(/Question\s+Answer/);
  });

  test('keeps the answers readable when the form is not on this PC any more', { timeout: 60_000 }, async () => {
    const orphan = { signed: signed('DT-7B-0009-Z', 'F99', 'p-ana', vitals(121)) };
    const one = await exportPdf(outage({ forms: [orphan] }));
    const text = allText(onDisk(one, 'patient-001.pdf'));
    expect(text).toContain('Form F99');
    expect(text).toMatch(/\b121\b/);
    expect(one.unmapped.map(({ reason }) => reason)).toEqual(['no-definition']);
  });

  test('puts forms about the ward into the log, with their answers attached', { timeout: 60_000 }, async () => {
    const ward = { signed: { ...signed('DT-7B-0011-W', 'F98', NO_PATIENT, vitals(77)), ward: '7B' } };
    const one = await exportPdf(outage({ forms: [ward] }));
    const path = onDisk(one, 'ward-log.pdf');
    expect(allText(path)).toContain('DT-7B-0011-W');
    expect(run('pdfdetach', '-list', path)).toContain('DT-7B-0011-W-version-1.json');
  });
});
