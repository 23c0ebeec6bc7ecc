import type { BoardPatient } from '../../domain/patient/board';
import { message, segment, type HlValue } from '../hl7v2/build';
import { readDose } from './dose-text';
import type { ExportForm, ExportInput } from './export-input';
import type { MakeHeader } from './hl7-adt';
import { AUTHORITY, backLoaded, pid, pv1, ts, xcn } from './hl7-segments';
import type { CodedValue, DoseRecord, LabRecord, OrderRecord, RecordValue, ValueRecord } from './records';

const RESULT = { final: 'F', amended: 'C', withdrawn: 'W' } as const;

/** One ORU per form: every coded answer, and the others under a code of our own, so that nothing is lost. */
export function resultMessage(
  patient: BoardPatient,
  form: ExportForm,
  values: readonly ValueRecord[],
  input: ExportInput,
  head: MakeHeader,
): string {
  const [first] = values;
  if (first === undefined) return '';
  const { signed, definition } = form;
  const code: HlValue = [
    definition?.code[0]?.code ?? signed.form,
    definition?.title ?? signed.form,
    definition?.code[0]?.code === undefined ? AUTHORITY : 'LN',
  ];
  const status = values.every((one) => one.status === 'withdrawn')
    ? 'X'
    : values.some((one) => one.status !== 'final')
      ? 'C'
      : 'F';
  const obr = fieldsAt('OBR', 25, {
    1: 1,
    3: [signed.serial, AUTHORITY],
    4: code,
    7: ts(first.occurredAt),
    10: xcn(first.author),
    22: ts(first.writtenAt),
    25: status,
  });
  let set = 0;
  const lines = values.flatMap((record) => (record.parts ?? [record]).map((part) => obx(++set, record, part)));
  return message(
    head(['ORU', 'R01', 'ORU_R01'], `${signed.serial}|${signed.versions.length}|${status}`),
    pid(patient, input),
    backLoaded(first),
    pv1(patient, {}),
    obr,
    ...lines,
  );
}

function obx(set: number, record: ValueRecord, part: CodedValue): string {
  const [code] = part.codes;
  const system = code?.system === 'http://loinc.org' ? 'LN' : AUTHORITY;
  const [type, value, unit] = typed(part.value);
  // OBX-11: X says that no value could be had.
  const status = part.value === undefined ? 'X' : RESULT[record.status];
  return fieldsAt('OBX', 16, {
    1: set,
    2: type,
    3: [code?.code ?? '', part.text, system],
    4: record.parts === undefined ? '' : '1',
    5: value,
    6: unit,
    11: status,
    14: ts(record.occurredAt),
    16: xcn(record.author),
  });
}

function typed(value: RecordValue | undefined): readonly [type: string, value: HlValue, unit: HlValue] {
  switch (value?.kind) {
    case undefined:
      return ['ST', '', ''];
    case 'number': {
      const unit: HlValue =
        value.ucum === undefined ? (value.unit ?? '') : [value.ucum, value.unit ?? value.ucum, 'UCUM'];
      return value.comparator === undefined ? ['NM', value.value, unit] : ['SN', [value.comparator, value.value], unit];
    }
    case 'coded':
      return ['CWE', [value.coding.code ?? '', value.text, AUTHORITY], ''];
    case 'yes-no':
      return ['CWE', value.value ? ['Y', 'Yes', 'HL70136'] : ['N', 'No', 'HL70136'], ''];
    case 'time':
      return value.of === 'dateTime'
        ? ['TS', ts(value.value), '']
        : value.of === 'date'
          ? ['DT', value.value.replaceAll('-', ''), '']
          : ['TM', value.value.replaceAll(':', ''), ''];
    case 'text':
      // A line break is not allowed in ST; FT carries it as \.br\.
      return [/[\r\n]/.test(value.text) || value.text.length > 199 ? 'FT' : 'ST', value.text, ''];
  }
}

const PRIORITY: Readonly<Record<string, string>> = { stat: 'S', urgent: 'A', asap: 'A', routine: 'R', timed: 'T' };

/** One OML per requisition: an order per test, one specimen. */
export function labMessage(patient: BoardPatient, record: LabRecord, input: ExportInput, head: MakeHeader): string {
  const serial = record.serial ?? record.key;
  const control = record.status === 'withdrawn' ? 'CA' : record.status === 'amended' ? 'XO' : 'NW';
  const provider: HlValue = record.requester === undefined ? xcn(record.author) : ['', record.requester];
  const orders = record.tests.flatMap((test, at) => {
    const placer: HlValue = [test.key, AUTHORITY];
    const code: HlValue = [test.coding?.code ?? '', test.text, AUTHORITY];
    return [
      fieldsAt('ORC', 12, {
        1: control,
        2: placer,
        4: [serial, AUTHORITY],
        9: ts(record.occurredAt),
        10: xcn(record.author),
        12: provider,
      }),
      fieldsAt('TQ1', 9, { 1: 1, 9: PRIORITY[record.priority?.code ?? ''] ?? 'R' }),
      fieldsAt('OBR', 16, {
        1: at + 1,
        2: placer,
        4: code,
        7: ts(record.collectedAt),
        13: record.details ?? '',
        16: provider,
      }),
      ...record.notes.map((note, index) => segment('NTE', index + 1, 'P', note)),
      ...(record.specimen === undefined && record.collectedAt === undefined
        ? []
        : [
            fieldsAt('SPM', 17, {
              1: 1,
              2: [[serial, AUTHORITY]],
              4: [record.specimen?.coding?.code ?? '', record.specimen?.text ?? '', AUTHORITY],
              17: ts(record.collectedAt),
            }),
          ]),
    ];
  });
  return message(
    head(['OML', 'O21', 'OML_O21'], `${record.key}|${record.status}|${record.writtenAt}`),
    pid(patient, input),
    backLoaded(record),
    pv1(patient, {}),
    ...orders,
  );
}

/** One RAS per dose; what was not given goes too, with its reason. */
export function doseMessage(
  patient: BoardPatient,
  record: DoseRecord,
  order: OrderRecord | undefined,
  input: ExportInput,
  head: MakeHeader,
): string {
  const amount =
    record.volumeMl === undefined ? readDose(record.dose) : { value: record.volumeMl, ucum: 'mL', unit: 'mL' };
  const ordered = readDose(order?.dose);
  const drug: HlValue = ['', record.drug];
  const completion = record.given ? 'CP' : record.code === 'R' ? 'RE' : 'NA';
  const action = record.status === 'withdrawn' ? 'D' : record.status === 'amended' ? 'U' : 'A';
  const note = [
    record.dose === undefined || amount !== undefined ? '' : `Dose as written: ${record.dose}`,
    ...record.notes,
  ]
    .filter((one) => one !== '')
    .join('; ');
  const who: HlValue = record.givenBy === undefined ? xcn(record.author) : ['', record.givenBy];
  return message(
    head(['RAS', 'O17', 'RAS_O17'], `${record.key}|${record.status}|${record.writtenAt}`),
    pid(patient, input),
    backLoaded(record),
    pv1(patient, {}),
    fieldsAt('ORC', 9, {
      1: 'RE',
      2: record.orderInEhr ? '' : [record.order, AUTHORITY],
      3: [record.key, AUTHORITY],
      9: ts(order?.occurredAt ?? record.occurredAt),
    }),
    // A dose in words only goes out as RXO-7.
    fieldsAt('RXO', 7, {
      1: drug,
      2: ordered?.value ?? '',
      4: ordered?.ucum ?? '',
      7: ['', [order?.dose, order?.frequency].filter((one) => one !== undefined).join(', ')],
    }),
    fieldsAt('RXA', 22, {
      1: 0,
      2: 1,
      3: ts(record.occurredAt),
      4: ts(record.until ?? record.occurredAt),
      5: drug,
      6: record.given ? (amount?.value ?? 999) : 0,
      7: amount === undefined ? '' : [amount.ucum, amount.unit, 'UCUM'],
      9: note === '' ? '' : ['', note],
      10: who,
      18: record.given ? '' : ['', record.reason ?? 'Not given'],
      20: completion,
      21: action,
      22: ts(record.writtenAt),
    }),
    segment('RXR', ['', record.route ?? 'Not recorded']),
  );
}

/** A segment with some of its fields set by number. */
function fieldsAt(name: string, last: number, values: Readonly<Record<number, HlValue>>): string {
  return segment(name, ...Array.from({ length: last }, (_, at) => values[at + 1] ?? ''));
}
