import { toEpochMs, type Instant } from '../basics/time';
import { callOrder, type Escalation } from './escalation';
import type { KnownProblem, ProblemCall, ProblemFix, ProblemLevel } from './known-problem';
import type { ProblemOutcome } from './problem-entries';

/** Something done about a problem, with what became of it. */
export type ProblemAct = {
  readonly entry: string;
  readonly by: string;
  readonly at: Instant;
  readonly undone?: { readonly entry: string; readonly by: string; readonly at: Instant };
} & (
  | { readonly kind: 'tried'; readonly fix: string; readonly worked: boolean }
  | {
      readonly kind: 'escalated';
      readonly to: string;
      readonly contact?: string;
      readonly answerMinutes?: number;
    }
  | { readonly kind: 'taken'; readonly escalateMinutes?: number }
  | { readonly kind: 'closed'; readonly outcome: ProblemOutcome }
  | { readonly kind: 'reopened'; readonly since: Instant }
);

/** One problem somebody works on, as the ledger tells it. */
export interface OpenProblem {
  readonly id: string;
  readonly outage: string;
  /** Id of the known problem, and the edition it was opened with. */
  readonly problem: string;
  readonly version?: string;
  readonly ward: string;
  readonly since: Instant;
  readonly openedAt: Instant;
  readonly openedBy: string;
  readonly level: ProblemLevel;
  readonly limit?: string;
  readonly limitMinutes?: number;
  readonly acts: readonly ProblemAct[];
  readonly faults: readonly { readonly code: 'undo-without-target'; readonly entry: string }[];
}

/** Every problem worked on, by its id. */
export interface ProblemsState {
  readonly problems: Readonly<Record<string, OpenProblem>>;
  readonly orphans: readonly { readonly entry: string; readonly type: string; readonly subject: string }[];
}

/** Acts that count since it last came (back), in fold order. */
export function liveActs({ acts }: OpenProblem): readonly ProblemAct[] {
  const live = acts.filter((act) => !act.undone);
  return live.slice(live.findLastIndex((act) => act.kind === 'reopened') + 1);
}

/** What ended it, if anything did: a try that worked, or somebody who said so. */
export function endOf(open: OpenProblem): Extract<ProblemAct, { kind: 'tried' | 'closed' }> | undefined {
  return liveActs(open).find(
    (act): act is Extract<ProblemAct, { kind: 'tried' | 'closed' }> =>
      act.kind === 'closed' || (act.kind === 'tried' && act.worked),
  );
}

/** The first try nobody has answered yet. Undefined: all were in vain, or the page is gone. */
export function nextFix(problem: KnownProblem, open: OpenProblem): ProblemFix | undefined {
  const tried = new Set(liveActs(open).flatMap((act) => (act.kind === 'tried' ? [act.fix] : [])));
  return problem.fixes.find((fix) => !tried.has(fix.id));
}

/** The last call for help, and whether whoever was asked has taken it. */
export function lastCall(
  open: OpenProblem,
): { readonly call: Extract<ProblemAct, { kind: 'escalated' }>; readonly taken?: ProblemAct } | undefined {
  const acts = liveActs(open);
  const at = acts.findLastIndex((act) => act.kind === 'escalated');
  const call = acts[at];
  if (call?.kind !== 'escalated') return undefined;
  const taken = acts.slice(at + 1).find((act) => act.kind === 'taken');
  return taken ? { call, taken } : { call };
}

/** The clock that runs now: the page's limit, then until the asked person answers, then until they have solved it. */
export interface ProblemClock {
  readonly kind: 'limit' | 'answer' | 'solve';
  readonly dueMs: number;
}

/**
 * Which clock runs; undefined when it is solved or only an event sets the time. A call made while the page's limit still
 * runs does not stretch it: whichever is over first counts.
 */
export function problemClock(open: OpenProblem): ProblemClock | undefined {
  if (endOf(open)) return undefined;
  const back = open.acts.findLast((act) => act.kind === 'reopened' && !act.undone);
  const limit = clock('limit', back?.kind === 'reopened' ? back.since : open.since, open.limitMinutes);
  const last = lastCall(open);
  if (!last) return limit;
  const called =
    last.taken?.kind === 'taken'
      ? clock('solve', last.taken.at, last.taken.escalateMinutes)
      : clock('answer', last.call.at, last.call.answerMinutes);
  const holds = limit !== undefined && toEpochMs(last.call.at) < limit.dueMs;
  return holds && (called === undefined || limit.dueMs < called.dueMs) ? limit : called;
}

/**
 * Whom to call next: owner, deputy, next levels, nobody twice. Once the time is over or no try is left, owner and deputy
 * had their chance and the next level is called without asking permission.
 */
export function nextCall(
  problem: KnownProblem,
  escalation: Escalation,
  open: OpenProblem,
  nowMs: number,
): ProblemCall | undefined {
  const called = new Set(liveActs(open).flatMap((act) => (act.kind === 'escalated' ? [act.to] : [])));
  const order = callOrder(problem, escalation);
  const due = problemClock(open)?.dueMs;
  const past = (due !== undefined && due <= nowMs) || nextFix(problem, open) === undefined;
  const own = order.filter((call) => call !== problem.ownedBy && call !== problem.deputy);
  const from = past ? own : order;
  return from.find((call) => !called.has(call.who)) ?? order.find((call) => !called.has(call.who));
}

/** Problems of an event nobody has solved, the most urgent first: by clock, those without one last. */
export function openProblems(state: ProblemsState, outage: string): readonly OpenProblem[] {
  const due = (open: OpenProblem): number => problemClock(open)?.dueMs ?? Number.POSITIVE_INFINITY;
  return Object.values(state.problems)
    .filter((open) => open.outage === outage && !endOf(open))
    .toSorted((a, b) => (due(a) === due(b) ? 0 : due(a) - due(b)));
}

function clock(kind: ProblemClock['kind'], from: Instant, minutes: number | undefined): ProblemClock | undefined {
  return minutes === undefined ? undefined : { kind, dueMs: toEpochMs(from) + minutes * 60_000 };
}
