/** A cell: numbers stay numbers, everything else is text. */
export type CsvValue = string | number | boolean | null | undefined;

// A spreadsheet runs a cell that begins with one of these as a formula (OWASP "CSV injection"); full-width forms too.
const FORMULA_START = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/**
 * A table as CSV (RFC 4180, CRLF). Text that a spreadsheet would run gets a leading apostrophe; numbers are left
 * alone. With `bom` Excel opens UTF-8 right.
 */
export function writeCsv(
  header: readonly string[],
  rows: Iterable<readonly CsvValue[]>,
  options: { readonly bom?: boolean; readonly delimiter?: ',' | ';' | '\t' } = {},
): string {
  const delimiter = options.delimiter ?? ',';
  const lines = [header.map((name) => cell(name, delimiter)).join(delimiter)];
  for (const row of rows) lines.push(row.map((value) => cell(value, delimiter)).join(delimiter));
  return `${options.bom === true ? '\uFEFF' : ''}${lines.join('\r\n')}\r\n`;
}

function cell(value: CsvValue, delimiter: string): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  const safe = FORMULA_START.test(value) ? `'${value}` : value;
  const quote = safe.includes('"') || safe.includes(delimiter) || /[\r\n]|^\s|\s$/.test(safe);
  return quote ? `"${safe.replaceAll('"', '""')}"` : safe;
}
