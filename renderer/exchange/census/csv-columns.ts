import type { CalendarDate, Instant } from '../../domain/basics/time';
import type { Sex } from '../../domain/patient/patient';
import type { CsvRow } from '../csv/parse-rows';
import { readAgeSex } from './cell-text';
import { readDateColumn, type DateColumn, type DateOutcome } from './date-column';
import type { Findings } from './findings';
import type { LoadedTable } from './load-tables';
import { readSexColumn } from './sex-codes';

/** A birth date as read, or why the row cannot be used. */
export type BirthOutcome = { readonly ok: true; readonly date?: CalendarDate } | { readonly ok: false };

const REFUSALS: Readonly<
  Record<Exclude<Extract<DateOutcome, { ok: false }>['code'], 'ambiguous-date' | 'two-digit-year'>, string>
> = {
  'no-date': 'is no date we can read',
  'impossible-date': 'does not exist in the calendar',
  'date-in-future': 'lies in the future, which no birth date can',
  'date-too-old': 'lies more than 130 years back',
};

/** Reads the column of birth dates; rows whose date cannot be read for certain are refused, and what would help is asked. */
export function readBirthDates(
  table: LoadedTable,
  rows: readonly CsvRow[],
  now: Instant,
  findings: Findings,
): readonly BirthOutcome[] {
  if (!table.has('birthDate')) return rows.map(() => ({ ok: true }));
  const texts = rows.map((row) => table.value(row, 'birthDate') ?? '');
  const { dateOrder, twoDigitYears, excelDates } = table.mapping;
  const column = readDateColumn(texts, {
    birth: true,
    today: now.slice(0, 10),
    ...(dateOrder === undefined ? {} : { order: dateOrder }),
    ...(twoDigitYears === undefined ? {} : { twoDigitYears }),
    ...(excelDates === undefined ? {} : { excelDates }),
  });
  const name = table.name('birthDate');
  if (column.excel && excelDates === undefined)
    findings.warn(
      'excel-dates',
      { file: table.file, column: name },
      `Column "${name}" holds Excel day numbers; they were read as days since 1900. Say "excelDates":false in the mapping if that is wrong.`,
    );
  const utc = column.outcomes.findIndex(
    (one) => one.ok && one.offset === 'Z' && one.time?.startsWith('00:00') === false,
  );
  if (utc >= 0)
    findings.warn(
      'birth-date-utc',
      { file: table.file, line: rows[utc]?.line ?? 0, column: name },
      `Column "${name}" holds points in time in UTC instead of dates: a birth date may be one day off. Export plain dates, or compare the dates with the wristbands.`,
    );
  askAboutDates(table, rows, texts, column, findings);
  return column.outcomes.map((outcome, at): BirthOutcome => {
    const line = rows[at]?.line ?? 0;
    if (texts[at] === '') return { ok: true };
    if (outcome.ok) return { ok: true, date: outcome.date };
    if (outcome.code !== 'ambiguous-date' && outcome.code !== 'two-digit-year')
      findings.refuse(
        outcome.code,
        { file: table.file, line, column: name },
        `Line ${line}, column "${name}": the value ${REFUSALS[outcome.code]}. Correct it and import again.`,
      );
    return { ok: false };
  });
}

function askAboutDates(
  table: LoadedTable,
  rows: readonly CsvRow[],
  texts: readonly string[],
  column: DateColumn,
  findings: Findings,
): void {
  const name = table.name('birthDate');
  const open = column.outcomes.map((outcome, at) => ({ outcome, at })).filter(({ outcome }) => !outcome.ok);
  const century = open.filter(({ outcome }) => !outcome.ok && outcome.code === 'two-digit-year');
  const order = open.filter(({ outcome }) => !outcome.ok && outcome.orderOpen === true);
  const refuse = (code: string, some: readonly { at: number }[], message: string): void =>
    findings.refuse(
      code,
      { file: table.file, line: rows[some[0]?.at ?? 0]?.line ?? 0, column: name },
      message,
      some.length,
    );
  const ask = (
    code: 'date-order' | 'two-digit-year',
    some: readonly { at: number }[],
    choices: Parameters<Findings['ask']>[0]['choices'],
  ): void =>
    findings.ask({
      code,
      file: table.file,
      column: name,
      rows: some.length,
      blocking: true,
      example: texts[some[0]?.at ?? 0] ?? '',
      choices,
    });
  const lines = (some: readonly { at: number }[]): string =>
    `from line ${rows[some[0]?.at ?? 0]?.line ?? 0} on, ${some.length} row${some.length === 1 ? '' : 's'}`;
  if (century.length > 0) {
    refuse(
      'two-digit-year',
      century,
      `Column "${name}" (${lines(century)}): years have two digits, so 26 may be 1926 or 2026. Say how to read them with --map FILE containing {"twoDigitYears":"past"} (the last such year that is not in the future) or a first year such as {"twoDigitYears":1927}.`,
    );
    ask('two-digit-year', century, [
      { label: 'The last such year that is not in the future', answer: { twoDigitYears: 'past' } },
    ]);
  }
  if (order.length > 0) {
    const why = column.mixed
      ? 'the column holds day-first and month-first dates'
      : 'day and month cannot be told apart';
    if (century.length === 0)
      refuse(
        'ambiguous-date',
        order,
        `Column "${name}" (${lines(order)}): ${why}. Say which with --map FILE containing {"dateOrder":"dmy"} (day first) or {"dateOrder":"mdy"} (month first).`,
      );
    ask('date-order', order, [
      { label: 'Day first (14/08/1980)', answer: { dateOrder: 'dmy' } },
      { label: 'Month first (08/14/1980)', answer: { dateOrder: 'mdy' } },
    ]);
  }
}

/** Reads the column of sex codes; codes nobody should guess leave the sex out and are asked about. */
export function readSexes(
  table: LoadedTable,
  rows: readonly CsvRow[],
  findings: Findings,
): readonly (Sex | undefined)[] {
  const field = table.has('sex') ? 'sex' : 'ageSex';
  if (!table.has(field)) return rows.map(() => undefined);
  const texts = rows.map((row) => {
    const text = table.value(row, field) ?? '';
    return field === 'sex' ? text : (readAgeSex(text).sex ?? '');
  });
  const name = table.name(field);
  const column = readSexColumn(texts, name, table.mapping.sexCodes);
  if (!column.ok) {
    const codes = column.codes.map((code) => code.toUpperCase()).join(', ');
    findings.warn(
      'sex-codes-unclear',
      { file: table.file, column: name },
      `Column "${name}": the codes ${codes} differ by country and were left out. Explain them with --map FILE, e.g. {"sexCodes":{"${column.codes[0] ?? ''}":"female"}}.`,
    );
    findings.ask({
      code: 'sex-codes',
      file: table.file,
      column: name,
      rows: rows.length,
      blocking: false,
      example: codes,
      choices: [],
    });
    return rows.map(() => undefined);
  }
  if (column.note !== undefined)
    findings.warn(
      'sex-codes-read',
      { file: table.file, column: name },
      column.note === 'iso-5218'
        ? `Column "${name}": 1 was read as male, 2 as female (ISO 5218).`
        : `Column "${name}": M was read as mujer (female), as in Spanish.`,
    );
  return texts.map((text, at) => {
    const sex = text === '' ? undefined : column.of(text);
    if (text !== '' && sex === undefined)
      findings.warn(
        'sex-code-unknown',
        { file: table.file, line: rows[at]?.line ?? 0, column: name },
        `Column "${name}" holds codes that are not known; they were left out. Explain them with "sexCodes" in the mapping.`,
      );
    return sex;
  });
}
