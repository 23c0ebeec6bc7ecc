import type { BoardPatient } from '../../domain/patient/board';
import { latestVersion } from '../../domain/form/forms-state';
import { batch, header } from '../hl7v2/build';
import { isOfWard, perPatient, type Collected } from './collect-records';
import { collectValues } from './collect-values';
import type { ExportForm, ExportInput, ExportResult, Unmapped } from './export-input';
import { stableUuid } from './fhir-ids';
import { allergyMessage, mergeMessages, moveMessages, type MakeHeader } from './hl7-adt';
import { doseMessage, labMessage, resultMessage } from './hl7-clinical';
import { AUTHORITY } from './hl7-segments';
import type { ExportRecord, ValueRecord } from './records';

/** HL7 v2.5.1 in batch files: one per patient and one of all, in the order a receiver needs them. */
export function writeHl7Files(collected: Collected, input: ExportInput): ExportResult {
  const unmapped: Unmapped[] = [
    ...collected.unmapped,
    ...collected.forms.filter(isOfWard).map(({ signed }): Unmapped => ({
      serial: signed.serial,
      reason: 'no-message',
      message: 'A form about the ward belongs to no patient and is not sent as HL7 v2; it is in FHIR and CSV.',
    })),
  ];
  const sender = { application: AUTHORITY, facility: `${input.site}-${input.workstation}` };
  const test = input.settings?.test === true || input.outage.kind === 'drill';
  const head: MakeHeader = (type, key) =>
    header({
      type,
      controlId: controlId(key),
      now: input.exportedAt,
      sender,
      processing: test ? 'T' : 'P',
      ...(input.settings?.receiver === undefined ? {} : { receiver: input.settings.receiver }),
    });
  const file = (name: string, messages: readonly string[]): ExportResult['files'][number] => ({
    name,
    bytes: new TextEncoder().encode(
      batch(messages, { now: input.exportedAt, id: controlId(`${input.outage.id}|${name}|${input.upTo}`), sender }),
    ),
    records: messages.length,
  });
  const all: string[] = [];
  const files = perPatient(collected).map(({ patient, own }, at) => {
    const messages = patientMessages(patient, own, input, head, unmapped);
    all.push(...messages);
    return file(`patient-${String(at + 1).padStart(3, '0')}.hl7`, messages);
  });
  return { files: [file('outage.hl7', all), ...files], unmapped };
}

/** MSH-10: the same fact in the same state always has the same, so a receiver knows a repetition. */
function controlId(key: string): string {
  return `DT${stableUuid(key).replaceAll('-', '').slice(0, 18).toUpperCase()}`;
}

/** Identity, movements, allergies, requests, doses, results (practice.md E: strict order). */
function patientMessages(
  patient: BoardPatient,
  { records, forms }: Collected,
  input: ExportInput,
  head: MakeHeader,
  unmapped: Unmapped[],
): readonly string[] {
  const of = <K extends ExportRecord['kind']>(kind: K) =>
    records.filter((record): record is Extract<ExportRecord, { kind: K }> => record.kind === kind);
  const orders = of('order');
  const doses = of('dose');
  for (const order of orders)
    if (!order.inEhr && order.status !== 'withdrawn' && !doses.some((dose) => dose.order === order.key))
      unmapped.push({
        serial: order.serial ?? '',
        reason: 'no-message',
        message: 'A new medicine order without a dose is not sent as HL7 v2; it is in FHIR and CSV.',
      });
  return [
    ...moveMessages(patient, of('move'), input, head),
    ...mergeMessages(patient, input, head),
    ...allergyMessage(patient, of('allergy'), input, head),
    ...of('lab').map((record) => labMessage(patient, record, input, head)),
    ...doses.map((dose) =>
      doseMessage(
        patient,
        dose,
        orders.find((order) => order.key === dose.order),
        input,
        head,
      ),
    ),
    ...forms.map((form) => resultMessage(patient, form, valuesOf(form, records), input, head)),
  ].filter((text) => text !== '');
}

/** Coded answers, then the rest of the form under codes of our own; orders and requests have messages of their own. */
function valuesOf(form: ExportForm, own: readonly ExportRecord[]): readonly ValueRecord[] {
  const { signed, definition } = form;
  const coded = own.filter(
    (record): record is ValueRecord => record.kind === 'value' && record.serial === signed.serial,
  );
  if (definition === undefined || signed.form === 'F04' || signed.form === 'F10') return coded;
  const version = latestVersion(signed);
  const { person, name, role } = version.signature;
  const status = signed.struck !== undefined ? 'withdrawn' : signed.versions.length > 1 ? 'amended' : 'final';
  const source = {
    patient: signed.patient,
    serial: signed.serial,
    form: signed.form,
    occurredAt: version.occurredAt,
    writtenAt: version.at,
    author: { id: person, name, role },
    status,
  } as const;
  return [...coded, ...collectValues(definition, version.response, source, 'uncoded')];
}
