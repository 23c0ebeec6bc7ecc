import { NO_RUNS, foldRuns, projectRuns } from '../domain/checklist/projection';
import type { RunsState } from '../domain/checklist/run';
import type { Entry } from '../domain/ledger/entry';
import type { OutagesState } from '../domain/outage/outage';
import type { PatientsState } from '../domain/patient/board';
import { NO_PATIENTS, foldPatients, projectPatients } from '../domain/patient/projection';
import type { FormsState } from '../domain/form/forms-state';
import { NO_FORMS } from '../domain/form/forms-state';
import { foldForms, projectForms } from '../domain/form/projection';
import { NO_SERIALS, foldSerials, type SerialsState } from '../domain/form/serial';
import {
  NO_BACK_ENTRY_LOG,
  foldBackEntryLog,
  projectBackEntryLog,
  type BackEntryLog,
} from '../domain/reconciliation/back-entry-log';
import { NO_FORM_VERSIONS, type FormVersionsState } from '../domain/library/form-versions';
import { foldFormVersions, projectFormVersions } from '../domain/library/projection';
import { NO_MARKS, foldMarks, projectMarks } from '../domain/reconciliation/projection';
import { NO_TRACKING, foldTracking, projectTracking, type TrackingState } from '../domain/tracking/projection';
import type { MarksState } from '../domain/reconciliation/marks';
import type { RunbookRunsState } from '../domain/runbook/run';
import { NO_PROBLEMS, foldProblems, projectProblems } from '../domain/runbook/problem-projection';
import type { ProblemsState } from '../domain/runbook/open-problem';
import { NO_RUNBOOK_RUNS, foldRunbookRuns, projectRunbookRuns } from '../domain/runbook/projection';
import { NO_RETENTION, foldRetention, projectRetention, type RetentionState } from '../domain/retention/retention';
import { NO_CLOCK_CHANGES, foldClock, projectClock, type ClockState } from '../domain/workstation/clock-changes';
import { NO_OUTAGES, foldOutages, projectOutages } from '../domain/outage/projection';

/** Every fold of the ledger, one per noun. */
export interface World {
  readonly outages: OutagesState;
  readonly runs: RunsState;
  readonly runbookRuns: RunbookRunsState;
  readonly problems: ProblemsState;
  readonly patients: PatientsState;
  readonly tracking: TrackingState;
  readonly forms: FormsState;
  readonly formVersions: FormVersionsState;
  readonly serials: SerialsState;
  readonly marks: MarksState;
  readonly backEntry: BackEntryLog;
  readonly clock: ClockState;
  readonly retention: RetentionState;
  /** Every opened entry in fold order: back-entry and the export look at facts as they were written. */
  readonly entries: readonly Entry[];
}

/** An empty ledger. */
export const EMPTY_WORLD: World = {
  outages: NO_OUTAGES,
  runs: NO_RUNS,
  runbookRuns: NO_RUNBOOK_RUNS,
  problems: NO_PROBLEMS,
  patients: NO_PATIENTS,
  tracking: NO_TRACKING,
  forms: NO_FORMS,
  formVersions: NO_FORM_VERSIONS,
  serials: NO_SERIALS,
  marks: NO_MARKS,
  backEntry: NO_BACK_ENTRY_LOG,
  clock: NO_CLOCK_CHANGES,
  retention: NO_RETENTION,
  entries: [],
};

/** Folds one entry into every noun; a noun leaves what is not its own untouched, so its identity holds still. */
export function foldEntry(world: World, entry: Entry): World {
  return {
    outages: foldOutages(world.outages, entry),
    runs: foldRuns(world.runs, entry),
    runbookRuns: foldRunbookRuns(world.runbookRuns, entry),
    problems: foldProblems(world.problems, entry),
    patients: foldPatients(world.patients, entry),
    tracking: foldTracking(world.tracking, entry),
    forms: foldForms(world.forms, entry),
    formVersions: foldFormVersions(world.formVersions, entry),
    serials: foldSerials(world.serials, entry),
    marks: foldMarks(world.marks, entry),
    backEntry: foldBackEntryLog(world.backEntry, entry),
    clock: foldClock(world.clock, entry),
    retention: foldRetention(world.retention, entry),
    entries: [...world.entries, entry],
  };
}

/** Folds a whole ledger in its order, noun by noun: a copy per entry would cost the square of a long outage. */
export function foldWorld(entries: readonly Entry[]): World {
  return {
    outages: projectOutages(entries),
    runs: projectRuns(entries),
    runbookRuns: projectRunbookRuns(entries),
    problems: projectProblems(entries),
    patients: projectPatients(entries),
    tracking: projectTracking(entries),
    forms: projectForms(entries),
    formVersions: projectFormVersions(entries),
    serials: entries.reduce(foldSerials, NO_SERIALS),
    marks: projectMarks(entries),
    backEntry: projectBackEntryLog(entries),
    clock: projectClock(entries),
    retention: projectRetention(entries),
    entries,
  };
}
