import type { BoardPatient } from '../../domain/patient/board';
import { message, segment, type HlValue } from '../hl7v2/build';
import type { ExportForm, ExportInput } from './export-input';
import type { MakeHeader } from './hl7-adt';
import { AUTHORITY, backLoaded, fieldsAt, isSince, namedXcn, pid, pv1, ts, xcn } from './hl7-segments';
import { siteCode } from './site-codes';
import type { CodedValue, LabRecord, RecordValue, ValueRecord } from './records';

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
    10: xcn(first.author, input),
    22: ts(first.writtenAt),
    25: status,
  });
  let set = 0;
  const lines = values.flatMap((record) => (record.parts ?? [record]).map((part) => obx(++set, record, part, input)));
  return message(
    head(['ORU', 'R01', 'ORU_R01'], `${signed.serial}|${signed.versions.length}|${status}`),
    pid(patient, input),
    backLoaded(first),
    pv1(patient, {}, input),
    obr,
    ...lines,
  );
}

function obx(set: number, record: ValueRecord, part: CodedValue, input: ExportInput): string {
  const [code] = part.codes;
  const system = code?.system === 'http://loinc.org' ? 'LN' : AUTHORITY;
  const [type, value, unit] = typed(part.value, input);
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
    16: xcn(record.author, input),
  });
}

function typed(
  value: RecordValue | undefined,
  input: ExportInput,
): readonly [type: string, value: HlValue, unit: HlValue] {
  const coded = isSince(input, '2.5') ? 'CWE' : 'CE';
  switch (value?.kind) {
    case undefined:
      return ['ST', '', ''];
    case 'number': {
      const known = siteCode(input, 'units', value.unit) ?? siteCode(input, 'units', value.ucum);
      const unit: HlValue =
        known !== undefined
          ? [known.code, known.display ?? value.unit ?? '', known.system ?? '']
          : value.ucum === undefined
            ? (value.unit ?? '')
            : [value.ucum, value.unit ?? value.ucum, 'UCUM'];
      return value.comparator === undefined ? ['NM', value.value, unit] : ['SN', [value.comparator, value.value], unit];
    }
    case 'coded':
      return [coded, [value.coding.code ?? '', value.text, AUTHORITY], ''];
    case 'yes-no':
      return [coded, value.value ? ['Y', 'Yes', 'HL70136'] : ['N', 'No', 'HL70136'], ''];
    case 'time':
      return value.of === 'dateTime'
        ? [isSince(input, '2.6') ? 'DTM' : 'TS', ts(value.value), '']
        : value.of === 'date'
          ? ['DT', value.value.replaceAll('-', ''), '']
          : ['TM', value.value.replaceAll(':', ''), ''];
    case 'text':
      // A line break is not allowed in ST; FT carries it as \.br\.
      return [/[\r\n]/.test(value.text) || value.text.length > 199 ? 'FT' : 'ST', value.text, ''];
  }
}

const PRIORITY: Readonly<Record<string, string>> = { stat: 'S', urgent: 'A', asap: 'A', routine: 'R', timed: 'T' };

/** ORC-1: new, changed, cancelled. */
const CONTROL = { final: 'NW', amended: 'XO', withdrawn: 'CA' } as const;

/** One OML (ORM before 2.5) per requisition: an order per test, one specimen. */
export function labMessage(patient: BoardPatient, record: LabRecord, input: ExportInput, head: MakeHeader): string {
  const serial = record.serial ?? record.key;
  const control = CONTROL[record.status];
  const modern = isSince(input, '2.5');
  const priority = PRIORITY[record.priority?.code ?? ''] ?? 'R';
  const provider: HlValue =
    record.requester === undefined ? xcn(record.author, input) : namedXcn(record.requester, input);
  const orders = record.tests.flatMap((test, at) => {
    const placer: HlValue = [test.key, AUTHORITY];
    const known = siteCode(input, 'tests', test.text) ?? siteCode(input, 'tests', test.coding?.code);
    const code: HlValue =
      known === undefined
        ? [test.coding?.code ?? '', test.text, AUTHORITY]
        : [known.code, known.display ?? test.text, known.system ?? ''];
    return [
      fieldsAt('ORC', 12, {
        1: control,
        2: placer,
        4: [serial, AUTHORITY],
        9: ts(record.occurredAt),
        10: xcn(record.author, input),
        12: provider,
      }),
      // TQ1 and SPM came with 2.5; before, OBR itself says how soon and of what.
      ...(modern ? [fieldsAt('TQ1', 9, { 1: 1, 9: priority })] : []),
      fieldsAt('OBR', 27, {
        1: at + 1,
        2: placer,
        4: code,
        7: ts(record.collectedAt),
        13: record.details ?? '',
        15: modern || record.specimen === undefined ? '' : [['', record.specimen.text]],
        16: provider,
        27: modern ? '' : ['', '', '', '', '', priority],
      }),
      ...record.notes.map((note, index) => segment('NTE', index + 1, 'P', note)),
      ...(!modern || (record.specimen === undefined && record.collectedAt === undefined)
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
    head(
      modern ? ['OML', 'O21', 'OML_O21'] : ['ORM', 'O01', 'ORM_O01'],
      `${record.key}|${record.status}|${record.writtenAt}`,
    ),
    pid(patient, input),
    backLoaded(record),
    pv1(patient, {}, input),
    ...orders,
  );
}
