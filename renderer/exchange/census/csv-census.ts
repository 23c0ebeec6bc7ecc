import type { CensusInput, CensusTable } from './census';
import { joinTable } from './csv-links';
import { readPatientTable } from './csv-patients';
import type { PatientDraft } from './draft';
import type { Findings } from './findings';
import { loadTable, type LoadedTable } from './load-tables';
import { MAPPING_FORMAT, parseMapping, type CensusMapping, type TableMapping } from './mapping';

/** Reads a census of one or several tables. */
export function readCsvCensus(
  input: CensusInput,
  findings: Findings,
): {
  readonly drafts: readonly PatientDraft[];
  readonly read: number;
  readonly tables: readonly CensusTable[];
  readonly mapping: CensusMapping | undefined;
  readonly titles: readonly string[];
} {
  const told = input.mapping === undefined ? undefined : parseMapping(input.mapping);
  if (told !== undefined) findings.refused.push(...told.refused);
  const tables = input.files
    .map((file) => loadTable(file, told?.mapping, input.remembered ?? {}, findings))
    .filter((table) => table !== undefined);
  if (told !== undefined) unusedColumns(told.mapping, tables, findings);
  const drafts: PatientDraft[] = [];
  let read = 0;
  for (const table of tables.filter((one) => one.kind === 'patients')) {
    const part = readPatientTable(table, input.siteDefaults, findings);
    drafts.push(...part.drafts);
    read += part.read;
  }
  const linked = tables.filter((one) => one.kind !== 'patients');
  if (linked.length > 0 && linked.length === tables.length)
    for (const { file } of linked)
      findings.refuse(
        'no-patient-list',
        { file },
        'This file holds no patient list, only rows that belong to one. Import it together with the file of patients.',
      );
  else for (const table of linked) joinTable(table, drafts, input.asOf ?? input.siteDefaults.now, findings);
  const seen = tables.map((table): CensusTable => ({ ...table.seen, remember: toRemember(table) }));
  const files = Object.fromEntries(seen.map((table) => [table.file, table.remember]));
  const mapping = seen.length === 0 ? undefined : ({ format: MAPPING_FORMAT, files } as const);
  return { drafts, read, tables: seen, mapping, titles: tables.flatMap((table) => table.titles) };
}

/** What to keep of a table's mapping: meanings and decisions, no value of any patient. */
function toRemember(table: LoadedTable): TableMapping {
  const columns = Object.fromEntries(table.columns.map((column) => [column.header, column.field ?? 'ignore']));
  const { delimiter: _delimiter, encoding: _encoding, headerLine: _line, ...decided } = table.mapping;
  return { ...decided, table: table.kind, columns };
}

/** A column of the general mapping that no file has is a slip of the pen: say so. */
function unusedColumns(mapping: CensusMapping, tables: readonly LoadedTable[], findings: Findings): void {
  const headers = new Set(tables.flatMap((table) => table.columns.map((column) => column.header)));
  for (const column of Object.keys(mapping.columns ?? {}))
    if (!headers.has(column))
      findings.warn(
        'mapped-column-missing',
        { file: 'mapping', path: `columns["${column}"]` },
        `The mapping names a column "${column}" that no file has.`,
      );
}
