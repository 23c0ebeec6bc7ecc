import type { CommandContext } from '../basics/command-context';
import { ok, refuse, type Result } from '../basics/result';
import { toEpochMs, type Instant } from '../basics/time';
import type { NewEntry } from '../ledger/entry';
import { findStep, type Checklist, type ChecklistStep, type PhaseId } from './checklist';
import { dueAtMs, isRepeated, roundsDueBy, type RunTimes } from './due-times';
import { mayStep, type AnswerState } from './rules';
import { answerState, liveAnswers, runId, type RunsState, type RunState } from './run';

/** Why a checklist command did nothing. */
export type ChecklistRefusal =
  | { readonly code: 'ward-missing' }
  | { readonly code: 'unknown-run' }
  | { readonly code: 'unknown-step'; readonly step: string }
  | { readonly code: 'already-answered'; readonly state: AnswerState; readonly by: string; readonly at: Instant }
  | { readonly code: 'round-not-open'; readonly round: number; readonly openRound: number }
  | { readonly code: 'reason-missing' }
  | { readonly code: 'evidence-missing'; readonly evidence: ChecklistStep['evidence'] }
  | { readonly code: 'evidence-not-a-number' }
  | { readonly code: 'same-person' }
  | { readonly code: 'nothing-to-undo' };

type Outcome = Result<NewEntry[], ChecklistRefusal>;

/** Which round of which step of which run. */
export interface StepInput {
  readonly run: string;
  readonly checklist: Checklist;
  readonly step: string;
  readonly round: number;
  readonly times: RunTimes;
}

/** Opens a role card on a ward. Nothing to write when another PC of the ward opened it already. */
export function startRun(
  state: RunsState,
  input: {
    readonly outage: string;
    readonly ward: string;
    readonly checklist: Pick<Checklist, 'id' | 'version'>;
    /** The ward's start of the outage: due times count from it, however late the card is opened. */
    readonly startedAt: Instant;
  },
  { by }: Pick<CommandContext, 'by'>,
): Outcome {
  const ward = input.ward.trim();
  if (ward === '') return refuse({ code: 'ward-missing' });
  const { id, version } = input.checklist;
  const subject = runId(input.outage, ward, id);
  if (state.runs[subject]) return ok([]);
  const payload = { checklist: id, ward, startedAt: input.startedAt };
  return ok([{ book: input.outage, subject, by, type: 'run.started', payload, content: { id, version } }]);
}

/** Ticks a round of a step. */
export function completeStep(
  state: RunsState,
  input: StepInput & { readonly evidence?: string },
  { now, by }: Pick<CommandContext, 'now' | 'by'>,
): Outcome {
  const found = answerable(state, input, now);
  if (!found.ok) return found;
  const evidence = input.evidence?.trim() ?? '';
  const bad = checkEvidence(found.value.step, evidence, by);
  if (bad) return refuse(bad);
  const { step, round } = input;
  const payload = { step, round, ...(evidence === '' ? {} : { evidence }) };
  return ok([fact(found.value.run, input.checklist, by, { type: 'step.done', payload })]);
}

/** Says that a step does not apply here, and why. */
export function markNotApplicable(
  state: RunsState,
  input: StepInput & { readonly reason: string },
  { now, by }: Pick<CommandContext, 'now' | 'by'>,
): Outcome {
  const found = answerable(state, input, now);
  if (!found.ok) return found;
  const reason = input.reason.trim();
  if (reason === '') return refuse({ code: 'reason-missing' });
  const payload = { step: input.step, round: input.round, reason };
  return ok([fact(found.value.run, input.checklist, by, { type: 'step.marked-not-applicable', payload })]);
}

/** Takes back the last answer of a round, or the one named: after a conflict a person decides which. */
export function undoStep(
  state: RunsState,
  input: Omit<StepInput, 'times'> & { readonly entry?: string },
  { by }: Pick<CommandContext, 'by'>,
): Outcome {
  const run = state.runs[input.run];
  if (!run) return refuse({ code: 'unknown-run' });
  const { step, round } = input;
  const live = liveAnswers(run, step, round);
  const target = input.entry === undefined ? live.at(-1) : live.find((answer) => answer.entry === input.entry);
  if (!target || !mayStep('undo', target.state)) return refuse({ code: 'nothing-to-undo' });
  const undone = fact(run, input.checklist, by, { type: 'step.undone', payload: { step, round } });
  return ok([{ ...undone, corrects: target.entry }]);
}

/** The last round that may be answered now: the next one may be done before its time, not two ahead. */
export function lastOpenRound(step: ChecklistStep, phase: PhaseId, times: RunTimes, now: Instant): number {
  if (!isRepeated(step.due)) return 1;
  const due = roundsDueBy(step.due, phase, times, toEpochMs(now));
  const next = dueAtMs(step.due, phase, times, due + 1);
  return next === undefined ? Math.max(1, due) : due + 1;
}

function answerable(
  state: RunsState,
  { run: id, checklist, step, round, times }: StepInput,
  now: Instant,
): Result<{ run: RunState; step: ChecklistStep }, ChecklistRefusal> {
  const run = state.runs[id];
  if (!run) return refuse({ code: 'unknown-run' });
  const found = findStep(checklist, step);
  if (!found) return refuse({ code: 'unknown-step', step });
  const openRound = lastOpenRound(found.step, found.phase.id, times, now);
  if (!Number.isInteger(round) || round < 1 || round > openRound)
    return refuse({ code: 'round-not-open', round, openRound });
  const known = liveAnswers(run, step, round).at(-1);
  const current = answerState(run, step, round);
  if (known && !mayStep('complete', current)) {
    return refuse({ code: 'already-answered', state: current, by: known.by, at: known.at });
  }
  return ok({ run, step: found.step });
}

function checkEvidence(step: ChecklistStep, evidence: string, by: string): ChecklistRefusal | undefined {
  // Numbers and texts are asked for and never stop anybody: no ticket number comes from a dead phone.
  if (evidence === '')
    return step.evidence === 'two-persons' ? { code: 'evidence-missing', evidence: step.evidence } : undefined;
  if (step.evidence === 'number' && !/^-?\d+([.,]\d+)?$/.test(evidence)) return { code: 'evidence-not-a-number' };
  return step.evidence === 'two-persons' && evidence === by ? { code: 'same-person' } : undefined;
}

type Fact = Pick<Extract<NewEntry, { type: `step.${string}` }>, 'type' | 'payload'>;

function fact(run: RunState, { id, version }: Checklist, by: string, what: Fact): NewEntry {
  return { book: run.outage, subject: run.id, by, content: { id, version }, ...what } as NewEntry;
}
