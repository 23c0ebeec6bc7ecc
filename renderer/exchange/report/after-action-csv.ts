import { writeCsv } from '../csv/write-csv';
import type { ExportFile } from '../export/export-input';
import { type AfterActionReport, afterActionTables } from './after-action-tables';

/** One file per table, named after it; safe to open in a spreadsheet. */
export function afterActionCsv(input: AfterActionReport): readonly ExportFile[] {
  return afterActionTables(input).map(({ name, columns, rows }) => ({
    name: `after-action-${name}.csv`,
    bytes: new TextEncoder().encode(writeCsv(columns, rows)),
    records: rows.length,
  }));
}
