import type { Instant } from '../basics/time';
import type { AnswerState } from './rules';

/** One answer somebody gave, with what became of it. */
export interface StepAnswer {
  readonly entry: string;
  readonly state: Exclude<AnswerState, 'open'>;
  readonly by: string;
  readonly at: Instant;
  readonly device: string;
  readonly evidence?: string;
  readonly reason?: string;
  readonly undone?: { readonly entry: string; readonly by: string; readonly at: Instant };
}

/** A correction that names an answer we do not have: shown, not skipped. */
export interface RunFault {
  readonly code: 'undo-without-target';
  readonly entry: string;
  readonly step: string;
  readonly round: number;
}

/** One run of a role card on one ward in one outage. */
export interface RunState {
  readonly id: string;
  readonly outage: string;
  readonly checklist: string;
  readonly version?: string;
  readonly ward: string;
  readonly startedAt: Instant;
  readonly startedBy: readonly { readonly by: string; readonly at: Instant }[];
  /** Answers by `stepKey`, in fold order, undone ones kept. */
  readonly answers: Readonly<Record<string, readonly StepAnswer[]>>;
  readonly faults: readonly RunFault[];
}

/** Every run by its id. */
export interface RunsState {
  readonly runs: Readonly<Record<string, RunState>>;
  /** Answers whose run is not (yet) here. */
  readonly orphans: readonly { readonly entry: string; readonly type: string; readonly subject: string }[];
}

/** The same for every PC of a ward, so that two of them share one run. */
export function runId(outage: string, ward: string, checklist: string): string {
  return [outage, checklist, encodeURIComponent(ward)].join('.');
}

/** Key of a round of a step. */
export function stepKey(step: string, round: number): string {
  return `${step}#${round}`;
}

/** Answers that count: not undone. More than one comes from two devices at once; both are kept and shown. */
export function liveAnswers(run: RunState, step: string, round: number): readonly StepAnswer[] {
  return (run.answers[stepKey(step, round)] ?? []).filter((answer) => answer.undone === undefined);
}

/** What the answers of a round come to: the last in fold order. */
export function answerState(run: RunState, step: string, round: number): AnswerState {
  return liveAnswers(run, step, round).at(-1)?.state ?? 'open';
}
