import { type Result, ok, refuse } from '../domain/basics/result';
import { aboutWhom } from '../domain/form/about-whom';
import type { FormDefinition } from '../domain/form/form';
import { latestVersion } from '../domain/form/forms-state';
import { newResponse } from '../domain/form/new-response';
import { prefillForm } from '../domain/form/prefill';
import type { FormResponse } from '../domain/form/response';
import type { BoardPatient } from '../domain/patient/board';
import type { FormSheet } from '../exchange/print/form-sheet';
import type { BoxState } from './box-state';
import { formOf } from './library';
import type { PrintRequest } from './print-plan';
import type { Refused } from './refusal';
import type { SerialIssuer } from './serial-issuer';
import type { ReportUse } from './use-report';

const PATIENTS_PER_DOCUMENT = 10;

/** What a plan is made from. */
export interface PlanGiven {
  readonly state: BoxState;
  readonly serials: SerialIssuer;
  readonly board: () => readonly BoardPatient[];
  readonly afterAction?: ReportUse['afterAction'];
}

function prefilled(form: FormDefinition, patient: BoardPatient): FormResponse {
  const asOf = patient.snapshotAsOf === undefined ? {} : { asOf: patient.snapshotAsOf };
  return prefillForm({
    definition: form,
    response: newResponse(form),
    facts: patient,
    writtenHere: patient.writtenHere,
    ...asOf,
  });
}

/** Signed sets of a chart form take its first columns, oldest first. */
const setsOf = (state: BoxState, form: FormDefinition, patient: BoardPatient): readonly FormResponse[] =>
  [...state.world.forms.bySerial.values()]
    .filter((one) => one.patient === patient.id && one.form === form.id && one.version === form.version && !one.struck)
    .map((one) => latestVersion(one).response);

/** The sheets of a request, each on its own serial; a group is a document of about ten patients. */
export function plannedSheets(
  request: PrintRequest,
  { state, serials, board }: PlanGiven,
): Result<readonly { readonly sheet: FormSheet; readonly group: number }[], Refused> {
  if (request.kind === 'sheet') {
    // A draft has no serial yet; its paper gets one of its own.
    const serial = request.sheet.serial === '' ? (serials.issue(1)[0] ?? '') : request.sheet.serial;
    return ok([{ sheet: { ...request.sheet, serial }, group: 0 }]);
  }
  if (request.kind !== 'blank' && request.kind !== 'patients') return ok([]);
  const { library, signedIn } = state;
  const forms = request.forms.map((id) => formOf(library, id));
  const missing = request.forms.find((_id, i) => forms[i] === undefined);
  if (missing !== undefined) return refuse({ code: 'unknown-form', form: missing });
  const chosen = forms.filter((form) => form !== undefined);
  if (chosen.length === 0) return refuse({ code: 'no-forms' });
  if (request.kind === 'blank') {
    const rows = request.rows === undefined ? {} : { rows: request.rows };
    const { copies, wardCopies = copies, copiesOf = {} } = request;
    const sheets = chosen.flatMap((form) =>
      Array.from({ length: copiesOf[form.id] ?? (aboutWhom(form) === 'ward' ? wardCopies : copies) }, () => form),
    );
    const issued = serials.issue(sheets.length, 'DTB');
    return ok(
      sheets.map((form, i) => ({
        sheet: { form, serial: issued[i] ?? '', mode: 'blank' as const, ...rows },
        group: 0,
      })),
    );
  }
  if (!signedIn) return refuse({ code: 'not-signed-in' });
  // About the ward: one sheet in the pack, on a serial of nobody.
  const ofWard = chosen.filter((form) => aboutWhom(form) === 'ward');
  const ofPatient = chosen.filter((form) => aboutWhom(form) === 'patient');
  const wardSerials = serials.issue(ofWard.length, 'DTB');
  const wardSheets = ofWard.map((form, i) => ({
    sheet: { form, serial: wardSerials[i] ?? '', mode: 'blank' as const },
    group: 0,
  }));
  if (ofPatient.length === 0) return ok(wardSheets);
  const present = board().filter((one) => one.presence === 'present' || one.presence === 'off-unit');
  const patients =
    request.patients === 'all' ? present : request.patients.flatMap((id) => board().find((one) => one.id === id) ?? []);
  if (patients.length === 0) return refuse({ code: 'no-patients' });
  const inBedOrder = patients.toSorted((a, b) => (a.bed ?? '~').localeCompare(b.bed ?? '~', 'en', { numeric: true }));
  const names = new Map<string, number>();
  for (const { family, given } of present) names.set(`${family}|${given}`, (names.get(`${family}|${given}`) ?? 0) + 1);
  const issued = serials.issue(patients.length * ofPatient.length);
  return ok([
    ...wardSheets,
    ...inBedOrder.flatMap((patient, p) =>
      ofPatient.map((form, f) => {
        const sets = form.paper.sets === undefined ? {} : { sets: setsOf(state, form, patient) };
        const nameAlert = (names.get(`${patient.family}|${patient.given}`) ?? 0) > 1;
        const sheet: FormSheet = {
          form,
          serial: issued[p * ofPatient.length + f] ?? '',
          mode: 'prefill',
          patient,
          response: prefilled(form, patient),
          nameAlert,
          ...sets,
        };
        return { sheet, group: Math.floor(p / PATIENTS_PER_DOCUMENT) };
      }),
    ),
  ]);
}
