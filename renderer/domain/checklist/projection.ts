import { toEpochMs } from '../basics/time';
import type { Entry, EntryOf } from '../ledger/entry';
import { stepKey, type RunsState, type RunState, type StepAnswer } from './run';

/** No run yet. */
export const NO_RUNS: RunsState = { runs: {}, orphans: [] };

/** Folds one entry; entries of other nouns pass by. */
export function foldRuns(state: RunsState, entry: Entry): RunsState {
  switch (entry.type) {
    case 'run.started':
      return withRun(state, started(state.runs[entry.subject], entry));
    case 'step.done':
    case 'step.marked-not-applicable':
    case 'step.undone': {
      const run = state.runs[entry.subject];
      if (run) return withRun(state, entry.type === 'step.undone' ? undone(run, entry) : answered(run, entry));
      return { ...state, orphans: [...state.orphans, { entry: entry.id, type: entry.type, subject: entry.subject }] };
    }
    default:
      return state;
  }
}

/** Folds a whole ledger. */
export function projectRuns(entries: Iterable<Entry>): RunsState {
  let state = NO_RUNS;
  for (const entry of entries) state = foldRuns(state, entry);
  return state;
}

function withRun(state: RunsState, run: RunState): RunsState {
  return { ...state, runs: { ...state.runs, [run.id]: run } };
}

/** Started by two PCs: one run, both starters shown, the earlier time counts. */
function started(run: RunState | undefined, entry: EntryOf<'run.started'>): RunState {
  const { checklist, ward, startedAt } = entry.payload;
  const starter = { by: entry.by, at: entry.at };
  if (run) {
    const earlier = toEpochMs(startedAt) < toEpochMs(run.startedAt) ? startedAt : run.startedAt;
    return { ...run, startedAt: earlier, startedBy: [...run.startedBy, starter] };
  }
  return {
    id: entry.subject,
    outage: entry.book,
    checklist,
    ...(entry.content === undefined ? {} : { version: entry.content.version }),
    ward,
    startedAt,
    startedBy: [starter],
    answers: {},
    faults: [],
  };
}

function answered(run: RunState, entry: EntryOf<'step.done'> | EntryOf<'step.marked-not-applicable'>): RunState {
  const { step, round } = entry.payload;
  const author = { entry: entry.id, by: entry.by, at: entry.at, device: entry.device };
  const answer: StepAnswer =
    entry.type === 'step.done'
      ? {
          ...author,
          state: 'done',
          ...(entry.payload.evidence === undefined ? {} : { evidence: entry.payload.evidence }),
        }
      : { ...author, state: 'not-applicable', reason: entry.payload.reason };
  const key = stepKey(step, round);
  return { ...run, answers: { ...run.answers, [key]: [...(run.answers[key] ?? []), answer] } };
}

function undone(run: RunState, entry: EntryOf<'step.undone'>): RunState {
  const { step, round } = entry.payload;
  const key = stepKey(step, round);
  const answers = run.answers[key] ?? [];
  if (!answers.some((answer) => answer.entry === entry.corrects)) {
    const fault = { code: 'undo-without-target', entry: entry.id, step, round } as const;
    return { ...run, faults: [...run.faults, fault] };
  }
  const undone = { entry: entry.id, by: entry.by, at: entry.at };
  const next = answers.map((answer) =>
    answer.entry === entry.corrects && !answer.undone ? { ...answer, undone } : answer,
  );
  return { ...run, answers: { ...run.answers, [key]: next } };
}
