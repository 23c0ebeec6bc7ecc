import { toEpochMs, type Instant } from '../basics/time';
import type { OutageKind } from '../outage/entries';
import type { Checklist, ChecklistPhase, PhaseId } from './checklist';
import type { RunTimes } from './due-times';
import { phaseOpensAtMs } from './due-times';
import { isAfterEnd, phaseRule } from './phases';
import type { RunState } from './run';
import { viewStep, type StepView } from './step-view';
import { instantIn } from '../basics/zoned-time';

/** Where a phase stands: `past` was overtaken by the all-clear, `outside` belongs to no running outage. */
export type PhaseStatus = 'outside' | 'waiting' | 'open' | 'complete' | 'past';

/** A phase with its steps, as the left side of the page shows it. */
export interface PhaseView {
  readonly id: PhaseId;
  readonly title: string;
  readonly status: PhaseStatus;
  readonly opensAt?: Instant;
  /** Steps answered (rounds: up to date) of all. */
  readonly done: number;
  readonly total: number;
  readonly late: number;
  readonly steps: readonly StepView[];
}

/** A run at one moment: everything on the page is read from here. */
export interface RunView {
  readonly run: string;
  readonly checklist: string;
  readonly phases: readonly PhaseView[];
  readonly late: number;
}

/** Shows a run at `now`. Pure arithmetic over start instants: a restart or a clock change moves nothing. */
export function viewRun(
  run: RunState,
  checklist: Checklist,
  context: { readonly times: RunTimes; readonly kind: OutageKind; readonly now: Instant },
): RunView {
  // A run exists, so its outage has begun: a clock set back to before the start must not send its steps back to waiting.
  const startMs = context.kind === 'planned' ? Number.NEGATIVE_INFINITY : toEpochMs(context.times.start);
  const nowMs = Math.max(startMs, toEpochMs(context.now));
  const phases = checklist.phases.map((phase) => viewPhase(run, phase, { ...context, nowMs }));
  return { run: run.id, checklist: checklist.id, phases, late: phases.reduce((sum, phase) => sum + phase.late, 0) };
}

interface At {
  readonly times: RunTimes;
  readonly kind: OutageKind;
  readonly nowMs: number;
}

function viewPhase(run: RunState, phase: ChecklistPhase, at: At): PhaseView {
  const opensMs = phaseOpensAtMs(phase.id, at.times);
  const reached = phaseStatus(phase.id, opensMs, at);
  const steps = phase.steps.map((step) =>
    viewStep(run, step, {
      phase: phase.id,
      asked: reached === 'open',
      over: reached === 'past',
      times: at.times,
      nowMs: at.nowMs,
    }),
  );
  const done = steps.filter((step) => step.settled).length;
  const repeats = steps.some((step) => step.repeated);
  const complete = reached === 'open' && steps.length > 0 && done === steps.length && !repeats;
  return {
    id: phase.id,
    title: phaseRule(phase.id).title,
    status: complete ? 'complete' : reached,
    ...(opensMs === undefined ? {} : { opensAt: instantIn(at.times.zone, opensMs) }),
    done,
    total: steps.length,
    late: steps.filter((step) => step.overdueMs > 0).length,
    steps,
  };
}

function phaseStatus(
  phase: PhaseId,
  opensMs: number | undefined,
  { kind, times, nowMs }: At,
): Exclude<PhaseStatus, 'complete'> {
  if (phase === 'readiness') return 'outside';
  // A planned countdown is over once the outage has begun; an unplanned outage never had one.
  if (phase === 'planned') return kind !== 'planned' ? 'outside' : nowMs < toEpochMs(times.start) ? 'open' : 'past';
  if (opensMs === undefined || nowMs < opensMs) return 'waiting';
  return times.end !== undefined && !isAfterEnd(phase) ? 'past' : 'open';
}

/** Steps that are asked for now, in the order of the card. */
export function openSteps(view: RunView): readonly StepView[] {
  return view.phases.flatMap((phase) =>
    phase.status === 'open' ? phase.steps.filter((step) => step.state === 'open') : [],
  );
}

/** Steps past their time, the longest late first. */
export function lateSteps(view: RunView): readonly StepView[] {
  return openSteps(view)
    .filter((step) => step.overdueMs > 0)
    .toSorted((a, b) => b.overdueMs - a.overdueMs);
}

/** The step whose time comes next; steps already late are in `lateSteps`. */
export function nextDue(view: RunView): StepView | undefined {
  const coming = view.phases
    .flatMap((phase) => (phase.status === 'outside' || phase.status === 'past' ? [] : phase.steps))
    .filter(
      (step) => (step.state === 'open' || step.state === 'waiting') && step.dueAt !== undefined && step.overdueMs === 0,
    );
  return coming.toSorted((a, b) => (a.dueMs ?? 0) - (b.dueMs ?? 0))[0];
}

/** Where to go on after an interruption: the first open step of the card. */
export function resumeAt(view: RunView): StepView | undefined {
  return openSteps(view)[0];
}
