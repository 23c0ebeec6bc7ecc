import type { Draft } from '../../../app/ports';
import { toEpochMs, type Instant } from '../../../domain/basics/time';
import type { SignedForm } from '../../../domain/form/forms-state';
import type { FormDefinition } from '../../../domain/form/form';
import type { SerialsState } from '../../../domain/form/serial';
import type { BoardPatient } from '../../../domain/patient/board';
import { bedConflicts } from '../../../domain/patient/projection';
import { sameNameGroups } from '../../../domain/patient/same-person';
import { isHere } from './bed-order';
import { earlyWarning, type NextDose, nextDose, type Reading, type Waiting, waitingResults } from './clinical-readings';

/** One line of the board with all it shows. */
export interface BoardRow {
  readonly patient: BoardPatient;
  /** The bed is free: its last patient has gone. */
  readonly vacated: boolean;
  readonly news: Reading | undefined;
  readonly dose: NextDose | undefined;
  /** Ids of forms begun here or lying on paper, not signed yet. */
  readonly openForms: readonly string[];
  readonly waiting: readonly Waiting[];
  /** Beds of others whose name could be taken for this one. */
  readonly sameName: readonly string[];
  /** Others who claim this bed. */
  readonly bedWith: readonly BoardPatient[];
}

/** What the board is made of. */
export interface BoardParts {
  readonly board: readonly BoardPatient[];
  readonly signed: readonly SignedForm[];
  readonly drafts: readonly Draft[];
  readonly sheets: SerialsState['sheets'];
  readonly formOf: (id: string, version: string) => FormDefinition | undefined;
  readonly now: Instant;
}

const NONE: readonly never[] = [];

/** The lines of the board, in the order given. Those who left keep a line only while nobody else has their bed. */
export function boardRows(parts: BoardParts): readonly BoardRow[] {
  const { board, now } = parts;
  const byId = new Map(board.map((one) => [one.id, one]));
  const signed = groupBy(parts.signed, (form) => form.patient);
  const open = openForms(parts);
  const names = sameNameGroups(board.filter(isHere));
  const conflicts = new Map<string, readonly string[]>();
  for (const { patients } of bedConflicts(board))
    for (const id of patients)
      conflicts.set(
        id,
        patients.filter((other) => other !== id),
      );
  const taken = new Set(board.filter(isHere).map(placeOf));
  return board.flatMap((patient): readonly BoardRow[] => {
    const vacated = !isHere(patient);
    if (vacated && (!patient.bed || taken.has(placeOf(patient)))) return [];
    const own = signed.get(patient.id) ?? NONE;
    return [
      {
        patient,
        vacated,
        news: earlyWarning(patient, own, parts.formOf),
        dose: vacated ? undefined : nextDose(patient, own, now),
        openForms: open.get(patient.id) ?? NONE,
        waiting: waitingResults(own, parts.formOf),
        sameName: (names.get(patient.id) ?? NONE).map((id) => byId.get(id)?.bed ?? '').filter(Boolean),
        bedWith: (conflicts.get(patient.id) ?? NONE).flatMap((id) => byId.get(id) ?? []),
      },
    ];
  });
}

function placeOf({ ward, bed }: BoardPatient): string {
  return `${ward ?? ''}\n${bed ?? ''}`;
}

function openForms({ drafts, sheets, signed }: BoardParts): ReadonlyMap<string, readonly string[]> {
  const back = new Set(signed.map((form) => form.serial));
  const paper = Object.values(sheets).filter((sheet) => sheet.patient !== undefined && !back.has(sheet.serial));
  const all = [
    ...drafts.map(({ patient, form }) => ({ patient, form })),
    ...paper.map(({ patient = '', form }) => ({ patient, form })),
  ];
  const grouped = groupBy(all, (one) => one.patient);
  return new Map(
    [...grouped].map(([patient, list]) => [patient, [...new Set(list.map((one) => one.form))].toSorted()]),
  );
}

function groupBy<T>(list: readonly T[], key: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const group = groups.get(key(one));
    if (group) group.push(one);
    else groups.set(key(one), [one]);
  }
  return groups;
}

/** A filter of the board. */
export type BoardFilter = 'all' | 'due' | 'past-due' | 'waiting' | 'new' | 'off-unit' | `bay:${string}`;

const HOUR = 3_600_000;

/** Whether a line passes a filter (bays are judged by the caller, who knows how beds are named). */
export function passes(row: BoardRow, filter: Exclude<BoardFilter, `bay:${string}`>): boolean {
  if (filter === 'all') return true;
  if (row.vacated) return false;
  if (filter === 'due') return row.dose !== undefined && row.dose.inMs >= 0 && row.dose.inMs <= HOUR;
  if (filter === 'past-due') return row.dose !== undefined && row.dose.inMs < 0;
  if (filter === 'waiting') return row.waiting.length > 0;
  if (filter === 'new') return row.patient.arrivedAt !== undefined;
  return row.patient.presence === 'off-unit';
}

/** Oldest first. */
export function oldestOf(waiting: readonly Waiting[]): Waiting | undefined {
  return waiting.toSorted((a, b) => toEpochMs(a.since) - toEpochMs(b.since))[0];
}
