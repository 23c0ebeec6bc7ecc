import { NO_RUNS, foldRuns } from '../domain/checklist/projection';
import type { RunsState } from '../domain/checklist/run';
import type { Entry } from '../domain/ledger/entry';
import type { OutagesState } from '../domain/outage/outage';
import { NO_OUTAGES, foldOutages } from '../domain/outage/projection';

/** Every fold of the ledger, one per noun. */
export interface World {
  readonly outages: OutagesState;
  readonly runs: RunsState;
}

/** An empty ledger. */
export const EMPTY_WORLD: World = { outages: NO_OUTAGES, runs: NO_RUNS };

/** Folds one entry into every noun; each leaves what is not its own untouched, so identities hold still. */
export function foldEntry(world: World, entry: Entry): World {
  const outages = foldOutages(world.outages, entry);
  const runs = foldRuns(world.runs, entry);
  return outages === world.outages && runs === world.runs ? world : { ...world, outages, runs };
}

/** Folds a whole ledger in its order. */
export function foldWorld(entries: Iterable<Entry>): World {
  let world = EMPTY_WORLD;
  for (const entry of entries) world = foldEntry(world, entry);
  return world;
}
