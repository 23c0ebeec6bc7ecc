import { latestVersion } from '../../domain/form/forms-state';
import type { Outbound } from '../../domain/delivery/plan';
import type { BoardPatient } from '../../domain/patient/board';
import { header } from '../hl7v2/build';
import { isOfWard, perPatient, type Collected } from './collect-records';
import { collectValues } from './collect-values';
import type { PatientDocument } from './documents';
import type { ExportForm, ExportInput, Unmapped } from './export-input';
import { stableUuid } from './fhir-ids';
import { allergyMessage, mergeMessages, moveMessages, type MakeHeader } from './hl7-adt';
import { chargeMessage } from './hl7-charges';
import { labMessage, resultMessage } from './hl7-clinical';
import { documentMessage } from './hl7-documents';
import { doseMessage, orderMessage } from './hl7-medicines';
import { AUTHORITY, versionOf } from './hl7-segments';
import type { ExportRecord, ValueRecord } from './records';

/** One message with what must be known to send it in its turn. */
export interface Hl7Outbound extends Outbound {
  /** `ADT^A02`. */
  readonly kind: string;
  readonly text: string;
  /** Key of the fact it carries (records.ts), or the serial of the form whose answers it carries. */
  readonly about: string;
}

/** MSH-3 and MSH-4 of what this site sends. */
export function senderOf(input: ExportInput): { readonly application: string; readonly facility: string } {
  return input.settings?.sender ?? { application: AUTHORITY, facility: `${input.site}-${input.workstation}` };
}

/** MSH-10: the same fact in the same state always has the same, so a receiver knows a repetition. */
export function controlId(key: string): string {
  return `DT${stableUuid(key).replaceAll('-', '').slice(0, 18).toUpperCase()}`;
}

/** All messages of an outage, patient by patient, in the order of practice.md E: identity, allergies, orders, results, documents. */
export function* hl7Messages(
  collected: Collected,
  input: ExportInput,
  documents: ReadonlyMap<string, PatientDocument>,
): Generator<{ readonly patient: BoardPatient; readonly messages: readonly Hl7Outbound[] }> {
  const head = headerOf(input);
  for (const { patient, own } of perPatient(collected)) {
    const document = documents.get(patient.id);
    yield { patient, messages: patientMessages(patient, own, input, head, document) };
  }
}

/** What no message carries. */
export function hl7Unmapped(collected: Collected): readonly Unmapped[] {
  return collected.forms.filter(isOfWard).map(({ signed }): Unmapped => ({
    serial: signed.serial,
    reason: 'no-message',
    message: 'A form about the ward belongs to no patient and is not sent as HL7 v2; it is in FHIR and CSV.',
  }));
}

function headerOf(input: ExportInput): MakeHeader {
  const test = input.settings?.test === true || input.outage.kind === 'drill';
  const version = versionOf(input);
  return ([code, event, structure], key) =>
    header({
      // MSH-9.3 came with 2.3.1.
      type: [code, event, version === '2.3' ? '' : structure],
      controlId: controlId(test ? `test|${key}` : key),
      now: input.exportedAt,
      sender: senderOf(input),
      processing: test ? 'T' : 'P',
      version,
      ...(input.settings?.receiver === undefined ? {} : { receiver: input.settings.receiver }),
    });
}

/** Who it is about first; then each message knows whom it waits for. */
function patientMessages(
  patient: BoardPatient,
  { records, forms }: Collected,
  input: ExportInput,
  head: MakeHeader,
  document: PatientDocument | undefined,
): readonly Hl7Outbound[] {
  const of = <K extends ExportRecord['kind']>(kind: K) =>
    records.filter((record): record is Extract<ExportRecord, { kind: K }> => record.kind === kind);
  const out: Hl7Outbound[] = [];
  const add = (text: string, about: string, needs: readonly string[]): string | undefined => {
    if (text === '') return undefined;
    const [, , , , , , , , kind = '', control = ''] = text.slice(0, text.indexOf('\r')).split('|');
    out.push({ control, kind: kind.split('^').slice(0, 2).join('^'), patient: patient.id, needs, about, text });
    return control;
  };
  const identity: string[] = [];
  const addIdentity = (text: string, about: string): void => {
    const control = add(text, about, [...identity]);
    if (control !== undefined) identity.push(control);
  };
  for (const { text, about } of moveMessages(patient, of('move'), input, head)) addIdentity(text, about);
  for (const { text, about } of mergeMessages(patient, input, head)) addIdentity(text, about);
  for (const text of allergyMessage(patient, of('allergy'), input, head))
    add(text, `${patient.id}/allergies`, identity);
  const orders = new Map(of('order').map((order) => [order.key, order]));
  const sent = new Map<string, string>();
  for (const order of orders.values()) {
    const control = order.inEhr ? undefined : add(orderMessage(patient, order, input, head), order.key, identity);
    if (control !== undefined) sent.set(order.key, control);
  }
  for (const lab of of('lab')) add(labMessage(patient, lab, input, head), lab.key, identity);
  for (const dose of of('dose')) {
    const order = sent.get(dose.order);
    const text = doseMessage(patient, dose, orders.get(dose.order), input, head);
    add(text, dose.key, order === undefined ? identity : [...identity, order]);
  }
  for (const form of forms)
    add(resultMessage(patient, form, valuesOf(form, records), input, head), form.signed.serial, identity);
  if (input.settings?.charges === true)
    for (const record of [...of('dose'), ...of('lab')])
      add(chargeMessage(patient, record, input, head), `charge/${record.key}`, identity);
  if (document !== undefined) add(documentMessage(patient, document, forms, input, head), document.key, identity);
  return out;
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
