import { toEpochMs, type Instant } from '../../domain/basics/time';
import type { SnapshotMedicine, SnapshotObservation } from '../../domain/patient/patient';
import type { CsvRow } from '../csv/parse-rows';
import { readAllergyText, readSeverity, saysNoneKnown } from './allergy-text';
import { readWeightKg } from './cell-text';
import { instantOf, readDateColumn } from './date-column';
import { fillMissing, type PatientDraft } from './draft';
import type { CensusField } from './fields';
import type { Findings } from './findings';
import type { LoadedTable } from './load-tables';
import { bedLabel } from './place-text';

/** Body weight in LOINC; the other two are measured and stated. */
export const WEIGHT_LOINC = ['29463-7', '3141-9', '3142-7'];

/** Newest observations kept per patient: enough for a ward night, small enough to print. */
export const OBSERVATIONS_KEPT = 60;

/** Lays a table of allergies, medicines, observations, stays or conditions onto the patients it names. */
export function joinTable(table: LoadedTable, drafts: readonly PatientDraft[], now: Instant, findings: Findings): void {
  const { file } = table;
  if (!table.has('patientRef')) {
    findings.refuse(
      'no-patient-column',
      { file, line: table.seen.headerLine },
      'No column of this file says which patient a row belongs to. Map it to "patientRef".',
    );
    return;
  }
  const byRef = new Map<string, PatientDraft>();
  for (const draft of drafts) for (const ref of draft.refs) byRef.set(ref, draft);
  const rows: (readonly [CsvRow, PatientDraft])[] = [];
  for (const row of table.rows) {
    const ref = table.value(row, 'patientRef');
    const draft = ref === undefined ? undefined : byRef.get(ref);
    if (draft !== undefined) rows.push([row, draft]);
    else
      findings.warn(
        'patient-not-in-list',
        { file, column: table.name('patientRef') },
        'Rows of patients who are not in the patient list were left out.',
      );
  }
  const times = (field: CensusField): readonly (Instant | undefined)[] => timesOf(table, rows, field, now, findings);
  switch (table.kind) {
    case 'patients':
      return;
    case 'allergies':
      return joinAllergies(table, rows, times('stop'), now);
    case 'medicines':
      return joinMedicines(table, rows, times('stop'), times('lastGivenAt'), times('nextDueAt'), now);
    case 'observations':
      return joinObservations(table, rows, times('at'));
    case 'encounters':
      return joinStays(table, rows, times('start'), times('stop'), now);
    case 'conditions':
      return joinConditions(table, rows, times('stop'), now);
  }
}

type Rows = readonly (readonly [CsvRow, PatientDraft])[];
type Times = readonly (Instant | undefined)[];

function timesOf(table: LoadedTable, rows: Rows, field: CensusField, now: Instant, findings: Findings): Times {
  if (!table.has(field)) return rows.map(() => undefined);
  const { dateOrder, twoDigitYears } = table.mapping;
  const texts = rows.map(([row]) => table.value(row, field) ?? '');
  const column = readDateColumn(texts, {
    birth: false,
    today: now.slice(0, 10),
    excelDates: false,
    ...(dateOrder === undefined ? {} : { order: dateOrder }),
    ...(twoDigitYears === undefined ? {} : { twoDigitYears }),
  });
  const bad = column.outcomes.findIndex((outcome, at) => !outcome.ok && texts[at] !== '');
  const outcome = column.outcomes[bad];
  if (outcome !== undefined && !outcome.ok) {
    const count = column.outcomes.filter((one, at) => !one.ok && texts[at] !== '').length;
    const line = rows[bad]?.[0].line ?? 0;
    findings.refuse(
      outcome.code,
      { file: table.file, line, column: table.name(field) },
      `Column "${table.name(field)}", from line ${line} on: times that cannot be read for certain were left out. Say {"dateOrder":"dmy"} or "mdy" with --map FILE, or correct them.`,
      count,
    );
  }
  return column.outcomes.map((one) => instantOf(one, now));
}

function isPast(stop: Instant | undefined, now: Instant): boolean {
  return stop !== undefined && toEpochMs(stop) < toEpochMs(now);
}

function joinAllergies(table: LoadedTable, rows: Rows, stops: Times, now: Instant): void {
  rows.forEach(([row, { facts }], at) => {
    const substance = table
      .value(row, 'substance')
      ?.replace(/\s*\((substance|organism|finding|product|disorder)\)$/i, '');
    if (substance === undefined || isPast(stops[at], now)) return;
    const reading = readAllergyText(substance);
    if (reading.allergyStatus === 'none-known' || saysNoneKnown(substance)) {
      if (facts.allergies.length === 0) facts.allergyStatus = 'none-known';
      return;
    }
    const reaction = table.value(row, 'reaction')?.replace(/\s*\((finding|disorder)\)$/i, '');
    const severity = readSeverity(table.value(row, 'severity') ?? '');
    facts.allergyStatus = 'listed';
    if (facts.allergies.some((known) => known.substance === substance)) return;
    facts.allergies = [
      ...facts.allergies,
      { substance, ...(reaction === undefined ? {} : { reaction }), ...(severity === undefined ? {} : { severity }) },
    ];
  });
}

function joinMedicines(table: LoadedTable, rows: Rows, stops: Times, given: Times, due: Times, now: Instant): void {
  rows.forEach(([row, { facts }], at) => {
    const name = table.value(row, 'medicine');
    if (name === undefined || isPast(stops[at], now)) return;
    const [lastGivenAt, nextDueAt] = [given[at], due[at]];
    const medicine: SnapshotMedicine = {
      name,
      ...optional('dose', table.value(row, 'dose')),
      ...optional('route', table.value(row, 'route')),
      ...optional('frequency', table.value(row, 'frequency')),
      ...(lastGivenAt === undefined ? {} : { lastGivenAt }),
      ...(nextDueAt === undefined ? {} : { nextDueAt }),
    };
    const known = facts.medicines ?? [];
    if (!known.some((one) => one.name === name && one.dose === medicine.dose && one.frequency === medicine.frequency))
      facts.medicines = [...known, medicine];
  });
}

function joinObservations(table: LoadedTable, rows: Rows, times: Times): void {
  const newest = new Map<PatientDraft, Map<string, SnapshotObservation>>();
  rows.forEach(([row, draft], at) => {
    const value = table.value(row, 'value');
    const code = table.value(row, 'loinc');
    const name = table.value(row, 'observation') ?? code;
    if (value === undefined || name === undefined) return;
    const loinc = code !== undefined && /^\d{1,5}-\d$/.test(code) ? code : undefined;
    const time = times[at];
    const one: SnapshotObservation = {
      name,
      value,
      ...optional('loinc', loinc),
      ...optional('unit', table.value(row, 'unit')),
      ...(time === undefined ? {} : { at: time }),
    };
    const own = newest.get(draft) ?? new Map<string, SnapshotObservation>();
    newest.set(draft, own);
    const before = own.get(loinc ?? name);
    if (before === undefined || isNewer(one, before)) own.set(loinc ?? name, one);
  });
  for (const [{ facts }, own] of newest) keepObservations(facts, [...own.values()]);
}

function isNewer(one: SnapshotObservation, other: SnapshotObservation): boolean {
  return one.at !== undefined && (other.at === undefined || toEpochMs(one.at) >= toEpochMs(other.at));
}

/** Sets a patient's observations, newest first, and the weight among them. */
export function keepObservations(facts: PatientDraft['facts'], observations: readonly SnapshotObservation[]): void {
  const sorted = [...observations].sort(
    (a, b) => (b.at === undefined ? 0 : toEpochMs(b.at)) - (a.at === undefined ? 0 : toEpochMs(a.at)),
  );
  if (sorted.length > 0) facts.observations = sorted.slice(0, OBSERVATIONS_KEPT);
  const weight = sorted.find((one) => one.loinc !== undefined && WEIGHT_LOINC.includes(one.loinc));
  const kg = weight === undefined ? undefined : readWeightKg(weight.value, /lb/i.test(weight.unit ?? '') ? 'lb' : 'kg');
  if (kg !== undefined && facts.weightKg === undefined) facts.weightKg = kg;
}

function joinStays(table: LoadedTable, rows: Rows, starts: Times, stops: Times, now: Instant): void {
  const latest = new Map<PatientDraft, { row: CsvRow; start: number }>();
  rows.forEach(([row, draft], at) => {
    if (isPast(stops[at], now)) return;
    const startedAt = starts[at];
    const start = startedAt === undefined ? 0 : toEpochMs(startedAt);
    const before = latest.get(draft);
    if (before === undefined || start >= before.start) latest.set(draft, { row, start });
  });
  for (const [{ facts }, { row }] of latest) {
    fillMissing(facts, {
      visitNumber: table.value(row, 'visitNumber'),
      ward: table.value(row, 'ward') ?? table.value(row, 'location'),
      bed: bedLabel(table.value(row, 'room') ?? '', table.value(row, 'bed') ?? ''),
      diagnosis: table.value(row, 'diagnosis'),
      service: table.value(row, 'service'),
    });
  }
}

function joinConditions(table: LoadedTable, rows: Rows, stops: Times, now: Instant): void {
  rows.forEach(([row, { facts }], at) => {
    const condition = table.value(row, 'diagnosis') ?? table.value(row, 'substance');
    if (condition === undefined || isPast(stops[at], now)) return;
    const known = facts.diagnosis === undefined ? [] : facts.diagnosis.split('; ');
    if (!known.includes(condition)) facts.diagnosis = [...known, condition].slice(0, 6).join('; ');
  });
}

function optional<K extends string>(name: K, value: string | undefined): { [P in K]?: string } {
  return value === undefined ? {} : ({ [name]: value } as { [P in K]?: string });
}
