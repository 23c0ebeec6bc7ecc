import writeXlsxFile, { type Row, type SheetData } from 'write-excel-file/universal';
import { writeCsv, type CsvValue } from '../csv/write-csv';
import type { Collected } from './collect-records';
import type { ExportInput, ExportResult } from './export-input';
import { exportTables } from './export-tables';

/** One CSV file per class of records. */
export function writeCsvFiles(collected: Collected, input: ExportInput): ExportResult {
  const files = exportTables(collected, input).map(({ name, header, rows }) => {
    const text = writeCsv(header, rows, { bom: input.settings?.csvBom === true });
    return { name: `${name}.csv`, bytes: new TextEncoder().encode(text), records: rows.length };
  });
  return { files, unmapped: collected.unmapped };
}

/** One workbook with a sheet per class. Numbers of patients are text: leading zeros stay, nothing is run as a formula. */
export async function writeXlsx(collected: Collected, input: ExportInput): Promise<ExportResult> {
  const tables = exportTables(collected, input);
  const sheets = tables.map(({ name, header, rows }) => ({
    sheet: name,
    data: [
      header.map((value) => ({ value, fontWeight: 'bold' as const })),
      ...rows.map((row): Row => row.map(cell)),
    ] as SheetData,
    stickyRowsCount: 1,
  }));
  const blob = await writeXlsxFile(sheets).toBlob();
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const records = tables.reduce((sum, { rows }) => sum + rows.length, 0);
  return { files: [{ name: 'outage.xlsx', bytes, records }], unmapped: collected.unmapped };
}

function cell(value: CsvValue): Row[number] {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'number') return { value, type: Number };
  return { value: typeof value === 'boolean' ? (value ? 'yes' : 'no') : value, type: String };
}
