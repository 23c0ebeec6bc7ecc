import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, expect, test } from 'vitest';
import { buildExport } from '../../../../renderer/exchange/export/build-export';
import { NASTY } from './answers';
import { outage, sha256 } from './outage';

// What we write, read by programs nobody here wrote.

const folder = mkdtempSync(join(tmpdir(), 'second-readers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const has = (command: string, ...args: readonly string[]): boolean => spawnSync(command, args).status === 0;

/** Reads CSV files with Python's own module and prints them as JSON. */
const READ_CSV = `
import csv, json, sys
print(json.dumps([list(csv.reader(open(p, encoding="utf-8", newline=""), strict=True)) for p in sys.argv[1:]]))`;

test("every CSV table is the same to Python's csv module, free text and leading zeros too", async ({ skip }) => {
  if (!has('python3', '-c', 'import csv')) return skip('there is no Python here');
  const { files } = await buildExport('csv', outage(), sha256);
  const tables = files.filter((file) => file.name.endsWith('.csv'));
  for (const { name, bytes } of tables) writeFileSync(join(folder, name), bytes);
  const paths = tables.map((file) => join(folder, file.name));
  const read = JSON.parse(execFileSync('python3', ['-c', READ_CSV, ...paths], { encoding: 'utf8' })) as string[][][];
  const ours = tables.map(
    ({ bytes }) => Papa.parse<string[]>(new TextDecoder().decode(bytes), { skipEmptyLines: true }).data,
  );
  expect(read).toEqual(ours);
  expect(read.flat(2).some((cell) => cell.includes(NASTY))).toBe(true);
  const patients = read[tables.findIndex((file) => file.name === 'patients.csv')];
  expect(patients?.[1]?.[patients[0]?.indexOf('mrn') ?? -1]).toBe('0009000131');
});

/** Reads a workbook's cells as text with Python's zip and XML readers, sheet by sheet in the order of their files. */
const READ_XLSX = `
import json, sys, zipfile, xml.etree.ElementTree as tree
n = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
z = zipfile.ZipFile(sys.argv[1])
assert z.testzip() is None
s = ["".join(t.text or "" for t in i.iter(n + "t")) for i in tree.fromstring(z.read("xl/sharedStrings.xml"))] if "xl/sharedStrings.xml" in z.namelist() else []
def cell(c):
    v = c.find(n + "v")
    if c.get("t") == "s": return s[int(v.text)]
    if c.get("t") == "inlineStr": return "".join(t.text or "" for t in c.iter(n + "t"))
    return "" if v is None else v.text
out = []
for name in z.namelist():
    if name.startswith("xl/worksheets/sheet"):
        out += [[cell(c) for c in row.iter(n + "c")] for row in tree.fromstring(z.read(name)).iter(n + "row")]
print(json.dumps(out))`;

test('the workbook holds the cells of the tables when it is unzipped and read as XML', async ({ skip }) => {
  if (!has('python3', '-c', 'import zipfile')) return skip('there is no Python here');
  const { files } = await buildExport('xlsx', outage(), sha256);
  const book = files.find((file) => file.name.endsWith('.xlsx'));
  const path = join(folder, 'book.xlsx');
  writeFileSync(path, book?.bytes ?? new Uint8Array());
  const rows = JSON.parse(execFileSync('python3', ['-c', READ_XLSX, path], { encoding: 'utf8' })) as string[][];
  const patient = rows.find((row) => row.includes('0009000131') && row.includes('V555'));
  expect(patient).toEqual(expect.arrayContaining(['GARCÍA', 'Ana María', 'Penicillin (rash)']));
  for (const serial of ['DT-7B-0001-A', 'DT-7B-0002-B', 'DT-7B-0003-C', 'DT-7B-0004-D'])
    expect(rows.some((row) => row.includes(serial))).toBe(true);
});
