import { displayName } from '../../domain/patient/names';
import type { BoardPatient } from '../../domain/patient/board';
import { indexOf } from '../../domain/form/form-index';
import type { ResponseAnswer, ResponseItem } from '../../domain/form/response';
import type { CsvValue } from '../csv/write-csv';
import type { Collected } from './collect-records';
import { valueOfAnswer } from './collect-values';
import type { ExportForm, ExportInput } from './export-input';
import type { DoseRecord, LabRecord, MoveRecord, OrderRecord, RecordValue } from './records';

/** A class of records as a table; CSV and XLSX are both written from it. */
export interface ExportTable {
  /** File and sheet name: no patient data. */
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly CsvValue[])[];
}

/** Identity columns that every table about patients begins with. */
const WHO = ['mrn', 'downtime_number', 'visit_number', 'name', 'birth_date'] as const;

/** One table per class. */
export function exportTables(collected: Collected, input: ExportInput): readonly ExportTable[] {
  const byId = new Map(collected.patients.map((patient) => [patient.id, patient]));
  const who = (id: string): readonly CsvValue[] => {
    const patient = byId.get(id);
    return patient === undefined ? ['', '', '', '', ''] : [patient.mrn ?? '', patient.downtimeNumber ?? '', patient.visitNumber ?? '', displayName(patient), patient.birthDate ?? ''];
  };
  const of = <K extends Collected['records'][number]['kind']>(kind: K) => collected.records.filter((record): record is Extract<Collected['records'][number], { kind: K }> => record.kind === kind);
  const status = ['status', 'occurred_at', 'written_at', 'author', 'form_serial'];
  const source = (record: Collected['records'][number]): readonly CsvValue[] => [record.status, record.occurredAt, record.writtenAt, record.author.name, record.serial ?? ''];
  return [
    { name: 'patients', header: ['mrn', 'downtime_number', 'visit_number', 'family', 'given', 'alias', 'birth_date', 'age_estimate', 'sex', 'ward', 'bed', 'presence', 'arrived_at', 'allergy_status', 'allergies', 'weight_kg', 'code_status', 'linked_mrn_by', 'written_here'], rows: collected.patients.map((patient) => patientRow(patient)) },
    { name: 'forms', header: [...WHO, 'serial', 'form', 'form_version', 'title', 'version', 'status', 'occurred_at', 'signed_at', 'signed_by', 'role', 'reason'], rows: collected.forms.flatMap((form) => formRows(form, who)) },
    { name: 'answers', header: [...WHO, 'serial', 'form', 'version', 'row', 'link_id', 'question', 'answer', 'unit', 'code', 'system', 'occurred_at', 'signed_by'], rows: collected.forms.flatMap((form) => answerRows(form, who)) },
    { name: 'values', header: [...WHO, 'code', 'name', 'value', 'unit', ...status], rows: of('value').flatMap((record) => (record.parts ?? [record]).map((part) => [...who(record.patient), part.codes[0]?.code ?? '', part.text, valueText(part.value, part.absent), unitOf(part.value), ...source(record)])) },
    { name: 'orders', header: [...WHO, 'kind', 'what', 'dose', 'route', 'frequency', 'priority', 'indication', 'ordered_by', 'in_ehr_before', 'key', ...status], rows: [...of('order').map((one) => [...who(one.patient), ...orderCells(one), ...source(one)]), ...of('lab').flatMap((one) => labRows(one).map((cells) => [...who(one.patient), ...cells, ...source(one)]))] },
    { name: 'doses', header: [...WHO, 'medicine', 'given', 'code', 'reason', 'dose', 'route', 'due_at', 'until', 'volume_ml', 'given_by', 'checked_by', 'notes', 'order_key', 'key', ...status], rows: of('dose').map((one) => [...who(one.patient), ...doseCells(one), ...source(one)]) },
    { name: 'allergies', header: [...WHO, 'substance', 'reaction', 'severity', ...status], rows: of('allergy').map((one) => [...who(one.patient), one.substance ?? 'No known allergies', one.reaction ?? '', one.severity ?? '', ...source(one)]) },
    { name: 'moves', header: [...WHO, 'movement', 'ward', 'bed', 'to', ...status], rows: of('move').map((one: MoveRecord) => [...who(one.patient), one.move, one.ward ?? '', one.bed ?? '', one.to ?? '', ...source(one)]) },
    { name: 'links', header: [...WHO, 'linked_number', 'linked_mrn', 'linked_at', 'linked_by', 'undone_at', 'undone_reason'], rows: collected.patients.flatMap((patient) => patient.links.map((link) => [...who(patient.id), link.downtimeNumber, link.mrn, link.at, personName(link.by, input), link.undone?.at ?? '', link.undone?.reason ?? ''])) },
    { name: 'checklist-log', header: ['checklist', 'ward', 'step', 'round', 'text', 'state', 'at', 'by', 'evidence', 'reason', 'undone'], rows: input.checklists.map((line) => [line.checklist, line.ward, line.step, line.round, line.text ?? '', line.state, line.at, personName(line.by, input), line.evidence ?? '', line.reason ?? '', line.undone === true]) },
    { name: 'back-entry', header: [...WHO, 'serial', 'item', 'what', 'owner', 'disposition', 'priority', 'state', 'occurred_at', 'marked_at', 'marked_by', 'ehr_reference', 'reason', 'verified_at', 'verified_by'], rows: input.backEntry.map((item) => [...who(item.patient ?? ''), item.serial, item.item, item.label, item.owner, item.disposition, item.priority, item.state, item.occurredAt, item.mark?.at ?? '', personName(item.mark?.by, input), item.mark?.ref ?? '', item.mark?.reason ?? '', item.check?.at ?? '', personName(item.check?.by, input)]) },
  ];
}

function patientRow(patient: BoardPatient): readonly CsvValue[] {
  const allergies = patient.allergies.map(({ substance, reaction }) => (reaction === undefined ? substance : `${substance} (${reaction})`)).join('; ');
  const link = patient.links.findLast((one) => one.undone === undefined);
  return [patient.mrn ?? '', patient.downtimeNumber ?? '', patient.visitNumber ?? '', patient.family, patient.given, patient.alias ?? '', patient.birthDate ?? '', patient.ageEstimateYears ?? '', patient.sex ?? '', patient.ward ?? '', patient.bed ?? '', patient.presence, patient.arrivedAt ?? '', patient.allergyStatus, allergies, patient.weightKg ?? '', patient.codeStatus ?? '', link?.by ?? '', patient.writtenHere.join(' ')];
}

function formRows({ signed, definition }: ExportForm, who: (id: string) => readonly CsvValue[]): readonly (readonly CsvValue[])[] {
  return signed.versions.map((version, at) => {
    const status = signed.struck !== undefined ? 'struck-through' : at < signed.versions.length - 1 ? 'superseded' : at > 0 ? 'amended' : 'completed';
    const { name, role, signedAt } = version.signature;
    return [...who(signed.patient), signed.serial, signed.form, signed.version, definition?.title ?? '', at + 1, status, version.occurredAt, signedAt, name, role, signed.struck?.reason ?? version.reason ?? ''];
  });
}

/** Every answer of the version that counts, one line each, in the order of the form. */
function answerRows({ signed, definition }: ExportForm, who: (id: string) => readonly CsvValue[]): readonly (readonly CsvValue[])[] {
  const version = signed.versions.at(-1);
  if (version === undefined) return [];
  const rows: (readonly CsvValue[])[] = [];
  const index = definition === undefined ? undefined : indexOf(definition);
  const visit = (items: readonly ResponseItem[], row: string): void => {
    for (const one of items) {
      const item = index?.byLinkId.get(one.linkId)?.item;
      for (const answer of one.answer ?? []) {
        const value = item === undefined ? plainAnswer(answer) : valueOfAnswer(item, answer);
        const coding = answer.valueCoding;
        const absent = answer.extension?.map((extension) => extension['valueCode']).find((code) => typeof code === 'string');
        rows.push([...who(signed.patient), signed.serial, signed.form, signed.versions.length, row, one.linkId, one.text ?? item?.text ?? '', valueText(value, typeof absent === 'string' ? absent : undefined), unitOf(value), item?.code[0]?.code ?? coding?.code ?? '', item?.code[0]?.system ?? coding?.system ?? '', version.occurredAt, version.signature.name]);
        visit(answer.item ?? [], row);
      }
      visit(one.item ?? [], one.id ?? row);
    }
  };
  visit(version.response.item ?? [], '');
  return rows;
}

function plainAnswer(answer: ResponseAnswer): RecordValue | undefined {
  const value = answer.valueString ?? answer.valueInteger ?? answer.valueDecimal ?? answer.valueBoolean ?? answer.valueDateTime ?? answer.valueDate ?? answer.valueTime ?? answer.valueUri ?? answer.valueCoding?.display ?? answer.valueCoding?.code ?? answer.valueQuantity?.value;
  return value === undefined ? undefined : typeof value === 'number' ? { kind: 'number', value } : { kind: 'text', text: String(value) };
}

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

function unitOf(value: RecordValue | undefined): string {
  return value?.kind === 'number' ? (value.ucum ?? value.unit ?? '') : '';
}

function orderCells(one: OrderRecord): readonly CsvValue[] {
  return [`medicine, ${one.section}`, one.drug, one.dose ?? '', one.route ?? '', one.frequency ?? '', '', one.indication ?? '', one.prescriber ?? '', one.inEhr ? 'yes' : 'no', one.key];
}

function labRows(one: LabRecord): readonly (readonly CsvValue[])[] {
  return one.tests.map((test) => ['laboratory', test.text, '', '', '', one.priority?.text ?? '', one.details ?? '', one.requester ?? '', 'no', test.key]);
}

function doseCells(one: DoseRecord): readonly CsvValue[] {
  return [one.drug, one.given ? 'yes' : 'no', one.code ?? '', one.reason ?? '', one.dose ?? '', one.route ?? '', one.dueAt ?? '', one.until ?? '', one.volumeMl ?? '', one.givenBy ?? '', one.checkedBy ?? '', one.notes.join('; '), one.order, one.key];
}

function personName(id: string | undefined, input: ExportInput): string {
  return id === undefined ? '' : (input.people.find((person) => person.id === id)?.name ?? id);
}
