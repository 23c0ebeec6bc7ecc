import type { BoardPatient } from '../../domain/patient/board';
import { perPatient, type Collected } from './collect-records';
import type { ExportForm, ExportInput, Unmapped } from './export-input';
import { NO_PRINTER, patientPdf, type ExportPrinter } from './write-pdf';

/** LOINC's name for the record of an episode. */
export const RECORD_DOCUMENT = {
  system: 'http://loinc.org',
  code: '34133-9',
  display: 'Summary of episode note',
} as const;

/** The record of one patient as a PDF. */
export interface PatientDocument {
  /** Names the document for ever; a later one with the same key replaces it. */
  readonly key: string;
  readonly base64: string;
  readonly size: number;
}

/** Key of a patient's record of one outage. */
export function documentKey(patient: Pick<BoardPatient, 'id'>, input: ExportInput): string {
  return `${input.outage.id}/record/${patient.id}`;
}

/** Changes when anything in the document does, and only then. */
export function documentState(patient: BoardPatient, forms: readonly ExportForm[]): string {
  const versions = forms.map(
    ({ signed }) => `${signed.serial}:${signed.versions.length}${signed.struck === undefined ? '' : 'x'}`,
  );
  return [patient.id, ...versions, ...patient.moves.map((move) => move.entry)].join('|');
}

/** The PDF of every patient who has forms; none without a printer, or when the site wants none. */
export async function patientDocuments(
  collected: Collected,
  input: ExportInput,
  printer: ExportPrinter,
  unmapped: Unmapped[],
): Promise<ReadonlyMap<string, PatientDocument>> {
  const documents = new Map<string, PatientDocument>();
  if (printer === NO_PRINTER || input.settings?.documents === false) return documents;
  for (const [at, { patient, own }] of perPatient(collected).entries()) {
    if (own.forms.length === 0) continue;
    const pdf = await patientPdf(patient, own.forms, at, input, printer, unmapped).catch(() => undefined);
    if (pdf === undefined) {
      // A dead print window must not keep values and orders from the EHR.
      unmapped.push({
        serial: own.forms[0]?.signed.serial ?? '',
        reason: 'no-document',
        message: `The PDF of patient ${String(at + 1).padStart(3, '0')} could not be made; everything else goes out. Export as PDF to see why.`,
      });
      continue;
    }
    documents.set(patient.id, { key: documentKey(patient, input), base64: base64Of(pdf), size: pdf.length });
  }
  return documents;
}

function base64Of(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}
