import type { BoardPatient } from '../../domain/patient/board';
import { message, segment } from '../hl7v2/build';
import type { ExportForm, ExportInput } from './export-input';
import { documentState, RECORD_DOCUMENT, type PatientDocument } from './documents';
import { evn, type MakeHeader } from './hl7-adt';
import { AUTHORITY, backLoadedZ, fieldsAt, pid, pv1, ts } from './hl7-segments';

/** The record of a patient as a PDF (MDM^T02, OBX-2 ED): what no code carries is at least to be read. */
export function documentMessage(
  patient: BoardPatient,
  document: PatientDocument,
  forms: readonly ExportForm[],
  input: ExportInput,
  head: MakeHeader,
): string {
  const key = `document|${documentState(patient, forms)}`;
  const record = {
    key: document.key,
    writtenAt: input.exportedAt,
    occurredAt: input.outage.until ?? input.exportedAt,
    author: { id: '', name: input.exportedBy, role: 'other' },
  };
  return message(
    head(['MDM', 'T02', 'MDM_T02'], key),
    evn('T02', record),
    pid(patient, input),
    pv1(patient, {}, input),
    fieldsAt('TXA', 19, {
      1: 1,
      2: 'PR',
      3: 'AP',
      4: ts(record.occurredAt),
      6: ts(input.exportedAt),
      12: [document.key, AUTHORITY],
      17: 'DO',
      19: 'AV',
    }),
    segment(
      'OBX',
      1,
      'ED',
      [RECORD_DOCUMENT.code, RECORD_DOCUMENT.display, 'LN'],
      '',
      ['', 'application', 'pdf', 'Base64', document.base64],
      '',
      '',
      '',
      '',
      '',
      'F',
    ),
    backLoadedZ(record),
  );
}
