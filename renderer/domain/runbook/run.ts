import type { Instant } from '../basics/time';

/** A tick or an answer, with what became of it. */
export interface RunbookAnswer {
  readonly entry: string;
  readonly step: string;
  readonly round: number;
  /** Option id of a decision. */
  readonly option?: string;
  readonly by: string;
  readonly at: Instant;
  readonly undone?: { readonly entry: string; readonly by: string; readonly at: Instant };
}

/** One use of a runbook. */
export interface RunbookRun {
  readonly id: string;
  readonly outage: string;
  readonly runbook: string;
  readonly version?: string;
  readonly ward: string;
  readonly openedAt: Instant;
  readonly openedBy: string;
  readonly answers: readonly RunbookAnswer[];
  readonly closed?: { readonly outcome: 'finished' | 'not-needed'; readonly by: string; readonly at: Instant };
  readonly faults: readonly { readonly code: 'undo-without-target'; readonly entry: string }[];
}

/** Every use by its id. */
export interface RunbookRunsState {
  readonly runs: Readonly<Record<string, RunbookRun>>;
  readonly orphans: readonly { readonly entry: string; readonly type: string; readonly subject: string }[];
}

/** Answers that count, in fold order. */
export function liveRunbookAnswers(run: RunbookRun, step?: string): readonly RunbookAnswer[] {
  return run.answers.filter((answer) => !answer.undone && (step === undefined || answer.step === step));
}

/** The answers as a path reads them; of two devices that answered a decision differently, the last in fold order. */
export function pathAnswers(run: RunbookRun): Readonly<Record<string, string>> {
  return Object.fromEntries(liveRunbookAnswers(run).map(({ step, option }) => [step, option ?? 'done']));
}

/** Decisions two people answered differently: shown until one is undone. */
export function conflictingSteps(run: RunbookRun): readonly string[] {
  const options = new Map<string, Set<string>>();
  for (const { step, option } of liveRunbookAnswers(run)) {
    if (option !== undefined) options.set(step, (options.get(step) ?? new Set()).add(option));
  }
  return [...options].filter(([, chosen]) => chosen.size > 1).map(([step]) => step);
}
