import { NO_RUNS, foldRuns } from '../domain/checklist/projection';
import type { RunsState } from '../domain/checklist/run';
import type { Entry } from '../domain/ledger/entry';
import type { OutagesState } from '../domain/outage/outage';
import type { PatientsState } from '../domain/patient/board';
import { NO_PATIENTS, foldPatients } from '../domain/patient/projection';
import { NO_SERIALS, foldSerials, type SerialsState } from '../domain/form/serial';
import { NO_MARKS, foldMarks } from '../domain/reconciliation/projection';
import type { MarksState } from '../domain/reconciliation/marks';
import type { RunbookRunsState } from '../domain/runbook/run';
import { NO_RUNBOOK_RUNS, foldRunbookRuns } from '../domain/runbook/projection';
import { NO_OUTAGES, foldOutages } from '../domain/outage/projection';

/** Every fold of the ledger, one per noun. */
export interface World {
  readonly outages: OutagesState;
  readonly runs: RunsState;
  readonly runbookRuns: RunbookRunsState;
  readonly patients: PatientsState;
  readonly serials: SerialsState;
  readonly marks: MarksState;
  /** Arrivals, movements and links, in fold order: back-entry makes its items of them. */
  readonly movements: readonly Entry[];
}

/** An empty ledger. */
export const EMPTY_WORLD: World = { outages: NO_OUTAGES, runs: NO_RUNS, runbookRuns: NO_RUNBOOK_RUNS, patients: NO_PATIENTS, serials: NO_SERIALS, marks: NO_MARKS, movements: [] };

/** Folds one entry into every noun; each leaves what is not its own untouched, so identities hold still. */
export function foldEntry(world: World, entry: Entry): World {
  const next: World = {
    outages: foldOutages(world.outages, entry),
    runs: foldRuns(world.runs, entry),
    runbookRuns: foldRunbookRuns(world.runbookRuns, entry),
    patients: foldPatients(world.patients, entry),
    serials: foldSerials(world.serials, entry),
    marks: foldMarks(world.marks, entry),
    movements: entry.type.startsWith('patient.') ? [...world.movements, entry] : world.movements,
  };
  return (Object.keys(next) as (keyof World)[]).every((noun) => next[noun] === world[noun]) ? world : next;
}

/** Folds a whole ledger in its order. */
export function foldWorld(entries: Iterable<Entry>): World {
  let world = EMPTY_WORLD;
  for (const entry of entries) world = foldEntry(world, entry);
  return world;
}
