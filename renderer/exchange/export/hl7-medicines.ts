import type { BoardPatient } from '../../domain/patient/board';
import { message, segment, type HlValue } from '../hl7v2/build';
import { readDose } from './dose-text';
import type { ExportInput } from './export-input';
import type { MakeHeader } from './hl7-adt';
import { AUTHORITY, backLoaded, fieldsAt, isSince, namedXcn, pid, pv1, ts, xcn } from './hl7-segments';
import type { DoseRecord, OrderRecord } from './records';

/** A medicine order written here, so that its doses have something to refer to. ORM ended with 2.6; OMP follows it. */
export function orderMessage(patient: BoardPatient, record: OrderRecord, input: ExportInput, head: MakeHeader): string {
  const dose = readDose(record.dose);
  const isOmp = isSince(input, '2.7');
  const control = { final: 'NW', amended: 'XO', withdrawn: 'CA' }[record.status];
  const words = [record.dose, record.route, record.frequency].filter((one) => one !== undefined).join(', ');
  const notes = [
    ...(record.section === 'prn' ? ['As needed'] : []),
    ...(record.indication === undefined ? [] : [`For: ${record.indication}`]),
    ...(record.maximum === undefined ? [] : [`Most in 24 hours: ${record.maximum}`]),
    // ORM_O01 has no RXR.
    ...(isOmp || record.route === undefined ? [] : [`Route: ${record.route}`]),
  ];
  return message(
    head(
      isOmp ? ['OMP', 'O09', 'OMP_O09'] : ['ORM', 'O01', 'ORM_O01'],
      `${record.key}|${record.status}|${record.writtenAt}`,
    ),
    pid(patient, input),
    backLoaded(record),
    pv1(patient, {}, input),
    fieldsAt('ORC', 12, {
      1: control,
      2: [record.key, AUTHORITY],
      // A once-only order that is on a MAR is done; the others run.
      5: record.status === 'withdrawn' ? 'CA' : record.section === 'once' ? 'CM' : 'IP',
      9: ts(record.occurredAt),
      10: xcn(record.author, input),
      12: record.prescriber === undefined ? '' : namedXcn(record.prescriber, input),
    }),
    fieldsAt('RXO', 7, {
      1: ['', record.drug],
      2: dose?.value ?? '',
      4: dose === undefined ? '' : [dose.ucum, dose.unit, 'UCUM'],
      7: ['', words],
    }),
    ...notes.map((note, at) => segment('NTE', at + 1, 'P', note)),
    isOmp ? segment('RXR', ['', record.route ?? 'Not recorded']) : '',
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
  const who: HlValue = record.givenBy === undefined ? xcn(record.author, input) : namedXcn(record.givenBy, input);
  return message(
    head(
      isSince(input, '2.4') ? ['RAS', 'O17', 'RAS_O17'] : ['RAS', 'O01', 'RAS_O01'],
      `${record.key}|${record.status}|${record.writtenAt}`,
    ),
    pid(patient, input),
    backLoaded(record),
    pv1(patient, {}, input),
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
