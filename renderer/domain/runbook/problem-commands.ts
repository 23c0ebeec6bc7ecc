import type { CommandContext } from '../basics/command-context';
import { ok, refuse, type Result } from '../basics/result';
import type { Instant } from '../basics/time';
import type { NewEntry } from '../ledger/entry';
import { checkInstant, type InstantRefusal } from '../outage/check-instant';
import type { Escalation, SeverityTime } from './escalation';
import { callOrder, severityOf } from './escalation';
import { limitMinutes, type KnownProblem, type ProblemLevel } from './known-problem';
import { endOf, lastCall, type OpenProblem, type ProblemsState } from './open-problem';
import type { ProblemOutcome } from './problem-entries';
import type { SettingValues } from './timers';

/** Why a command about a problem did nothing. */
export type ProblemRefusal =
  | InstantRefusal
  | { readonly code: 'ward-missing' }
  | { readonly code: 'unknown-problem' }
  | { readonly code: 'unknown-limit' }
  | { readonly code: 'unknown-fix' }
  | { readonly code: 'unknown-call' }
  | { readonly code: 'nobody-called' }
  | { readonly code: 'problem-solved' }
  | { readonly code: 'problem-open' }
  | { readonly code: 'nothing-to-undo' };

type Outcome = Result<NewEntry[], ProblemRefusal>;
type By = Pick<CommandContext, 'by'>;
/** A problem in work with the page it was opened from. */
interface Work {
  readonly id: string;
  readonly problem: KnownProblem;
}

/** Starts work on a known problem: the clock of its limit runs from when it was first seen. */
export function openProblem(
  input: {
    readonly outage: string;
    readonly ward: string;
    readonly problem: KnownProblem;
    readonly since: Instant;
    readonly level: ProblemLevel;
    readonly limit?: string;
    readonly site?: SettingValues;
  },
  { now, newId, by }: CommandContext,
): Outcome {
  const { problem, since, level, limit } = input;
  const ward = input.ward.trim();
  if (ward === '') return refuse({ code: 'ward-missing' });
  if (limit !== undefined && !problem.limits.some((one) => one.id === limit)) return refuse({ code: 'unknown-limit' });
  const badTime = checkInstant('since', since, now);
  if (badTime) return refuse(badTime);
  const minutes = limit === undefined ? undefined : limitMinutes(problem, limit, input.site);
  return ok([
    {
      book: input.outage,
      subject: newId(),
      by,
      type: 'problem.opened',
      payload: {
        problem: problem.id,
        ward,
        since,
        level,
        ...(limit === undefined ? {} : { limit }),
        ...(minutes === undefined ? {} : { limitMinutes: minutes }),
      },
      content: { id: problem.id, version: problem.version },
    },
  ]);
}

/** One try: it worked, which solves the problem, or it did not. */
export function tryFix(
  state: ProblemsState,
  input: Work & { readonly fix: string; readonly worked: boolean },
  { by }: By,
): Outcome {
  const found = unsolved(state, input.id);
  if (!found.ok) return found;
  const { fix, worked } = input;
  if (!input.problem.fixes.some((one) => one.id === fix)) return refuse({ code: 'unknown-fix' });
  return ok([fact(found.value, input.problem, by, { type: 'problem-fix.tried', payload: { fix, worked } })]);
}

/** Asks somebody of the problem's page or the ladder for help; from now the level's time to answer runs. */
export function escalateProblem(
  state: ProblemsState,
  input: Work & { readonly to: string; readonly escalation: Escalation },
  { by }: By,
): Outcome {
  const found = unsolved(state, input.id);
  if (!found.ok) return found;
  const call = callOrder(input.problem, input.escalation).find((one) => one.who === input.to);
  if (!call) return refuse({ code: 'unknown-call' });
  const answerMinutes = minutesOf(severityOf(input.escalation, found.value.level)?.answerWithin);
  const payload = {
    to: call.who,
    ...(call.contact === undefined ? {} : { contact: call.contact }),
    ...(answerMinutes === undefined ? {} : { answerMinutes }),
  };
  return ok([fact(found.value, input.problem, by, { type: 'problem.escalated', payload })]);
}

/** Whoever was asked last has answered and works on it; from now the level's time to escalate runs. */
export function takeProblem(
  state: ProblemsState,
  input: Work & { readonly escalation: Escalation },
  { by }: By,
): Outcome {
  const found = unsolved(state, input.id);
  if (!found.ok) return found;
  const last = lastCall(found.value);
  if (!last || last.taken) return refuse({ code: 'nobody-called' });
  const escalateMinutes = minutesOf(severityOf(input.escalation, found.value.level)?.escalateAfter);
  const payload = escalateMinutes === undefined ? {} : { escalateMinutes };
  return ok([fact(found.value, input.problem, by, { type: 'problem.taken', payload })]);
}

/** Ends it without a try of the page: somebody fixed it, there is a way around, or it was something else. */
export function closeProblem(
  state: ProblemsState,
  input: Work & { readonly outcome: ProblemOutcome },
  { by }: By,
): Outcome {
  const found = unsolved(state, input.id);
  if (!found.ok) return found;
  const { outcome } = input;
  return ok([fact(found.value, input.problem, by, { type: 'problem.closed', payload: { outcome } })]);
}

/** It is back. */
export function reopenProblem(
  state: ProblemsState,
  input: Work & { readonly since: Instant },
  { now, by }: Pick<CommandContext, 'now' | 'by'>,
): Outcome {
  const open = state.problems[input.id];
  if (!open) return refuse({ code: 'unknown-problem' });
  if (!endOf(open)) return refuse({ code: 'problem-open' });
  const badTime = checkInstant('since', input.since, now);
  if (badTime) return refuse(badTime);
  return ok([fact(open, input.problem, by, { type: 'problem.reopened', payload: { since: input.since } })]);
}

/** Takes back the last act, or the one named: a wrong key, not a call that was made. */
export function undoProblemAct(state: ProblemsState, input: Work & { readonly entry?: string }, { by }: By): Outcome {
  const open = state.problems[input.id];
  if (!open) return refuse({ code: 'unknown-problem' });
  const live = open.acts.filter((act) => !act.undone);
  const target = input.entry === undefined ? live.at(-1) : live.find((act) => act.entry === input.entry);
  if (!target) return refuse({ code: 'nothing-to-undo' });
  const undone = fact(open, input.problem, by, { type: 'problem-act.undone', payload: { act: target.kind } });
  return ok([{ ...undone, corrects: target.entry }]);
}

function unsolved(state: ProblemsState, id: string): Result<OpenProblem, ProblemRefusal> {
  const open = state.problems[id];
  if (!open) return refuse({ code: 'unknown-problem' });
  return endOf(open) ? refuse({ code: 'problem-solved' }) : ok(open);
}

/** An event ("next huddle") sets no clock. */
function minutesOf(time: SeverityTime | undefined): number | undefined {
  if (!time || 'words' in time) return undefined;
  return time.unit === 'h' ? time.value * 60 : time.value;
}

type Fact = Pick<Extract<NewEntry, { type: `problem${string}` }>, 'type' | 'payload'>;

function fact(open: OpenProblem, { id, version }: KnownProblem, by: string, what: Fact): NewEntry {
  return { book: open.outage, subject: open.id, by, content: { id, version }, ...what } as NewEntry;
}
