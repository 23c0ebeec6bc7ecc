import { NO_RUNS, foldRuns } from '../domain/checklist/projection';
import type { RunsState } from '../domain/checklist/run';
import type { Entry } from '../domain/ledger/entry';
import type { OutagesState } from '../domain/outage/outage';
import type { PatientsState } from '../domain/patient/board';
import { NO_PATIENTS, foldPatients } from '../domain/patient/projection';
import { NO_OUTAGES, foldOutages } from '../domain/outage/projection';

/** Every fold of the ledger, one per noun. */
export interface World {
  readonly outages: OutagesState;
  readonly runs: RunsState;
  readonly patients: PatientsState;
}

/** An empty ledger. */
export const EMPTY_WORLD: World = { outages: NO_OUTAGES, runs: NO_RUNS, patients: NO_PATIENTS };

/** Folds one entry into every noun; each leaves what is not its own untouched, so identities hold still. */
export function foldEntry(world: World, entry: Entry): World {
  const next: World = {
    outages: foldOutages(world.outages, entry),
    runs: foldRuns(world.runs, entry),
    patients: foldPatients(world.patients, entry),
  };
  return (Object.keys(next) as (keyof World)[]).every((noun) => next[noun] === world[noun]) ? world : next;
}

/** Folds a whole ledger in its order. */
export function foldWorld(entries: Iterable<Entry>): World {
  let world = EMPTY_WORLD;
  for (const entry of entries) world = foldEntry(world, entry);
  return world;
}
