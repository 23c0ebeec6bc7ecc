import type { CommandContext } from '../basics/command-context';
import { ok, refuse, type Result } from '../basics/result';
import type { NewEntry } from '../ledger/entry';
import { findRunbookStep, waitsAtPass } from './path';
import type { Runbook, RunbookStep } from './runbook';
import { liveRunbookAnswers, pathAnswers, type RunbookRun, type RunbookRunsState } from './run';

/** Why a runbook command did nothing. */
export type RunbookRefusal =
  | { readonly code: 'ward-missing' }
  | { readonly code: 'unknown-run' }
  | { readonly code: 'run-closed' }
  | { readonly code: 'unknown-step'; readonly step: string }
  | { readonly code: 'is-a-decision'; readonly step: string }
  | { readonly code: 'is-no-decision'; readonly step: string }
  | { readonly code: 'unknown-option'; readonly options: readonly string[] }
  | { readonly code: 'already-answered'; readonly by: string; readonly at: string }
  | { readonly code: 'bad-round' }
  | { readonly code: 'nothing-to-undo' };

type Outcome = Result<NewEntry[], RunbookRefusal>;
type By = Pick<CommandContext, 'by'>;

/** Opens a runbook: each time a run of its own, once per patient or event. */
export function openRunbook(
  input: { readonly outage: string; readonly ward: string; readonly runbook: Pick<Runbook, 'id' | 'version'> },
  { by, newId }: Pick<CommandContext, 'by' | 'newId'>,
): Outcome {
  const ward = input.ward.trim();
  if (ward === '') return refuse({ code: 'ward-missing' });
  const { id, version } = input.runbook;
  return ok([
    {
      book: input.outage,
      subject: newId(),
      by,
      type: 'runbook.opened',
      payload: { runbook: id, ward },
      content: { id, version },
    },
  ]);
}

/** Ticks a step; a repeated one per round. */
export function completeRunbookStep(
  state: RunbookRunsState,
  input: { readonly run: string; readonly runbook: Runbook; readonly step: string; readonly round?: number },
  { by }: By,
): Outcome {
  const found = openRun(state, input.run);
  if (!found.ok) return found;
  const step = findRunbookStep(input.runbook, input.step)?.step;
  if (!step) return refuse({ code: 'unknown-step', step: input.step });
  if (step.kind === 'decide') return refuse({ code: 'is-a-decision', step: step.id });
  const round = input.round ?? 1;
  if (!Number.isInteger(round) || round < 1 || (round > 1 && !repeats(step))) return refuse({ code: 'bad-round' });
  const pass = round > 1 ? 1 : passNow(found.value, input.runbook, step.id);
  const before = liveRunbookAnswers(found.value, step.id).find((one) => one.round === round && one.pass === pass);
  if (before) return refuse({ code: 'already-answered', by: before.by, at: before.at });
  const payload = { step: step.id, round, ...(pass > 1 ? { pass } : {}) };
  return ok([fact(found.value, input.runbook, by, { type: 'runbook-step.done', payload })]);
}

/** Answers a decision: the branch is taken and stays visible. */
export function answerDecision(
  state: RunbookRunsState,
  input: { readonly run: string; readonly runbook: Runbook; readonly step: string; readonly option: string },
  { by }: By,
): Outcome {
  const found = openRun(state, input.run);
  if (!found.ok) return found;
  const step = findRunbookStep(input.runbook, input.step)?.step;
  if (!step) return refuse({ code: 'unknown-step', step: input.step });
  if (step.kind !== 'decide') return refuse({ code: 'is-no-decision', step: step.id });
  const options = (step.options ?? []).map((option) => option.id);
  if (!options.includes(input.option)) return refuse({ code: 'unknown-option', options });
  const pass = passNow(found.value, input.runbook, step.id);
  const before = liveRunbookAnswers(found.value, step.id).find((one) => one.pass === pass);
  if (before) return refuse({ code: 'already-answered', by: before.by, at: before.at });
  const payload = { step: step.id, option: input.option, ...(pass > 1 ? { pass } : {}) };
  return ok([fact(found.value, input.runbook, by, { type: 'runbook.answered', payload })]);
}

/** Takes back the last answer of a step: another branch, or a step to do again after a loop. */
export function undoRunbookStep(
  state: RunbookRunsState,
  input: { readonly run: string; readonly runbook: Runbook; readonly step: string; readonly entry?: string },
  { by }: By,
): Outcome {
  const found = openRun(state, input.run);
  if (!found.ok) return found;
  const live = liveRunbookAnswers(found.value, input.step);
  const target = input.entry === undefined ? live.at(-1) : live.find((answer) => answer.entry === input.entry);
  if (!target) return refuse({ code: 'nothing-to-undo' });
  const undone = fact(found.value, input.runbook, by, { type: 'runbook-step.undone', payload: { step: input.step } });
  return ok([{ ...undone, corrects: target.entry }]);
}

/** Ends a run. */
export function closeRunbook(
  state: RunbookRunsState,
  input: { readonly run: string; readonly runbook: Runbook; readonly outcome: 'finished' | 'not-needed' },
  { by }: By,
): Outcome {
  const found = openRun(state, input.run);
  if (!found.ok) return found;
  return ok([fact(found.value, input.runbook, by, { type: 'runbook.closed', payload: { outcome: input.outcome } })]);
}

/** Whether a step comes back by its clock. */
function repeats({ timer }: RunbookStep): boolean {
  return timer !== undefined && ('every' in timer || 'atClock' in timer);
}

/** Which answer of a step this is: a further one only where a loop has come back and waits for it. */
function passNow(run: RunbookRun, runbook: Runbook, step: string): number {
  return waitsAtPass(runbook, pathAnswers(run), step) ?? 1;
}

function openRun(state: RunbookRunsState, id: string): Result<RunbookRun, RunbookRefusal> {
  const run = state.runs[id];
  if (!run) return refuse({ code: 'unknown-run' });
  return run.closed ? refuse({ code: 'run-closed' }) : ok(run);
}

type Fact = Pick<Extract<NewEntry, { type: `runbook${string}` }>, 'type' | 'payload'>;

function fact(run: RunbookRun, { id, version }: Runbook, by: string, what: Fact): NewEntry {
  return { book: run.outage, subject: run.id, by, content: { id, version }, ...what } as NewEntry;
}
