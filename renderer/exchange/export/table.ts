import { displayName } from '../../domain/patient/names';
import type { BoardPatient } from '../../domain/patient/board';
import type { CsvValue } from '../csv/write-csv';
import type { Collected } from './collect-records';
import type { ExportInput } from './export-input';
import type { ExportRecord, RecordValue } from './records';

/** A class of records as a table; CSV and XLSX are both written from it. */
export interface ExportTable {
  /** File and sheet name: no patient data. */
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly CsvValue[])[];
}

/** Column name -> what stands in it; the order of writing is the order of the columns. */
export type Columns<T> = Readonly<Record<string, (one: T) => CsvValue>>;

/** A table out of things and columns: name and value stand side by side, so that none can slip. */
export function tableOf<T>(name: string, things: readonly T[], columns: Columns<T>): ExportTable {
  const cells = Object.values(columns);
  return { name, header: Object.keys(columns), rows: things.map((one) => cells.map((cell) => cell(one))) };
}

/** What the columns of tables ask of an export. */
export interface TableContext {
  readonly collected: Collected;
  readonly input: ExportInput;
  readonly patient: (id: string) => BoardPatient | undefined;
  readonly personName: (id: string | undefined) => string;
}

/** Identity columns that every table about patients begins with. */
export function identityColumns<T>(context: TableContext, patientOf: (one: T) => string): Columns<T> {
  const cell =
    (value: (patient: BoardPatient) => CsvValue) =>
    (one: T): CsvValue => {
      const patient = context.patient(patientOf(one));
      return patient === undefined ? '' : value(patient);
    };
  return {
    mrn: cell((patient) => patient.mrn),
    downtime_number: cell((patient) => patient.downtimeNumber),
    visit_number: cell((patient) => patient.visitNumber),
    name: cell(displayName),
    birth_date: cell((patient) => patient.birthDate),
  };
}

/** Columns that say where a record comes from and how it stands. */
export const SOURCE_COLUMNS = {
  status: (one) => one.status,
  occurred_at: (one) => one.occurredAt,
  written_at: (one) => one.writtenAt,
  author: (one) => one.author.name,
  form_serial: (one) => one.serial,
} satisfies Columns<ExportRecord>;

/** A value as one cell: numbers stay numbers. */
export function valueText(value: RecordValue | undefined, absent?: string): CsvValue {
  if (value === undefined) return absent ?? '';
  switch (value.kind) {
    case 'number':
      return value.comparator === undefined ? value.value : `${value.comparator} ${value.value}`;
    case 'coded':
    case 'text':
      return value.text;
    case 'yes-no':
      return value.value ? 'yes' : 'no';
    case 'time':
      return value.value;
  }
}

/** The unit of a value: UCUM where there is one. */
export function unitOf(value: RecordValue | undefined): string {
  return value?.kind === 'number' ? (value.ucum ?? value.unit ?? '') : '';
}
