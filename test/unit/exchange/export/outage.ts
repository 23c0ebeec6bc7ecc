import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { FormDefinition } from '../../../../renderer/domain/form/form';
import type { FormVersion, SignedForm } from '../../../../renderer/domain/form/forms-state';
import { parseForm } from '../../../../renderer/domain/form/parse/parse-form';
import type { FormResponse, ResponseAnswer, ResponseItem } from '../../../../renderer/domain/form/response';
import type { BoardPatient } from '../../../../renderer/domain/patient/board';
import type { ExportForm, ExportInput } from '../../../../renderer/exchange/export/export-input';

/** The library's own form. */
export function libraryForm(id: string): FormDefinition {
  const file = resolve(import.meta.dirname, `../../../../renderer/content/library/forms/${id}.json`);
  const form = parseForm(JSON.parse(readFileSync(file, 'utf8')), id);
  if (!form.ok) throw new Error(JSON.stringify(form.error));
  return form.value;
}

/** Answers and groups of a response. */
export const answer = (linkId: string, ...values: readonly ResponseAnswer[]): ResponseItem => ({ linkId, answer: values });
export const group = (linkId: string, ...item: readonly ResponseItem[]): ResponseItem => ({ linkId, item });
export const row = (id: string, linkId: string, ...item: readonly ResponseItem[]): ResponseItem => ({ id, linkId, item });

const at = (time: string): string => `2026-11-22T${time}:00.000+01:00`;
const SNAPSHOT = { url: 'https://downtime-box.invalid/fhir/StructureDefinition/from-snapshot', valueDateTime: at('05:00') };

/** Text with a line break and every sign HL7 v2 knows. */
export const NASTY = 'a & b | c ^ d ~ e \\ f\nÄö✓ 10:30';

export const vitals = (systolic: number, extra: readonly ResponseItem[] = []): FormResponse => ({
  resourceType: 'QuestionnaireResponse',
  questionnaire: 'https://downtime-box.invalid/fhir/Questionnaire/F06|0.1.0',
  status: 'completed',
  item: [
    group('place', answer('obs-at', { valueDateTime: '2026-11-22T06:50+01:00' })),
    group('breathing', answer('rr', { valueInteger: 18 }), answer('spo2', { valueInteger: 96 }), answer('o2-device', { valueCoding: { system: 'https://downtime-box.invalid/fhir/CodeSystem/oxygen-device', code: 'air', display: 'Room air' } })),
    group('circulation', answer('hr', { valueInteger: 88 }), answer('bp-sys', { valueInteger: systolic }), answer('bp-dia', { valueInteger: 80 }), answer('temp', { valueDecimal: 38.4 })),
    group('disability', answer('acvpu', { valueCoding: { code: 'A', display: 'Alert' } }), answer('pain', { extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'asked-unknown' }] }), answer('glucose', { valueQuantity: { value: 5.6, unit: 'mmol/L', system: 'http://unitsofmeasure.org', code: 'mmol/L' } })),
    group('response', answer('escalation-response', { valueString: NASTY }), ...extra),
  ],
});

export const mar: FormResponse = {
  resourceType: 'QuestionnaireResponse',
  questionnaire: 'https://downtime-box.invalid/fhir/Questionnaire/F04|0.1.0',
  status: 'completed',
  item: [
    group('measures', answer('weight', { valueDecimal: 61.5 }), answer('new-allergy', { valueString: 'Rash after codeine' })),
    row('once-1', 'once', answer('once-drug', { valueString: 'Paracetamol' }), answer('once-dose', { valueString: '1 g' }), answer('once-route', { valueString: 'PO' }), answer('once-prescriber', { valueString: 'Dr Okafor' }), answer('once-code', { valueCoding: { code: 'G', display: 'Given' } }), answer('once-given-at', { valueDateTime: at('06:10') }), answer('once-by', { valueString: 'AM' })),
    row(
      'regular-1',
      'regular',
      answer('regular-drug', { valueString: 'Metoprolol', extension: [SNAPSHOT] }),
      answer('regular-dose', { valueString: '47.5 mg', extension: [SNAPSHOT] }),
      row('regular-1.regular-doses-1', 'regular-doses', answer('regular-code', { valueCoding: { code: 'G', display: 'Given' } }), answer('regular-given-at', { valueDateTime: at('06:20') }), answer('regular-dose-given', { valueString: 'half a tablet' })),
      row('regular-1.regular-doses-2', 'regular-doses', answer('regular-due', { valueDateTime: at('07:00') }), answer('regular-code', { valueCoding: { code: 'R', display: 'Refused' } })),
    ),
    row('infusions-1', 'infusions', answer('infusion-drug', { valueString: 'Sodium chloride 0.9 %' }), answer('infusion-rate', { valueString: '100 mL/h' }), answer('infusion-start', { valueDateTime: at('06:00') }), answer('infusion-stop', { valueDateTime: at('07:00') }), answer('infusion-volume', { valueDecimal: 100 })),
    row('roster-1', 'roster', answer('roster-name', { valueString: 'A. Moreau' }), answer('roster-initials', { valueString: 'AM' })),
  ],
};

export const request: FormResponse = {
  resourceType: 'QuestionnaireResponse',
  questionnaire: 'https://downtime-box.invalid/fhir/Questionnaire/F10|0.1.0',
  status: 'completed',
  item: [
    group('request', answer('priority', { valueCoding: { system: 'https://downtime-box.invalid/fhir/CodeSystem/lab-priority', code: 'stat', display: 'Emergency: phone' } })),
    group('tests-section', answer('tests', { valueCoding: { system: 'https://downtime-box.invalid/fhir/CodeSystem/lab-test', code: 'fbc', display: 'FBC' } }, { valueString: 'Ammonia' })),
    group('clinical', answer('clinical-details', { valueString: 'Sepsis? fever 38.4' }), answer('requester', { valueString: 'Dr Okafor' }), answer('contact', { valueString: '4471' })),
    group('specimen-section', answer('collected-at', { valueDateTime: at('06:40') }), answer('collected-by', { valueString: 'A. Moreau' }), answer('specimen', { valueCoding: { code: 'venous', display: 'Venous blood' } }), answer('tubes', { valueString: '1 lavender' })),
  ],
};

const signature = { person: 'u1', name: 'A. Moreau', role: 'nurse', meaning: 'authored', signedAt: at('07:00'), signedWith: 'pin' } as const;

function version(entry: string, response: FormResponse, more: Partial<FormVersion> = {}): FormVersion {
  return { entry, response, occurredAt: at('06:50'), at: at('07:00'), by: 'u1', signature, accepted: [], ...more };
}

export function signed(serial: string, form: string, patient: string, ...responses: readonly FormResponse[]): SignedForm {
  const versions = responses.map((response, index) => version(`e-${serial}-${index}`, response, index === 0 ? {} : { reason: 'misread', corrects: `e-${serial}-0` }));
  return { serial, book: 'o1', form, version: '0.1.0', patient, versions, conflicts: [] };
}

const ana: BoardPatient = {
  id: 'p-ana', family: 'GARCÍA', given: 'Ana María', birthDate: '1951-03-02', sex: 'female', mrn: '0009000131', visitNumber: 'V555', ward: '7B', bed: '1-2', allergyStatus: 'listed', allergies: [{ substance: 'Penicillin', reaction: 'rash', severity: 'severe' }],
  snapshotAsOf: at('05:00'), presence: 'present', writtenHere: ['allergyStatus', 'allergies', 'bed'], links: [], sameAs: [], movedAt: at('06:30'),
  moves: [{ entry: 'm1', kind: 'transferred', occurredAt: at('06:30'), bed: '1-2', ward: '7B', by: 'u1', at: at('06:31') }],
  changes: [{ entry: 'c1', facts: { allergies: [] }, by: 'u1', at: at('06:05') }],
};

const unknown: BoardPatient = {
  id: 'p-unknown', family: '', given: '', alias: 'UNKNOWN-MALE-BRAVO', ageEstimateYears: 40, sex: 'male', mrn: '777', downtimeNumber: 'D-7B-0001-Z', ward: '7B', bed: '2-3', allergyStatus: 'unable-to-obtain', allergies: [],
  presence: 'discharged', writtenHere: [], sameAs: [], changes: [], arrivedAt: at('05:40'), arrivalWritten: { at: at('05:45'), by: 'u1' }, movedAt: at('08:00'),
  links: [{ entry: 'l1', downtimeNumber: 'D-7B-0001-Z', mrn: '777', by: 'u1', at: at('09:00') }],
  moves: [{ entry: 'm2', kind: 'discharged', occurredAt: at('08:00'), by: 'u1', at: at('08:01') }],
};

const untouched: BoardPatient = { id: 'p-other', family: 'Other', given: 'One', mrn: '555', allergyStatus: 'none-known', allergies: [], presence: 'present', writtenHere: [], moves: [], links: [], changes: [], sameAs: [] };

const form = (one: SignedForm, id: string): ExportForm => ({ signed: one, definition: libraryForm(id) });

/** An outage of two patients something was written about and one nobody touched. */
export function outage(more: Partial<ExportInput> = {}): ExportInput {
  return {
    outage: { id: 'o1', kind: 'unplanned', ward: '7B', since: at('05:27'), until: at('09:10') },
    patients: [ana, unknown, untouched],
    forms: [
      form(signed('DT-7B-0001-A', 'F06', 'p-ana', vitals(120)), 'F06'),
      form(signed('DT-7B-0002-B', 'F06', 'p-unknown', vitals(180, [answer('next-obs', { valueCoding: { code: '15m', display: '15 minutes' } })]), vitals(110)), 'F06'),
      form(signed('DT-7B-0003-C', 'F04', 'p-ana', mar), 'F04'),
      form(signed('DT-7B-0004-D', 'F10', 'p-ana', request), 'F10'),
    ],
    backEntry: [],
    checklists: [{ checklist: 'nurse-in-charge', ward: '7B', step: 's1', round: 1, state: 'done', by: '-', at: at('05:30') }],
    people: [{ id: 'u1', name: 'A. Moreau', role: 'nurse' }],
    site: 'H',
    workstation: '7B02',
    version: '0.1.0',
    ledgerHead: 'abc',
    exportedAt: at('10:00'),
    exportedBy: 'A. Moreau',
    upTo: 'd:42',
    ...more,
  };
}

/** SHA-256 as the app hands it in. */
export const sha256 = (bytes: Uint8Array): Promise<string> => Promise.resolve(createHash('sha256').update(bytes).digest('hex'));

/** A file of an export as text. */
export function textOf(files: readonly { readonly name: string; readonly bytes: Uint8Array }[], name: string): string {
  const file = files.find((one) => one.name === name);
  if (file === undefined) throw new Error(`no file ${name}`);
  return new TextDecoder().decode(file.bytes);
}
