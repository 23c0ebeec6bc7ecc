import type { Bundle, BundleEntry, Reference } from './fhir-types';
import type { BoardPatient } from '../../domain/patient/board';
import { checkAnswers } from '../fhir/check-answers';
import { checkBundle } from '../fhir/check-bundle';
import { isOfWard, perPatient, type Collected } from './collect-records';
import { patientDocuments, type PatientDocument } from './documents';
import type { ExportFile, ExportForm, ExportInput, ExportResult, Unmapped } from './export-input';
import { communicationResource, documentResource, procedureResource } from './fhir-acts';
import { allergyResource, observationResource, withSeconds, type RecordPlace } from './fhir-clinical';
import { entry, patientIdentifiers, recordIdentifier, urn, wardReference } from './fhir-ids';
import { serviceRequests, specimenKey, specimenResource } from './fhir-lab';
import { administrationResource, requestResource } from './fhir-medicines';
import { encounterResource, patientResource, stayKey } from './fhir-person';
import { provenanceEntry, responseResource, versionKey } from './fhir-response';
import type { ExportRecord, MoveRecord } from './records';
import { wordsWithoutCode } from './site-codes';
import type { ExportPrinter } from './write-pdf';

/**
 * FHIR R4 transactions: one per patient, one per ward when there are several, one of what is about the ward, and one of
 * all. References are resolved inside, creation is conditional on our identifiers. Every bundle is checked before it is
 * written; what fails is left out and named.
 */
export async function writeFhir(
  collected: Collected,
  input: ExportInput,
  printer: ExportPrinter,
): Promise<ExportResult> {
  const unmapped: Unmapped[] = [
    ...collected.unmapped,
    ...collected.forms.flatMap(unfitAnswers),
    ...wordsWithoutCode(collected, input),
  ];
  const documents = await patientDocuments(collected, input, printer, unmapped);
  const files: ExportFile[] = [];
  const all: BundleEntry[] = [];
  const wards = new Map<string, BundleEntry[]>();
  for (const { patient, entries } of checkedPatients(collected, input, documents, unmapped)) {
    all.push(...entries);
    const ward = patient.ward ?? input.outage.ward;
    wards.set(ward, [...(wards.get(ward) ?? []), ...entries]);
    files.push(bundleFile(`patient-${String(files.length + 1).padStart(3, '0')}.fhir.json`, entries, input));
  }
  const ofWard = checked(wardEntries(collected, input), unmapped);
  if (ofWard.length > 0) files.push(bundleFile('ward.fhir.json', ofWard, input));
  // With one ward, the whole outage is that ward.
  if (wards.size > 1)
    for (const [ward, entries] of wards)
      files.push(bundleFile(`department-${fileName(ward)}.fhir.json`, entries, input));
  return { files: [bundleFile('outage.fhir.json', [...all, ...ofWard], input), ...files], unmapped };
}

/** The checked resources of one patient after the other; the caller holds no more than one patient's at a time. */
export function* checkedPatients(
  collected: Collected,
  input: ExportInput,
  documents: ReadonlyMap<string, PatientDocument>,
  unmapped: Unmapped[],
): Generator<{ readonly patient: BoardPatient; readonly entries: readonly BundleEntry[] }> {
  for (const { patient, own } of perPatient(collected))
    yield { patient, entries: checked(patientEntries(patient, own, input, documents.get(patient.id)), unmapped) };
}

function fileName(ward: string): string {
  return ward.replace(/[^A-Za-z0-9]+/g, '-') || 'unnamed';
}

/** All resources of one patient: identity, stay, allergies, orders, doses, values, forms, provenance: the order of back-entry. */
export function patientEntries(
  patient: BoardPatient,
  { forms, records }: Collected,
  input: ExportInput,
  document?: PatientDocument,
): readonly BundleEntry[] {
  const moves = records.filter(
    (record): record is MoveRecord => record.kind === 'move' && record.status !== 'withdrawn',
  );
  const subject = { reference: urn(`patient/${patient.id}`) };
  const encounter = { reference: urn(stayKey(patient, input)) };
  const [identifier = recordIdentifier(patient.id)] = patientIdentifiers(patient, input.settings);
  const stay = encounterResource(patient, moves, input);
  const entries: BundleEntry[] = [
    entry(patientResource(patient, input), `patient/${patient.id}`, identifier),
    entry(stay, stayKey(patient, input), stay.identifier?.[0] ?? recordIdentifier(stayKey(patient, input))),
  ];
  const bySerial = new Map(forms.map((form) => [form.signed.serial, form]));
  const order = ['allergy', 'order', 'dose', 'lab', 'act', 'message', 'value'];
  const madeOf = new Map<string, string[]>();
  for (const record of records
    .filter((one) => one.kind !== 'move')
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))) {
    const form = bySerial.get(record.serial ?? '');
    const derivedFrom =
      form === undefined ? undefined : { reference: urn(versionKey(form.signed, form.signed.versions.length - 1)) };
    const made = recordEntries(record, { subject, encounter, ...(derivedFrom === undefined ? {} : { derivedFrom }) });
    entries.push(...made);
    if (record.serial !== undefined)
      madeOf.set(record.serial, [...(madeOf.get(record.serial) ?? []), ...made.map((one) => one.fullUrl ?? '')]);
  }
  for (const form of forms)
    entries.push(...formEntries(form, madeOf.get(form.signed.serial) ?? [], subject, encounter, input));
  if (document !== undefined)
    entries.push(
      entry(
        documentResource(patient, document, { subject, encounter }, input),
        document.key,
        recordIdentifier(document.key),
        'replace',
      ),
    );
  return entries;
}

/** Forms about the ward: subject is the ward by its name, and no patient stands in it. */
function wardEntries({ forms }: Collected, input: ExportInput): readonly BundleEntry[] {
  return forms
    .filter(isOfWard)
    .flatMap((form) => formEntries(form, [], wardReference(form.signed.ward ?? input.outage.ward), undefined, input));
}

function recordEntries(record: ExportRecord, place: RecordPlace): readonly BundleEntry[] {
  const how = record.status === 'final' ? 'create' : 'replace';
  const one = (resource: Parameters<typeof entry>[0], key = record.key): BundleEntry =>
    entry(resource, key, recordIdentifier(key), how);
  switch (record.kind) {
    case 'value':
      return [one(observationResource(record, place))];
    case 'allergy':
      return [one(allergyResource(record, place))];
    case 'order':
      return record.inEhr ? [] : [one(requestResource(record, place))];
    case 'dose':
      return [one(administrationResource(record, place))];
    case 'lab': {
      const specimen = specimenResource(record, place);
      return [
        ...(specimen === undefined ? [] : [one(specimen, specimenKey(record))]),
        ...serviceRequests(record, place).map(({ key, resource }) => one(resource, key)),
      ];
    }
    case 'message':
      return [one(communicationResource(record, place))];
    case 'act':
      return [one(procedureResource(record, place))];
    case 'move':
      return [];
  }
}

function formEntries(
  { signed }: ExportForm,
  made: readonly string[],
  subject: Reference,
  encounter: Reference | undefined,
  input: ExportInput,
): readonly BundleEntry[] {
  return signed.versions.flatMap((version, at) => {
    const response = responseResource(signed, at, subject, encounter);
    const key = versionKey(signed, at);
    const isLast = at === signed.versions.length - 1;
    const how = signed.struck === undefined ? 'create' : 'replace';
    const whole = entry(response, key, response.identifier ?? recordIdentifier(key), how);
    return [whole, provenanceEntry(signed, at, version, [urn(key), ...(isLast ? made : [])], input)];
  });
}

/** Answers that do not fit their form go out as they were signed, and are named. */
function unfitAnswers({ signed, definition }: ExportForm): readonly Unmapped[] {
  if (definition === undefined) return [];
  return signed.versions.flatMap(({ response }) =>
    checkAnswers(response, definition).map(({ path, message }): Unmapped => ({
      serial: signed.serial,
      reason: 'check-failed',
      message: `${path}: ${message}`,
    })),
  );
}

/** Leaves out what our own check finds wrong, and whatever refers to it; each is named. */
function checked(entries: readonly BundleEntry[], unmapped: Unmapped[]): readonly BundleEntry[] {
  let kept = [...entries];
  for (;;) {
    const faults = checkBundle({ resourceType: 'Bundle', type: 'transaction', entry: kept });
    const bad = new Set(faults.flatMap(({ path }) => /^entry\[(\d+)\]/.exec(path)?.[1] ?? []).map(Number));
    if (bad.size === 0) return kept;
    for (const at of bad) {
      const fault = faults.find(({ path }) => path.startsWith(`entry[${at}]`));
      const serial = /^([^/]+)\//.exec(identifierOf(kept[at]))?.[1] ?? '';
      unmapped.push({
        serial,
        reason: 'check-failed',
        message: `${kept[at]?.resource?.resourceType ?? 'A resource'} was left out: ${fault?.message ?? ''} (${fault?.path.replace(/^entry\[\d+\]\./, '') ?? ''})`,
      });
    }
    kept = kept.filter((_, at) => !bad.has(at));
  }
}

function identifierOf(one: BundleEntry | undefined): string {
  const resource = one?.resource as { identifier?: { value?: string } | { value?: string }[] } | undefined;
  const identifier = Array.isArray(resource?.identifier) ? resource.identifier[0] : resource?.identifier;
  return identifier?.value ?? '';
}

/** One entry a line: small, and still to be read and compared by people. */
function bundleFile(name: string, entries: readonly BundleEntry[], input: ExportInput): ExportResult['files'][number] {
  const head: Bundle = { resourceType: 'Bundle', type: 'transaction', timestamp: withSeconds(input.exportedAt) };
  const lines = entries.map((one) => JSON.stringify(one));
  const open = JSON.stringify(head).slice(0, -1);
  const text = lines.length === 0 ? `${open}}\n` : `${open},"entry":[\n${lines.join(',\n')}\n]}\n`;
  return { name, bytes: new TextEncoder().encode(text), records: entries.length };
}
