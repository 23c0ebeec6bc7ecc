import type {
  ActRecord,
  AllergyRecord,
  DoseRecord,
  ExportRecord,
  LabRecord,
  MessageRecord,
  MoveRecord,
  OrderRecord,
  ValueRecord,
} from './records';
import {
  identityColumns,
  SOURCE_COLUMNS,
  tableOf,
  unitOf,
  valueText,
  type Columns,
  type ExportTable,
  type TableContext,
} from './table';

function recordsOf<K extends ExportRecord['kind']>(
  context: TableContext,
  kind: K,
): Extract<ExportRecord, { kind: K }>[] {
  return context.collected.records.filter((one): one is Extract<ExportRecord, { kind: K }> => one.kind === kind);
}

function recordTable<T extends ExportRecord>(
  context: TableContext,
  name: string,
  records: readonly T[],
  columns: Columns<T>,
): ExportTable {
  const who = identityColumns<T>(context, (one) => one.patient);
  return tableOf(name, records, { ...who, ...columns, ...SOURCE_COLUMNS });
}

/** Coded values; the two of a blood pressure are two lines. */
export function valuesTable(context: TableContext): ExportTable {
  const parts = recordsOf(context, 'value').flatMap((record): ValueRecord[] =>
    (record.parts ?? [record]).map((part) => ({ ...record, ...part })),
  );
  return recordTable(context, 'values', parts, {
    code: (one) => one.codes[0]?.code,
    measured: (one) => one.text,
    value: (one) => valueText(one.value, one.absent),
    unit: (one) => unitOf(one.value),
  });
}

type OrderLine = OrderRecord | (LabRecord & { readonly test: LabRecord['tests'][number] });

/** Orders of medicines and requests to the laboratory. */
export function ordersTable(context: TableContext): ExportTable {
  const tests = recordsOf(context, 'lab').flatMap((record) => record.tests.map((test) => ({ ...record, test })));
  const lines: readonly OrderLine[] = [...recordsOf(context, 'order'), ...tests];
  const medicine = (value: (one: OrderRecord) => string | undefined) => (one: OrderLine) =>
    one.kind === 'order' ? value(one) : undefined;
  return recordTable(context, 'orders', lines, {
    kind: (one) => (one.kind === 'order' ? `medicine, ${one.section}` : 'laboratory'),
    what: (one) => (one.kind === 'order' ? one.drug : one.test.text),
    dose: medicine((one) => one.dose),
    route: medicine((one) => one.route),
    frequency: medicine((one) => one.frequency),
    priority: (one) => (one.kind === 'lab' ? one.priority?.text : undefined),
    indication: (one) => (one.kind === 'order' ? one.indication : one.details),
    ordered_by: (one) => (one.kind === 'order' ? one.prescriber : one.requester),
    in_ehr_before: (one) => one.kind === 'order' && one.inEhr,
    key: (one) => (one.kind === 'order' ? one.key : one.test.key),
  });
}

/** Doses given and not given. */
export function dosesTable(context: TableContext): ExportTable {
  return recordTable<DoseRecord>(context, 'doses', recordsOf(context, 'dose'), {
    medicine: (one) => one.drug,
    given: (one) => one.given,
    code: (one) => one.code,
    reason: (one) => one.reason,
    dose: (one) => one.dose,
    route: (one) => one.route,
    due_at: (one) => one.dueAt,
    until: (one) => one.until,
    volume_ml: (one) => one.volumeMl,
    given_by: (one) => one.givenBy,
    checked_by: (one) => one.checkedBy,
    notes: (one) => one.notes.join('; '),
    order_key: (one) => one.order,
    key: (one) => one.key,
  });
}

/** Allergies written here. */
export function allergiesTable(context: TableContext): ExportTable {
  return recordTable<AllergyRecord>(context, 'allergies', recordsOf(context, 'allergy'), {
    substance: (one) => one.substance ?? 'No known allergies',
    reaction: (one) => one.reaction,
    severity: (one) => one.severity,
  });
}

/** Arrivals and movements. */
export function movesTable(context: TableContext): ExportTable {
  return recordTable<MoveRecord>(context, 'moves', recordsOf(context, 'move'), {
    movement: (one) => one.move,
    ward: (one) => one.ward,
    bed: (one) => one.bed,
    to: (one) => one.to,
  });
}

/** Messages, verbal orders, critical calls. */
export function messagesTable(context: TableContext): ExportTable {
  return recordTable<MessageRecord>(context, 'messages', recordsOf(context, 'message'), {
    topic: (one) => one.topic,
    text: (one) => one.text,
    from: (one) => one.from,
    to: (one) => one.to,
    key: (one) => one.key,
  });
}

/** Resuscitations and transfusions. */
export function proceduresTable(context: TableContext): ExportTable {
  return recordTable<ActRecord>(context, 'procedures', recordsOf(context, 'act'), {
    procedure: (one) => one.name,
    until: (one) => one.until,
    performed_by: (one) => one.by,
    outcome: (one) => one.outcome,
    notes: (one) => one.notes.join('; '),
    key: (one) => one.key,
  });
}
