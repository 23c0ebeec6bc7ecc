import { decodeText } from '../csv/decode-text';
import type { CsvRow } from '../csv/parse-rows';
import { raggedRow, readCsv } from '../csv/read-csv';
import { cleanCell, valueOf } from './cell-text';
import type { CensusColumn, CensusFile, CensusTable } from './census';
import type { CensusField, TableKind } from './fields';
import type { Findings } from './findings';
import { guessColumns } from './guess-columns';
import { headerFingerprint, mappingFor, type CensusMapping, type TableMapping } from './mapping';
import { headerScore, tableKind } from './table-kind';

/** A table whose columns are understood. */
export interface LoadedTable {
  readonly file: string;
  readonly kind: TableKind;
  readonly rows: readonly CsvRow[];
  readonly columns: readonly CensusColumn[];
  readonly mapping: TableMapping;
  readonly titles: readonly string[];
  /** Rows that were refused because their cells do not fit the columns. */
  readonly lostRows: number;
  /** Value of a field in a row; undefined where the cell is empty, says "n/a", or there is no such column. */
  readonly value: (row: CsvRow, field: CensusField) => string | undefined;
  /** Raw text, "n/a" and the like included. */
  readonly text: (row: CsvRow, field: CensusField) => string;
  /** Column name of a field, for messages. */
  readonly name: (field: CensusField) => string;
  readonly has: (field: CensusField) => boolean;
  readonly seen: Omit<CensusTable, 'remember'>;
}

/** Decodes one file and understands its columns; undefined when the file is refused whole. */
export function loadTable(
  file: CensusFile,
  mapping: CensusMapping | undefined,
  remembered: Readonly<Record<string, unknown>>,
  findings: Findings,
): LoadedTable | undefined {
  const told = mappingFor(mapping, file.name, undefined);
  const decoded = decodeText(file.bytes, file.name, told.encoding);
  if (!decoded.ok) {
    findings.refused.push(decoded.error);
    return undefined;
  }
  const { text, encoding, guessed } = decoded.value;
  if (guessed)
    findings.warn(
      'encoding-guessed',
      { file: file.name },
      `The file is not UTF-8; it was read as ${encoding}. If letters beyond English are wrong, name the encoding in the mapping.`,
    );
  const table = readCsv(text, file.name, {
    headerScore,
    ...(told.delimiter === undefined ? {} : { delimiter: told.delimiter }),
    ...(told.headerLine === undefined ? {} : { headerLine: told.headerLine }),
  });
  if (table.header.length === 0 || (table.rows.length === 0 && table.ragged.length === 0)) {
    findings.refused.push(...table.refused);
    if (table.refused.length === 0) findings.refuse('no-rows', { file: file.name }, 'No rows were found in this file.');
    return undefined;
  }
  const fingerprint = headerFingerprint(table.header);
  const known = remembered[fingerprint];
  const decided = mappingFor(mapping, file.name, known);
  const kind = decided.table ?? tableKind(file.name, table.header);
  const rows = withoutFeet(table.rows, table.header, file.name, findings);
  const damaged = table.ragged.filter((row) => !isFoot(row.cells));
  for (const row of table.ragged) if (isFoot(row.cells)) skippedFoot(file.name, row, findings);
  findings.refused.push(...damaged.map((row) => raggedRow(table, row)));
  findings.refused.push(...table.refused);
  const fromMemory = known !== undefined && Object.keys(told.columns ?? {}).length === 0;
  const columns = guessColumns(
    table.header,
    rows.map((row) => row.cells),
    kind,
    decided,
    fromMemory,
  );
  for (const column of Object.keys(told.columns ?? {}))
    if (mapping?.files?.[file.name] !== undefined && !table.header.includes(column))
      findings.warn(
        'mapped-column-missing',
        { file: file.name, column },
        `The mapping names a column "${column}" that this file does not have.`,
      );
  const at = new Map<CensusField, number>();
  columns.forEach((column, index) => {
    if (column.field !== undefined && !at.has(column.field)) at.set(column.field, index);
  });
  const cell = (row: CsvRow, field: CensusField): string => row.cells[at.get(field) ?? -1] ?? '';
  return {
    file: file.name,
    kind,
    rows,
    columns,
    mapping: decided,
    lostRows: damaged.length + table.refused.length,
    titles: table.preamble.map((row) => row.cells.join(' ').trim()),
    value: (row, field) => valueOf(cell(row, field)),
    text: (row, field) => cleanCell(cell(row, field)),
    name: (field) => table.header[at.get(field) ?? -1] ?? field,
    has: (field) => at.has(field),
    seen: {
      file: file.name,
      table: kind,
      fingerprint,
      delimiter: table.delimiter,
      encoding,
      headerLine: table.headerLine,
      rows: rows.length,
      columns,
    },
  };
}

const FOOT =
  /^\W*(grand |sub)?(total|totals|sum|summe|gesamt\w*|anzahl|count|number of|no\.? of|records?|rows?|patients?|patienten|nombre|totaal|totale|suma|end of|ende|fin\b|page \d|seite \d|printed|report|run (date|by|on)|generated|exported|confidential|prepared|created|stand\b|gedruckt|imprim|source:)/i;

/** Lines under the patients: totals, "27 rows", "Printed 22.11.2026 05:15". */
function isFoot(cells: readonly string[]): boolean {
  const filled = cells.map(cleanCell).filter((cell) => cell !== '');
  if (filled.length > 4) return false;
  const [first = ''] = filled;
  return (
    FOOT.test(first) ||
    /^\W*\d+ (patients?|records?|rows?|patienten|zeilen|beds?)\b/i.test(first) ||
    filled.every((cell) => /^[-=_*.\s]+$/.test(cell))
  );
}

function withoutFeet(
  rows: readonly CsvRow[],
  header: readonly string[],
  file: string,
  findings: Findings,
): readonly CsvRow[] {
  const repeated = header.map((name) => name.toLowerCase());
  return rows.filter((row) => {
    if (row.cells.every((cell, at) => cell.replace(/\s+/g, ' ').trim().toLowerCase() === repeated[at])) return false;
    if (!isFoot(row.cells)) return true;
    skippedFoot(file, row, findings);
    return false;
  });
}

function skippedFoot(file: string, row: CsvRow, findings: Findings): void {
  findings.warn('footer-skipped', { file, line: row.line }, 'Lines of totals or remarks were left out.');
}
