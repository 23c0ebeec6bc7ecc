import type { InputProblem } from '../problem';
import { parseRows, withoutEmptyEnd, type CsvRow } from './parse-rows';

/** A table with named columns. */
export interface CsvTable {
  readonly file: string;
  readonly delimiter: string;
  /** Lines before the header: titles, "printed at". */
  readonly preamble: readonly CsvRow[];
  readonly headerLine: number;
  /** Column names as written, made unique; a nameless column is called by its number. */
  readonly header: readonly string[];
  readonly rows: readonly CsvRow[];
  /** Rows with another number of cells than the header: a foot of totals, or damage. */
  readonly ragged: readonly CsvRow[];
  readonly refused: readonly InputProblem[];
  /** False when no line looked like a header: columns are called by their numbers. */
  readonly hasHeader: boolean;
}

/** Delimiters tried. papaparse's own guess took "," for a two-column tab file (standards.md 5). */
const DELIMITERS = [',', ';', '\t', '|'] as const;
const HEADER_WITHIN = 40;

/** How to find the header. `headerScore` counts the cells of a line that are column names it knows. */
export interface CsvOptions {
  readonly delimiter?: string;
  readonly headerScore?: (cells: readonly string[]) => number;
  readonly headerLine?: number;
}

/** Reads a table from decoded text: finds delimiter and header line, names every line it cannot use. */
export function readCsv(decoded: string, file: string, options: CsvOptions = {}): CsvTable {
  const text = decoded.replace(/\r\n?/g, '\n');
  const told = /^sep=(.)[ \t]*\n/i.exec(text)?.[1];
  const body = told === undefined ? text : text.slice(text.indexOf('\n') + 1);
  const firstLine = told === undefined ? 1 : 2;
  const choices = [options.delimiter ?? told ?? DELIMITERS].flat();
  let best: { delimiter: string; score: number; rows: readonly CsvRow[]; at: number } | undefined;
  for (const delimiter of choices) {
    const { rows } = parseRows(body, delimiter, { firstLine, limit: HEADER_WITHIN + 20 });
    const found = findHeader(rows, options);
    if (best === undefined || found.score > best.score) best = { delimiter, score: found.score, rows, at: found.at };
  }
  const { delimiter, at, rows: head } = best ?? { delimiter: ',', at: 0, rows: [] };
  const headerRow = head[at];
  const hasHeader =
    headerRow !== undefined && (options.headerLine !== undefined || looksLikeHeader(headerRow.cells, options));
  const width =
    headerRow === undefined ? 0 : hasHeader ? withoutEmptyEnd(headerRow.cells, 1).length : headerRow.cells.length;
  const { rows, broken } = parseRows(body, delimiter, { firstLine, expected: width });
  const headerLine = headerRow?.line ?? firstLine;
  const data = rows.filter((row) => (hasHeader ? row.line > headerLine : row.line >= headerLine));
  const fitting: CsvRow[] = [];
  const ragged: CsvRow[] = [];
  for (const row of data) {
    const cells = withoutEmptyEnd(row.cells, width);
    (cells.length === width ? fitting : ragged).push({ line: row.line, cells });
  }
  return {
    file,
    delimiter,
    preamble: rows.filter((row) => row.line < headerLine),
    headerLine,
    header: hasHeader
      ? columnNames(headerRow.cells.slice(0, width))
      : Array.from({ length: width }, (_, i) => `Column ${i + 1}`),
    rows: fitting,
    ragged,
    refused: broken.filter((one) => one.line !== headerLine).map((one) => brokenLine(file, one)),
    hasHeader,
  };
}

function findHeader(rows: readonly CsvRow[], options: CsvOptions): { at: number; score: number } {
  let best = { at: 0, score: -1 };
  for (const [at, row] of rows.slice(0, HEADER_WITHIN).entries()) {
    if (options.headerLine !== undefined && row.line !== options.headerLine) continue;
    const known = options.headerScore?.(row.cells) ?? 0;
    const width = withoutEmptyEnd(row.cells, 1).length;
    const below = rows.slice(at + 1);
    const same = below.filter((other) => withoutEmptyEnd(other.cells, width).length === width).length;
    const even = below.length === 0 ? 0 : same / below.length;
    // Known names decide; among unknown ones the widest line that the following lines agree with.
    const score = known * 1000 + (width > 1 ? even * 100 + Math.min(width, 50) : 0) - at * 0.01;
    if (score > best.score) best = { at, score };
  }
  return best;
}

/** A header has names, not values: no cell is a number or a date. */
function looksLikeHeader(cells: readonly string[], options: CsvOptions): boolean {
  if ((options.headerScore?.(cells) ?? 0) >= 2) return true;
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return (
    filled.length > 0 &&
    filled.every((cell) => !/^[\d\s.,:/+-]+$/.test(cell) && !/\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4}/.test(cell))
  );
}

function columnNames(cells: readonly string[]): readonly string[] {
  const used = new Map<string, number>();
  return cells.map((cell, index) => {
    const name = cell.replace(/\s+/g, ' ').trim() || `Column ${index + 1}`;
    const times = (used.get(name) ?? 0) + 1;
    used.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}

function brokenLine(file: string, { line, code }: { line: number; code: string }): InputProblem {
  const message =
    code === 'unclosed-quote'
      ? `Line ${line}: a quotation mark opens and does not close in this record. Close or remove it, then import again.`
      : `From line ${line} on nothing was read: too many quotation marks do not close. Export the file again with quoting switched on.`;
  return { code, message, where: { file, line } };
}

/** The refusal for a row with too few or too many cells. */
export function raggedRow(table: CsvTable, row: CsvRow): InputProblem {
  const few = row.cells.length < table.header.length;
  const column = few ? (table.header[row.cells.length] ?? '') : table.header.length + 1;
  const message = few
    ? `Line ${row.line} ends before column "${column}": ${row.cells.length} of ${table.header.length} values. Complete the line.`
    : `Line ${row.line} has ${row.cells.length} values for ${table.header.length} columns. A value that contains the separator must stand in quotation marks.`;
  return {
    code: few ? 'too-few-fields' : 'too-many-fields',
    message,
    where: { file: table.file, line: row.line, column },
  };
}
