import { type Result, ok, refuse } from '../domain/basics/result';
import type { BoardPatient } from '../domain/patient/board';
import type { LabelRequest } from '../exchange/print/labels/label-sheet';
import type { LabelSubject } from '../exchange/print/labels/label-text';
import type { PlanGiven } from './planned-sheets';
import type { PrintRequest } from './print-plan';
import type { Refused } from './refusal';

export type { LabelKind } from '../exchange/print/labels/label-text';

/** A request for labels. */
export type LabelPrintRequest = Extract<PrintRequest, { readonly kind: 'labels' }>;

/** The labels a request comes to, in bed order. */
export function labelRequest(
  request: LabelPrintRequest,
  { state, board }: Pick<PlanGiven, 'state' | 'board'>,
): Result<LabelRequest, Refused> {
  if (!state.signedIn) return refuse({ code: 'not-signed-in' });
  const onBoard = board();
  const patients =
    request.patients === 'all'
      ? onBoard.filter((one) => one.presence === 'present' || one.presence === 'off-unit')
      : request.patients.flatMap((id) => onBoard.find((one) => one.id === id) ?? []);
  if (patients.length === 0) return refuse({ code: 'no-patients' });
  const inBedOrder = patients.toSorted((a, b) => (a.bed ?? '~').localeCompare(b.bed ?? '~', 'en', { numeric: true }));
  return ok({
    kind: request.label,
    subjects: inBedOrder.flatMap((patient) =>
      request.label === 'specimen' ? tubesOf(patient, state) : [{ patient } satisfies LabelSubject],
    ),
    copies: request.copies,
    ...(request.first === undefined ? {} : { first: request.first }),
    nudge: state.settings.labelNudge,
    site: state.vault?.site ?? '',
  });
}

/** One label per laboratory request, under its serial: the laboratory finds the sheet by it. Without one, the patient's number. */
function tubesOf(patient: BoardPatient, { world }: PlanGiven['state']): readonly LabelSubject[] {
  const requests = [...world.forms.bySerial.values()].filter(
    (form) => form.form === 'F10' && form.patient === patient.id && form.struck === undefined,
  );
  return requests.length === 0 ? [{ patient }] : requests.map(({ serial }) => ({ patient, accession: serial }));
}
