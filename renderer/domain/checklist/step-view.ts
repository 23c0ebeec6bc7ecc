import type { Instant } from '../basics/time';
import type { ChecklistStep, PhaseId } from './checklist';
import { dueAtMs, isRepeated, roundsDueBy, type RunTimes } from './due-times';
import { answerState, liveAnswers, stepKey, type RunState, type StepAnswer } from './run';
import { instantIn } from '../basics/zoned-time';

/**
 * Where a step stands: `waiting` before its phase or its next round opens, `over` when the all-clear came before it
 * was answered (it can still be answered, nobody is asked to).
 */
export type StepState = 'open' | 'done' | 'not-applicable' | 'waiting' | 'over';

/** A step with its answers at one moment; of a repeated step, the round that is asked for. */
export interface StepView {
  readonly phase: PhaseId;
  readonly step: ChecklistStep;
  readonly round: number;
  readonly repeated: boolean;
  readonly state: StepState;
  /** Answered; for a repeated step: no round is overdue and the last one due was answered. */
  readonly settled: boolean;
  /** Answers that count. Two come from two devices at once: both are shown. */
  readonly answers: readonly StepAnswer[];
  /** Answers differ (done here, not applicable there): a person decides by undoing one. */
  readonly conflict: boolean;
  readonly undone: readonly StepAnswer[];
  readonly dueAt?: Instant;
  readonly dueMs?: number;
  /** 0 while not late. Late counts only while the step is asked for. */
  readonly overdueMs: number;
  /** Rounds before the asked one that nobody answered. */
  readonly missedRounds: number;
  /** Rounds answered so far with who and when, oldest first; empty for a step done once. */
  readonly rounds: readonly { readonly round: number; readonly answers: readonly StepAnswer[] }[];
}

interface At {
  readonly phase: PhaseId;
  /** The phase is open now. */
  readonly asked: boolean;
  /** The phase was overtaken by the all-clear. */
  readonly over: boolean;
  readonly times: RunTimes;
  readonly nowMs: number;
}

/** Shows one step of a run. */
export function viewStep(run: RunState, step: ChecklistStep, at: At): StepView {
  return isRepeated(step.due) ? viewRepeated(run, step, at) : viewOnce(run, step, at);
}

function viewOnce(run: RunState, step: ChecklistStep, at: At): StepView {
  const answered = answerState(run, step.id, 1);
  const state: StepState = answered !== 'open' ? answered : at.asked ? 'open' : at.over ? 'over' : 'waiting';
  return { ...viewRound(run, step, 1, state, at), settled: answered !== 'open', missedRounds: 0, rounds: [] };
}

/**
 * The round asked for is the last one due while it is unanswered (late until the next one is due, then missed),
 * otherwise the next one.
 */
function viewRepeated(run: RunState, step: ChecklistStep, at: At): StepView {
  const due = roundsDueBy(step.due, at.phase, at.times, at.nowMs);
  const isOpen = (round: number): boolean => answerState(run, step.id, round) === 'open';
  const answered = answeredRounds(run, step.id);
  const lateRound = due > 0 && isOpen(due);
  let round = lateRound ? due : due + 1;
  while (!isOpen(round)) round += 1;
  // Nobody asks for another round once the phase is over; the last one due stands for the step.
  if (at.over && !lateRound) round = Math.max(1, due);
  const state = repeatedState(answerState(run, step.id, round), { round, due, ...at });
  const missedRounds = Math.max(0, round - 1) - answered.filter((one) => one < round).length;
  return {
    ...viewRound(run, step, round, state, at),
    settled: due > 0 ? !isOpen(due) : !isOpen(1),
    missedRounds: at.over ? Math.max(0, due - answered.filter((one) => one <= due).length) : missedRounds,
    rounds: answered.map((one) => ({ round: one, answers: liveAnswers(run, step.id, one) })),
  };
}

function repeatedState(
  answer: 'open' | 'done' | 'not-applicable',
  {
    round,
    due,
    asked,
    over,
  }: { readonly round: number; readonly due: number; readonly asked: boolean; readonly over: boolean },
): StepState {
  if (answer !== 'open') return answer;
  if (over) return 'over';
  // The next round may be done before its time, the one after it has to wait.
  return asked && round <= due + 1 ? 'open' : 'waiting';
}

function viewRound(
  run: RunState,
  step: ChecklistStep,
  round: number,
  state: StepState,
  { phase, times, nowMs }: At,
): Omit<StepView, 'settled' | 'missedRounds' | 'rounds'> {
  const dueMs = dueAtMs(step.due, phase, times, round);
  const all = run.answers[stepKey(step.id, round)] ?? [];
  const answers = liveAnswers(run, step.id, round);
  return {
    phase,
    step,
    round,
    repeated: isRepeated(step.due),
    state,
    answers,
    conflict: new Set(answers.map((answer) => answer.state)).size > 1,
    undone: all.filter((answer) => answer.undone !== undefined),
    ...(dueMs === undefined ? {} : { dueMs, dueAt: instantIn(times.zone, dueMs) }),
    overdueMs: state === 'open' && dueMs !== undefined ? Math.max(0, nowMs - dueMs) : 0,
  };
}

function answeredRounds(run: RunState, step: string): number[] {
  const rounds: number[] = [];
  for (const [key, answers] of Object.entries(run.answers)) {
    if (!key.startsWith(`${step}#`) || answers.every((answer) => answer.undone !== undefined)) continue;
    rounds.push(Number(key.slice(step.length + 1)));
  }
  return rounds.sort((a, b) => a - b);
}
