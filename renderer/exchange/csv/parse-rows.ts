import Papa from 'papaparse';

/** One record of a table; `line` is where it begins in the file. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** What `parseRows` could not read: a quote that never closes in its record. */
export interface BrokenLine {
  readonly line: number;
  readonly code: 'unclosed-quote' | 'too-many-broken-quotes';
}

/** After so many repairs the file is no quoted CSV at all; the rest is refused in one piece. */
const REPAIRS = 100;

/**
 * Rows of a text whose line ends are all LF. A quote that opens and does not close would swallow the following
 * patients: then only its own line is given up and reading goes on at the next. `expected` is the number of columns,
 * which tells a real line break inside quotes from such an accident.
 */
export function parseRows(
  text: string,
  delimiter: string,
  options: { readonly firstLine?: number; readonly expected?: number; readonly limit?: number } = {},
): { readonly rows: readonly CsvRow[]; readonly broken: readonly BrokenLine[] } {
  const quick = options.limit === undefined ? parseSound(text, delimiter, options) : undefined;
  if (quick !== undefined) return { rows: quick, broken: [] };
  const rows: CsvRow[] = [];
  const broken: BrokenLine[] = [];
  let rest = text;
  let line = options.firstLine ?? 1;
  while (rest !== '') {
    let start = 0;
    let stopAt: number | undefined;
    Papa.parse<string[]>(rest, {
      delimiter,
      newline: '\n',
      step: ({ data: cells, errors, meta }, parser) => {
        const lines = countLines(rest, start, meta.cursor);
        const suspicious = errors.some((error) => error.type === 'Quotes') || wrongCount(cells, options.expected);
        if ((lines > 1 && suspicious) || errors.some((error) => error.code === 'MissingQuotes')) {
          broken.push({ line, code: 'unclosed-quote' });
          stopAt = start;
          parser.abort();
          return;
        }
        if (cells.some((cell) => cell.trim() !== '')) rows.push({ line, cells });
        line += lines;
        start = meta.cursor;
        if (options.limit !== undefined && rows.length >= options.limit) parser.abort();
      },
    });
    if (stopAt === undefined) break;
    if (broken.length >= REPAIRS) {
      broken.push({ line, code: 'too-many-broken-quotes' });
      break;
    }
    const next = rest.indexOf('\n', stopAt);
    rest = next < 0 ? '' : rest.slice(next + 1);
    line += 1;
  }
  return { rows, broken };
}

/** The whole text in one go, when nothing in it needs repair: three times as fast as row by row. */
function parseSound(
  text: string,
  delimiter: string,
  options: { readonly firstLine?: number; readonly expected?: number },
): readonly CsvRow[] | undefined {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline: '\n' });
  if (errors.some((error) => error.type === 'Quotes')) return undefined;
  const quoted = text.includes('"');
  const rows: CsvRow[] = [];
  let line = options.firstLine ?? 1;
  for (const cells of data) {
    const breaks = quoted
      ? cells.reduce((sum, cell) => sum + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 0)
      : 0;
    if (breaks > 0 && wrongCount(cells, options.expected)) return undefined;
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ line, cells });
    line += 1 + breaks;
  }
  return rows;
}

function wrongCount(cells: readonly string[], expected: number | undefined): boolean {
  return expected !== undefined && withoutEmptyEnd(cells, expected).length !== expected;
}

/** Exporters add separators at the end of a line; cells beyond `columns` that are empty mean nothing. */
export function withoutEmptyEnd(cells: readonly string[], columns: number): readonly string[] {
  let end = cells.length;
  while (end > columns && cells[end - 1]?.trim() === '') end--;
  return end === cells.length ? cells : cells.slice(0, end);
}

function countLines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count++;
  // The last record of a file without a line end.
  return count === 0 ? 1 : count;
}
