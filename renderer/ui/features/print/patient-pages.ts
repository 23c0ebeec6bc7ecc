import type { BoardPatient } from '../../../domain/patient/board';
import type { PrintedSheet } from '../../../domain/workstation/entries';

/** Which pages of a job belong to one patient. */
export interface PatientPages {
  /** Opaque id. */
  readonly patient: string;
  readonly bed: string | undefined;
  readonly from: number;
  readonly to: number;
}

/** The patients of a job in its order, each with the pages that are theirs: one patient's forms lie together. */
export function patientPages(
  sheets: readonly PrintedSheet[],
  board: readonly BoardPatient[],
  /** Of the job: a cover stands before the sheets. */
  allPages: number,
): readonly PatientPages[] {
  const found = new Map<string, PatientPages>();
  let page = Math.max(0, allPages - sheets.reduce((sum, { pages }) => sum + pages, 0));
  for (const { patient, pages } of sheets) {
    const from = page + 1;
    page += pages;
    if (patient === undefined) continue;
    const bed = board.find((one) => one.id === patient)?.bed;
    found.set(patient, { patient, bed, from: found.get(patient)?.from ?? from, to: page });
  }
  return [...found.values()];
}
