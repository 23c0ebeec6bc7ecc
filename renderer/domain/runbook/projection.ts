import type { Entry, EntryOf } from '../ledger/entry';
import type { RunbookAnswer, RunbookRun, RunbookRunsState } from './run';

/** No runbook was opened. */
export const NO_RUNBOOK_RUNS: RunbookRunsState = { runs: {}, orphans: [] };

/** Folds one entry; entries of other nouns pass by. */
export function foldRunbookRuns(state: RunbookRunsState, entry: Entry): RunbookRunsState {
  switch (entry.type) {
    case 'runbook.opened':
      return state.runs[entry.subject] ? state : withRun(state, opened(entry));
    case 'runbook-step.done':
    case 'runbook.answered':
    case 'runbook-step.undone':
    case 'runbook.closed': {
      const run = state.runs[entry.subject];
      if (run) return withRun(state, changed(run, entry));
      return { ...state, orphans: [...state.orphans, { entry: entry.id, type: entry.type, subject: entry.subject }] };
    }
    default:
      return state;
  }
}

/** Folds a whole ledger. */
export function projectRunbookRuns(entries: Iterable<Entry>): RunbookRunsState {
  let state = NO_RUNBOOK_RUNS;
  for (const entry of entries) state = foldRunbookRuns(state, entry);
  return state;
}

type RunEntry =
  | EntryOf<'runbook-step.done'>
  | EntryOf<'runbook.answered'>
  | EntryOf<'runbook-step.undone'>
  | EntryOf<'runbook.closed'>;

function withRun(state: RunbookRunsState, run: RunbookRun): RunbookRunsState {
  return { ...state, runs: { ...state.runs, [run.id]: run } };
}

function opened(entry: EntryOf<'runbook.opened'>): RunbookRun {
  return {
    id: entry.subject,
    outage: entry.book,
    runbook: entry.payload.runbook,
    ...(entry.content === undefined ? {} : { version: entry.content.version }),
    ward: entry.payload.ward,
    openedAt: entry.at,
    openedBy: entry.by,
    answers: [],
    faults: [],
  };
}

function changed(run: RunbookRun, entry: RunEntry): RunbookRun {
  const { id, by, at } = entry;
  switch (entry.type) {
    case 'runbook-step.done':
      return answered(run, { entry: id, by, at, ...entry.payload, pass: entry.payload.pass ?? 1 });
    case 'runbook.answered':
      return answered(run, { entry: id, by, at, round: 1, ...entry.payload, pass: entry.payload.pass ?? 1 });
    case 'runbook.closed':
      return { ...run, closed: { outcome: entry.payload.outcome, by, at } };
    case 'runbook-step.undone':
      return undone(run, entry);
  }
}

function answered(run: RunbookRun, answer: RunbookAnswer): RunbookRun {
  return { ...run, answers: [...run.answers, answer] };
}

function undone(run: RunbookRun, entry: EntryOf<'runbook-step.undone'>): RunbookRun {
  const { id, by, at, corrects } = entry;
  if (!run.answers.some((answer) => answer.entry === corrects)) {
    return { ...run, faults: [...run.faults, { code: 'undo-without-target', entry: id }] };
  }
  const take = (answer: RunbookAnswer): RunbookAnswer =>
    answer.entry === corrects && !answer.undone ? { ...answer, undone: { entry: id, by, at } } : answer;
  return { ...run, answers: run.answers.map(take) };
}
