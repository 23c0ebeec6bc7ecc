import type { Instant } from '../../../domain/basics/time';
import type { KnownProblem, ProblemLevel } from '../../../domain/runbook/known-problem';
import { fixLine } from '../../../domain/runbook/known-problem';
import type { OpenProblem, ProblemAct, ProblemsState } from '../../../domain/runbook/open-problem';

/** One line of the event's story about a known problem. */
export interface ProblemStoryItem {
  readonly id: string;
  readonly what: 'problem';
  readonly occurredAt: Instant;
  readonly by: string;
  readonly story:
    | 'opened'
    | 'failed'
    | 'worked'
    | 'escalated'
    | 'taken'
    | 'reopened'
    | 'fixed'
    | 'worked-around'
    | 'not-this';
  readonly title: string;
  readonly level: ProblemLevel;
  readonly ward: string;
  /** Line of the try, where there is one. */
  readonly fix?: string;
  /** Who was asked or has it. */
  readonly who?: string;
}

/** What was done about known problems in an event; acts taken back are left out, as they stand in the problem itself. */
export function problemStory(
  state: ProblemsState,
  outage: string,
  pages: readonly KnownProblem[],
): readonly ProblemStoryItem[] {
  return Object.values(state.problems)
    .filter((open) => open.outage === outage)
    .flatMap((open) => {
      const page = pages.find((one) => one.id === open.problem);
      return [begun(open, page), ...open.acts.flatMap((act) => (act.undone ? [] : [acted(open, page, act)]))];
    });
}

function begun(open: OpenProblem, page: KnownProblem | undefined): ProblemStoryItem {
  return { ...head(open, page), id: open.id, occurredAt: open.since, by: open.openedBy, story: 'opened' };
}

function acted(open: OpenProblem, page: KnownProblem | undefined, act: ProblemAct): ProblemStoryItem {
  const item = { ...head(open, page), id: act.entry, occurredAt: act.at, by: act.by };
  switch (act.kind) {
    case 'tried': {
      const fix = page?.fixes.find((one) => one.id === act.fix);
      return { ...item, story: act.worked ? 'worked' : 'failed', fix: fix ? fixLine(fix) : act.fix };
    }
    case 'escalated':
      return { ...item, story: 'escalated', who: act.to };
    case 'taken':
      return { ...item, story: 'taken', who: askedBefore(open, act) };
    case 'closed':
      return { ...item, story: act.outcome };
    case 'reopened':
      return { ...item, occurredAt: act.since, story: 'reopened' };
  }
}

function head(
  open: OpenProblem,
  page: KnownProblem | undefined,
): Pick<ProblemStoryItem, 'what' | 'title' | 'level' | 'ward'> {
  return { what: 'problem', title: page?.title ?? open.problem, level: open.level, ward: open.ward };
}

function askedBefore(open: OpenProblem, taken: ProblemAct): string {
  const call = open.acts.slice(0, open.acts.indexOf(taken)).findLast((act) => act.kind === 'escalated' && !act.undone);
  return call?.kind === 'escalated' ? call.to : '';
}
