import type { PaperContext } from '../page/context';
import type { Paper } from '../page/paper';
import { labelPlaces, labelSheets, type LabelRequest } from './label-sheet';
import { labelText } from './label-text';
import { zplLabels, type ZplStock } from './zpl-labels';

/** A label of a plan: whose it is and where it lies, both counted from 1. */
export interface PlacedLabel {
  readonly patient: string;
  readonly accession?: string;
  readonly page: number;
  readonly place: number;
}

/** Labels for a laser: pages, and what lies where on them. */
export function paperLabels(
  request: LabelRequest,
  paper: Paper,
  context: PaperContext,
): { readonly pages: readonly string[]; readonly labels: readonly PlacedLabel[] } {
  const labels = labelPlaces(request, paper).map(({ subject: { patient, accession }, page, place }) => ({
    patient: patient.id,
    page,
    place,
    ...(accession === undefined ? {} : { accession }),
  }));
  return { pages: labelSheets(request, paper, context), labels };
}

/** The same labels for a label printer, as ZPL text. */
export function zplOfLabels(request: LabelRequest, context: PaperContext, stock?: ZplStock): string {
  const texts = request.subjects.map((subject) => labelText(request.kind, subject, { context, ...request }));
  return zplLabels(texts, request.copies, stock);
}
