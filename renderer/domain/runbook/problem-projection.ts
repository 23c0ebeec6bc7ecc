import type { Entry, EntryOf } from '../ledger/entry';
import type { OpenProblem, ProblemAct, ProblemsState } from './open-problem';

/** Nobody works on a problem. */
export const NO_PROBLEMS: ProblemsState = { problems: {}, orphans: [] };

/** Folds one entry; entries of other nouns pass by. */
export function foldProblems(state: ProblemsState, entry: Entry): ProblemsState {
  switch (entry.type) {
    case 'problem.opened':
      return state.problems[entry.subject] ? state : withProblem(state, opened(entry));
    case 'problem-fix.tried':
    case 'problem.escalated':
    case 'problem.taken':
    case 'problem.closed':
    case 'problem.reopened':
    case 'problem-act.undone': {
      const open = state.problems[entry.subject];
      if (open) return withProblem(state, changed(open, entry));
      return { ...state, orphans: [...state.orphans, { entry: entry.id, type: entry.type, subject: entry.subject }] };
    }
    default:
      return state;
  }
}

/** Folds a whole ledger. */
export function projectProblems(entries: Iterable<Entry>): ProblemsState {
  let state = NO_PROBLEMS;
  for (const entry of entries) state = foldProblems(state, entry);
  return state;
}

type ActEntry =
  | EntryOf<'problem-fix.tried'>
  | EntryOf<'problem.escalated'>
  | EntryOf<'problem.taken'>
  | EntryOf<'problem.closed'>
  | EntryOf<'problem.reopened'>;

function withProblem(state: ProblemsState, open: OpenProblem): ProblemsState {
  return { ...state, problems: { ...state.problems, [open.id]: open } };
}

function opened(entry: EntryOf<'problem.opened'>): OpenProblem {
  return {
    ...entry.payload,
    id: entry.subject,
    outage: entry.book,
    ...(entry.content === undefined ? {} : { version: entry.content.version }),
    openedAt: entry.at,
    openedBy: entry.by,
    acts: [],
    faults: [],
  };
}

function changed(open: OpenProblem, entry: ActEntry | EntryOf<'problem-act.undone'>): OpenProblem {
  if (entry.type === 'problem-act.undone') return undone(open, entry);
  return { ...open, acts: [...open.acts, actOf(entry)] };
}

function actOf(entry: ActEntry): ProblemAct {
  const head = { entry: entry.id, by: entry.by, at: entry.at };
  switch (entry.type) {
    case 'problem-fix.tried':
      return { ...head, kind: 'tried', ...entry.payload };
    case 'problem.escalated':
      return { ...head, kind: 'escalated', ...entry.payload };
    case 'problem.taken':
      return { ...head, kind: 'taken', ...entry.payload };
    case 'problem.closed':
      return { ...head, kind: 'closed', ...entry.payload };
    case 'problem.reopened':
      return { ...head, kind: 'reopened', ...entry.payload };
  }
}

function undone(open: OpenProblem, entry: EntryOf<'problem-act.undone'>): OpenProblem {
  const { id, by, at, corrects } = entry;
  if (!open.acts.some((act) => act.entry === corrects))
    return { ...open, faults: [...open.faults, { code: 'undo-without-target', entry: id }] };
  const take = (act: ProblemAct): ProblemAct =>
    act.entry === corrects && !act.undone ? { ...act, undone: { entry: id, by, at } } : act;
  return { ...open, acts: open.acts.map(take) };
}
