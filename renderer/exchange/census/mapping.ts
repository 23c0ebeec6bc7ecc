import type { Sex } from '../../domain/patient/patient';
import type { InputProblem } from '../problem';
import type { TwoDigitYears } from './date-column';
import type { DateOrder } from './date-text';
import { CENSUS_FIELDS, TABLE_KINDS, type CensusField, type TableKind } from './fields';
import { columnWords } from './header-meaning';
import type { NameOrder } from './name-text';

/** What somebody decided about one table. Everything missing is found out from the file. */
export interface TableMapping {
  readonly table?: TableKind;
  /** Column name as in the file -> meaning. */
  readonly columns?: Readonly<Record<string, CensusField>>;
  readonly dateOrder?: DateOrder;
  readonly twoDigitYears?: TwoDigitYears;
  readonly excelDates?: boolean;
  readonly nameOrder?: NameOrder;
  readonly sexCodes?: Readonly<Record<string, Sex>>;
  readonly delimiter?: string;
  readonly encoding?: string;
  /** Line of the column names, from 1. */
  readonly headerLine?: number;
}

/** A mapping file: decisions for every table, and per file by its name. */
export interface CensusMapping extends TableMapping {
  readonly format: typeof MAPPING_FORMAT;
  readonly files?: Readonly<Record<string, TableMapping>>;
}

/** Value of `format` in a mapping file. */
export const MAPPING_FORMAT = 'downtime-box/census-mapping/1';

const MEMBERS: Readonly<
  Record<keyof TableMapping, { readonly ok: (value: unknown) => boolean; readonly says: string }>
> = {
  table: { ok: (v) => (TABLE_KINDS as readonly unknown[]).includes(v), says: TABLE_KINDS.join(', ') },
  columns: { ok: isRecord, says: 'an object: column name -> meaning' },
  dateOrder: { ok: (v) => ['ymd', 'dmy', 'mdy', 'ydm'].includes(v as string), says: 'ymd, dmy, mdy or ydm' },
  twoDigitYears: {
    ok: (v) => v === 'past' || (typeof v === 'number' && Number.isInteger(v) && v >= 1800 && v <= 2100),
    says: '"past" or the first year of the hundred, e.g. 1927',
  },
  excelDates: { ok: (v) => typeof v === 'boolean', says: 'true or false' },
  nameOrder: { ok: (v) => v === 'family-first' || v === 'given-first', says: 'family-first or given-first' },
  sexCodes: {
    ok: (v) =>
      isRecord(v) && Object.values(v).every((sex) => ['female', 'male', 'other', 'unknown'].includes(sex as string)),
    says: 'an object: code -> female, male, other or unknown',
  },
  delimiter: { ok: (v) => typeof v === 'string' && v.length === 1, says: 'one character' },
  encoding: { ok: (v) => typeof v === 'string', says: 'a name such as utf-8 or windows-1252' },
  headerLine: { ok: (v) => typeof v === 'number' && Number.isInteger(v) && v > 0, says: 'a line number from 1' },
};

/** Reads a mapping file strictly: an unknown word in it is refused with its path, or a typo would be silently ignored. */
export function parseMapping(
  json: unknown,
  file = 'mapping',
): { readonly mapping: CensusMapping; readonly refused: readonly InputProblem[] } {
  const refused: InputProblem[] = [];
  const no = (path: string, message: string): void =>
    void refused.push({ code: 'mapping-invalid', message, where: { file, path } });
  if (!isRecord(json)) {
    no('', 'The mapping must be a JSON object, see renderer/exchange/census/README.md.');
    return { mapping: { format: MAPPING_FORMAT }, refused };
  }
  const { format, files, ...rest } = json;
  if (format !== undefined && format !== MAPPING_FORMAT) no('format', `"format" must be "${MAPPING_FORMAT}".`);
  const perFile: Record<string, TableMapping> = {};
  if (files !== undefined && !isRecord(files)) no('files', '"files" must be an object: file name -> mapping.');
  else
    for (const [name, table] of Object.entries(files ?? {}))
      perFile[name] = tableMapping(table, `files["${name}"]`, no);
  return {
    mapping: {
      format: MAPPING_FORMAT,
      ...tableMapping(rest, '', no),
      ...(files === undefined ? {} : { files: perFile }),
    },
    refused,
  };
}

function tableMapping(json: unknown, at: string, no: (path: string, message: string) => void): TableMapping {
  if (!isRecord(json)) {
    no(at, 'A table mapping must be an object.');
    return {};
  }
  const kept: { [member: string]: unknown } = {};
  for (const [name, value] of Object.entries(json)) {
    const path = at === '' ? name : `${at}.${name}`;
    const member = Object.hasOwn(MEMBERS, name) ? MEMBERS[name as keyof TableMapping] : undefined;
    if (member === undefined)
      no(path, `"${name}" is no member of a mapping; known are ${Object.keys(MEMBERS).join(', ')} and files.`);
    else if (!member.ok(value)) no(path, `"${name}" must be ${member.says}.`);
    else if (name === 'columns' && isRecord(value)) kept['columns'] = columnsMapping(value, path, no);
    else kept[name] = value;
  }
  return kept;
}

function columnsMapping(
  json: Record<string, unknown>,
  at: string,
  no: (path: string, message: string) => void,
): Record<string, CensusField> {
  const kept: Record<string, CensusField> = {};
  for (const [column, field] of Object.entries(json)) {
    if ((CENSUS_FIELDS as readonly unknown[]).includes(field)) kept[column] = field as CensusField;
    else if (field === null) kept[column] = 'ignore';
    else no(`${at}["${column}"]`, `${JSON.stringify(field)} is no field; known are ${CENSUS_FIELDS.join(', ')}.`);
  }
  return kept;
}

/** What holds for one file: its own entry over the general one over what was remembered. */
export function mappingFor(mapping: CensusMapping | undefined, file: string, remembered: unknown): TableMapping {
  const kept = remembered === undefined ? {} : tableMapping(remembered, 'remembered', () => undefined);
  const { format: _format, files, ...general } = mapping ?? { format: MAPPING_FORMAT };
  const name = file.replace(/^.*[/\\]/, '');
  const own = files?.[file] ?? files?.[name] ?? {};
  return { ...kept, ...general, ...own, columns: { ...kept.columns, ...general.columns, ...own.columns } };
}

/** One key per layout of columns: the same report next week is recognised by it. */
export function headerFingerprint(header: readonly string[]): string {
  const text = header.map(columnWords).join('|');
  let [a, b] = [0x811c9dc5, 0x2f0b4a37];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    a = Math.imul(a ^ code, 0x01000193) >>> 0;
    b = Math.imul(b ^ code, 0x85ebca6b) >>> 0;
  }
  return `csv-${header.length}-${a.toString(16).padStart(8, '0')}${b.toString(16).padStart(8, '0')}`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
