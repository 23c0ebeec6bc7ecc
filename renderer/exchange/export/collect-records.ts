import { NO_PATIENT } from '../../domain/form/about-whom';
import type { FormVersion, SignedForm } from '../../domain/form/forms-state';
import type { BoardPatient } from '../../domain/patient/board';
import { collectAct } from './collect-acts';
import { collectLab } from './collect-lab';
import { collectMedicines } from './collect-medicines';
import { collectValues } from './collect-values';
import type { ExportForm, ExportInput, Unmapped } from './export-input';
import type { AllergyRecord, Author, ExportRecord, MoveRecord, RecordSource } from './records';

/** Everything of an outage that goes out: patients something was written about, their forms, and the plain records. */
export interface Collected {
  readonly patients: readonly BoardPatient[];
  readonly forms: readonly ExportForm[];
  readonly records: readonly ExportRecord[];
  readonly unmapped: readonly Unmapped[];
}

/** Gathers the records of an outage; `input.changed` leaves out what went out before. */
export function collectRecords(input: ExportInput): Collected {
  const isChanged = (subject: string): boolean => input.changed === undefined || input.changed.has(subject);
  const forms = input.forms.filter(({ signed }) => isChanged(signed.serial));
  const board = input.patients.filter(
    (patient) =>
      patient.moves.length + patient.changes.length + patient.links.length > 0 || patient.downtimeNumber !== undefined,
  );
  const changedPatients = board.filter((patient) => isChanged(patient.id));
  const named = new Set([
    ...forms.map(({ signed }) => signed.patient),
    ...changedPatients.map((patient) => patient.id),
  ]);
  named.delete(NO_PATIENT);
  const unmapped: Unmapped[] = [];
  const records: ExportRecord[] = [];
  for (const patient of changedPatients) records.push(...movesOf(patient, input), ...allergiesOf(patient, input));
  for (const form of forms) if (!isOfWard(form)) records.push(...recordsOfForm(form, unmapped));
  const onBoard = input.patients.filter((patient) => named.has(patient.id));
  for (const patient of onBoard) named.delete(patient.id);
  for (const { signed } of forms)
    if (named.has(signed.patient))
      unmapped.push({
        serial: signed.serial,
        reason: 'no-patient',
        message:
          'The patient of this form is not on the board; it goes out under our own number, to be assigned by hand.',
      });
  return { patients: [...onBoard, ...[...named].map(somebody)], forms, records, unmapped };
}

/** Stands for a patient of whom only the forms are left: nothing signed is ever left out. */
function somebody(id: string): BoardPatient {
  return {
    id,
    family: '',
    given: '',
    allergyStatus: 'not-in-snapshot',
    allergies: [],
    presence: 'present',
    writtenHere: [],
    moves: [],
    links: [],
    changes: [],
    sameAs: [],
  };
}

/** Whether a form is about a ward: it goes out whole, as signed; its lines are no values of any patient. */
export function isOfWard({ signed }: ExportForm): boolean {
  return signed.patient === NO_PATIENT;
}

/** What belongs to one patient each, in the order of the patients. */
export function perPatient(
  collected: Collected,
): readonly { readonly patient: BoardPatient; readonly own: Collected }[] {
  const groups = new Map(
    collected.patients.map((patient) => [
      patient.id,
      { patient, forms: [] as ExportForm[], records: [] as ExportRecord[] },
    ]),
  );
  for (const form of collected.forms) groups.get(form.signed.patient)?.forms.push(form);
  for (const record of collected.records) groups.get(record.patient)?.records.push(record);
  return [...groups.values()].map(({ patient, forms, records }) => ({
    patient,
    own: { patients: [patient], forms, records, unmapped: [] },
  }));
}

/** The records of one patient after the other: a long outage never lies in memory as a whole. */
export function* collectPatients(input: ExportInput): Generator<Collected> {
  const forms = new Map<string, ExportForm[]>();
  for (const form of input.forms) {
    const own = forms.get(form.signed.patient) ?? [];
    own.push(form);
    forms.set(form.signed.patient, own);
  }
  const known = new Set(input.patients.map(({ id }) => id));
  for (const patient of input.patients)
    yield collectRecords({ ...input, patients: [patient], forms: forms.get(patient.id) ?? [] });
  for (const [id, own] of forms)
    if (!known.has(id) && id !== NO_PATIENT) yield collectRecords({ ...input, patients: [], forms: own });
}

/** Records of the version that counts; what only earlier versions had is withdrawn. */
function recordsOfForm({ signed, definition }: ExportForm, unmapped: Unmapped[]): readonly ExportRecord[] {
  if (definition === undefined) {
    unmapped.push({
      serial: signed.serial,
      reason: 'no-definition',
      message: 'The version of the form is not on this PC; its answers go out as signed, without single values.',
    });
    return [];
  }
  const records = new Map<string, ExportRecord>();
  signed.versions.forEach((version, at) => {
    const isLast = at === signed.versions.length - 1;
    const status =
      signed.struck !== undefined || !isLast ? 'withdrawn' : signed.versions.length > 1 ? 'amended' : 'final';
    for (const record of recordsOfVersion(signed, version, definition, status)) records.set(record.key, record);
  });
  return [...records.values()];
}

function recordsOfVersion(
  signed: SignedForm,
  version: FormVersion,
  definition: NonNullable<ExportForm['definition']>,
  status: RecordSource['status'],
): readonly ExportRecord[] {
  const { person, name, role } = version.signature;
  const source = {
    patient: signed.patient,
    serial: signed.serial,
    form: signed.form,
    occurredAt: version.occurredAt,
    writtenAt: version.at,
    author: { id: person, name, role },
    status,
  };
  const values = collectValues(definition, version.response, source);
  if (signed.form === 'F04') {
    const { orders, doses } = collectMedicines(definition, version.response, source);
    return [...values, ...orders, ...doses, ...newAllergies(version, source)];
  }
  const lab = signed.form === 'F10' ? collectLab(definition, version.response, source) : undefined;
  const act = collectAct(definition, version.response, source);
  return [...values, ...[lab, act].filter((one) => one !== undefined)];
}

/** "New allergy or reaction found" on the MAR: free text that must not get lost in a form. */
function newAllergies(version: FormVersion, source: Omit<RecordSource, 'key'>): readonly AllergyRecord[] {
  const answers = (version.response.item ?? [])
    .flatMap((group) => group.item ?? [])
    .filter((item) => item.linkId === 'new-allergy');
  return answers
    .flatMap((item) => item.answer ?? [])
    .flatMap((answer, at): readonly AllergyRecord[] => {
      const text = answer.valueString?.trim();
      return text === undefined || text === ''
        ? []
        : [{ ...source, kind: 'allergy', key: `${source.serial ?? ''}/new-allergy/${at + 1}`, substance: text }];
    });
}

function movesOf(patient: BoardPatient, input: ExportInput): readonly MoveRecord[] {
  const moves = patient.moves.map((move): MoveRecord => {
    const { entry, kind, ward, bed, to, occurredAt, at, by } = move;
    return {
      ...boardSource(patient, `${patient.id}/${entry}`, occurredAt, at, by, input),
      kind: 'move',
      move: kind,
      ...(ward === undefined ? {} : { ward }),
      ...(bed === undefined ? {} : { bed }),
      ...(to === undefined ? {} : { to }),
    };
  });
  for (const { move, at, by } of (input.withdrawnMoves ?? []).filter((one) => one.patient === patient.id)) {
    const { ward, bed, to } = move;
    moves.push({
      ...boardSource(patient, `${patient.id}/${move.entry}`, move.occurredAt, at, by, input),
      status: 'withdrawn',
      kind: 'move',
      move: move.kind,
      ...(ward === undefined ? {} : { ward }),
      ...(bed === undefined ? {} : { bed }),
      ...(to === undefined ? {} : { to }),
    });
  }
  if (patient.arrivedAt === undefined) return moves;
  const arrival: MoveRecord = {
    ...boardSource(
      patient,
      `${patient.id}/arrival`,
      patient.arrivedAt,
      patient.arrivalWritten?.at ?? patient.arrivedAt,
      patient.arrivalWritten?.by ?? '',
      input,
    ),
    kind: 'move',
    move: 'arrived',
    ...placeAtArrival(patient),
  };
  return [arrival, ...moves];
}

/** Where somebody was put first: the board shows where they are now, a first move tells that they left that place. */
function placeAtArrival(patient: BoardPatient): { readonly ward?: string; readonly bed?: string } {
  if (patient.moves.some((move) => move.ward !== undefined || move.bed !== undefined)) return {};
  return {
    ...(patient.ward === undefined ? {} : { ward: patient.ward }),
    ...(patient.bed === undefined ? {} : { bed: patient.bed }),
  };
}

/** Allergies written here: all that now count, or that none is known. */
function allergiesOf(patient: BoardPatient, input: ExportInput): readonly AllergyRecord[] {
  if (!patient.writtenHere.includes('allergies') && !patient.writtenHere.includes('allergyStatus')) return [];
  const change = patient.changes.findLast((one) => 'allergies' in one.facts || 'allergyStatus' in one.facts);
  const at = change?.at ?? patient.arrivedAt ?? input.exportedAt;
  const source = (key: string): RecordSource =>
    boardSource(patient, `${patient.id}/allergy/${key}`, at, at, change?.by ?? '', input);
  if (patient.allergyStatus === 'none-known') return [{ ...source('none-known'), kind: 'allergy' }];
  return patient.allergies.map(({ substance, reaction, severity }) => ({
    ...source(substance.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')),
    kind: 'allergy',
    substance,
    ...(reaction === undefined ? {} : { reaction }),
    ...(severity === undefined ? {} : { severity }),
  }));
}

function boardSource(
  patient: BoardPatient,
  key: string,
  occurredAt: string,
  writtenAt: string,
  by: string,
  input: ExportInput,
): RecordSource {
  return { key, patient: patient.id, occurredAt, writtenAt, author: personOf(by, input), status: 'final' };
}

/** A user id as a person; somebody who wrote without a sign-in is "not named". */
export function personOf(id: string, input: Pick<ExportInput, 'people'>): Author {
  const person = input.people.find((one) => one.id === id);
  return { id, name: person?.name ?? 'Not named', role: person?.role ?? 'other' };
}
