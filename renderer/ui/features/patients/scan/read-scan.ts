import type { BoardPatient } from '../../../../domain/patient/board';
import type { SerialsState } from '../../../../domain/form/serial';

/** What a scanned code is about. */
export type Scan =
  | { readonly kind: 'patient'; readonly patient: BoardPatient }
  | { readonly kind: 'ambiguous'; readonly patients: readonly BoardPatient[] }
  | { readonly kind: 'sheet'; readonly serial: string; readonly form: string; readonly patient: string | undefined }
  | { readonly kind: 'unknown' };

/** Reads a code: a wristband (MRN, downtime number) or the corner code of a printed sheet, `DT|form|version|serial|page`. */
export function readScan(
  code: string,
  named: (name: string) => readonly BoardPatient[],
  sheets: SerialsState['sheets'],
): Scan {
  const [mark, form, , serial] = code.split('|');
  const sheet = sheets[mark === 'DT' && serial ? serial : code.trim().toUpperCase()];
  if (sheet) return { kind: 'sheet', serial: sheet.serial, form: sheet.form, patient: sheet.patient };
  if (mark === 'DT' && serial && form) return { kind: 'sheet', serial, form, patient: undefined };
  const patients = named(code);
  const [only] = patients;
  if (patients.length > 1) return { kind: 'ambiguous', patients };
  return only ? { kind: 'patient', patient: only } : { kind: 'unknown' };
}
