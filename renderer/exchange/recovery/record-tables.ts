import type { Entry } from '../../domain/ledger/entry';
import { displayName } from '../../domain/patient/names';
import type { Snapshot } from '../../domain/patient/patient';
import { type CsvValue, writeCsv } from '../csv/write-csv';
import type { ExportFile } from '../export/export-input';

/** What recovery has to write down. */
export interface RecordsInput {
  /** In fold order. */
  readonly entries: readonly Entry[];
  readonly snapshot: Snapshot | undefined;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  /** Name and number of a patient by opaque id, where they are known. */
  readonly patientOf: (id: string) => { readonly name: string; readonly number: string } | undefined;
  readonly unreadable: readonly {
    readonly file: string;
    readonly line: number;
    readonly device?: string;
    readonly seq?: number;
    readonly type?: string;
    readonly why: string;
  }[];
}

/** Every readable record, the last known patients, and what could not be read: plain tables any spreadsheet opens. */
export function recordTables(input: RecordsInput): readonly ExportFile[] {
  const { snapshot } = input;
  return [
    table('records', RECORD_COLUMNS, recordRows(input)),
    ...(snapshot ? [table('last-known-patients', PATIENT_COLUMNS, patientRows(snapshot))] : []),
    table(
      'unreadable',
      ['file', 'line', 'device', 'number', 'kind', 'why'],
      input.unreadable.map((one) => [one.file, one.line || '', one.device, one.seq, one.type, one.why]),
    ),
  ];
}

const RECORD_COLUMNS = [
  'at',
  'kind',
  'by',
  'patient',
  'patient_number',
  'outage',
  'subject',
  'content',
  'corrects',
  'record',
  'id',
  'device',
  'number',
];

function recordRows({ entries, people, patientOf }: RecordsInput): readonly (readonly CsvValue[])[] {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return entries.map((entry) => {
    const named = 'patient' in entry.payload && typeof entry.payload.patient === 'string' ? entry.payload.patient : '';
    const patient = patientOf(named) ?? patientOf(entry.subject);
    return [
      entry.at,
      entry.type,
      names.get(entry.by) ?? entry.by,
      patient?.name,
      patient?.number,
      entry.book,
      entry.subject,
      entry.content && `${entry.content.id} ${entry.content.version}`,
      entry.corrects,
      JSON.stringify(entry.payload),
      entry.id,
      entry.device,
      entry.seq,
    ];
  });
}

const PATIENT_COLUMNS = [
  'as_of',
  'mrn',
  'visit_number',
  'name',
  'birth_date',
  'sex',
  'ward',
  'bed',
  'allergy_status',
  'allergies',
  'weight_kg',
  'code_status',
  'isolation',
  'diagnosis',
  'medicines',
  'observations',
];

function patientRows({ asOf, patients }: Snapshot): readonly (readonly CsvValue[])[] {
  return patients.map((one) => [
    asOf,
    one.mrn,
    one.visitNumber,
    displayName(one),
    one.birthDate,
    one.sex,
    one.ward,
    one.bed,
    one.allergyStatus,
    one.allergies.map(({ substance, reaction }) => words(substance, reaction && `(${reaction})`)).join('; '),
    one.weightKg,
    one.codeStatus,
    one.isolation,
    one.diagnosis,
    one.medicines?.map(({ name, dose, route, frequency }) => words(name, dose, route, frequency)).join('; '),
    one.observations?.map(({ name, value, unit, at }) => words(name, value, unit, at)).join('; '),
  ]);
}

function words(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' ');
}

function table(name: string, header: readonly string[], rows: readonly (readonly CsvValue[])[]): ExportFile {
  const bytes = new TextEncoder().encode(writeCsv(header, rows, { bom: true }));
  return { name: `${name}.csv`, bytes, records: rows.length };
}
