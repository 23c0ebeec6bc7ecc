import type { Instant } from '../basics/time';

/** A tick or an answer, with what became of it. */
export interface RunbookAnswer {
  readonly entry: string;
  readonly step: string;
  readonly round: number;
  /** Which time the path was here: 2 and more after a loop. */
  readonly pass: number;
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
export function pathAnswers(run: RunbookRun): Readonly<Record<string, readonly string[]>> {
  const answers: Record<string, string[]> = {};
  for (const { step, option, pass } of liveRunbookAnswers(run)) (answers[step] ??= [])[pass - 1] = option ?? 'done';
  return answers;
}

/** Decisions two people answered differently the same time: shown until one is undone. */
export function conflictingSteps(run: RunbookRun): readonly string[] {
  const options = new Map<string, { readonly step: string; readonly chosen: Set<string> }>();
  for (const { step, option, pass } of liveRunbookAnswers(run)) {
    if (option === undefined) continue;
    const key = `${step}#${pass}`;
    const { chosen } = options.get(key) ?? { chosen: new Set() };
    options.set(key, { step, chosen: chosen.add(option) });
  }
  return [...options.values()].filter(({ chosen }) => chosen.size > 1).map(({ step }) => step);
}
