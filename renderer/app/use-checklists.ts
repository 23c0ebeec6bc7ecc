import { type Result, refuse } from '../domain/basics/result';
import { type Instant, toEpochMs } from '../domain/basics/time';
import type { Checklist } from '../domain/checklist/checklist';
import {
  type ChecklistRefusal,
  completeStep,
  markNotApplicable,
  startRun,
  undoStep,
} from '../domain/checklist/commands';
import type { RunTimes } from '../domain/checklist/due-times';
import { viewRun, type RunView } from '../domain/checklist/run-view';
import { runId } from '../domain/checklist/run';
import type { Entry } from '../domain/ledger/entry';
import { outageById } from '../domain/outage/projection';
import { wardSince } from '../domain/outage/phases';
import type { Core } from './core';

type Outcome = Promise<Result<readonly Entry[], ChecklistRefusal>>;

/** Names a round of a step of one role card on one ward. */
export interface StepRef {
  readonly outage: string;
  readonly ward: string;
  readonly checklist: string;
  readonly step: string;
  readonly round: number;
}

/** Role cards. Needs no sign-in: a name is asked for only where evidence asks for it. */
export interface ChecklistUse {
  start(input: { readonly outage: string; readonly ward: string; readonly checklist: string }): Outcome;
  complete(input: StepRef & { readonly evidence?: string }): Outcome;
  markNotApplicable(input: StepRef & { readonly reason: string }): Outcome;
  /** Takes back the last answer of the round, or the entry named. */
  undo(input: StepRef & { readonly entry?: string }): Outcome;
  /** The card at a moment; undefined before it was started on this ward. */
  view(input: {
    readonly outage: string;
    readonly ward: string;
    readonly checklist: string;
    readonly now: string;
  }): RunView | undefined;
}

/** IANA zone of this PC's clock. */
const zone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/**
 * Screens cut their clock to the minute: what was declared within this minute would still lie ahead, and its first
 * steps would not be open yet.
 */
function notBefore(now: Instant, marks: readonly (Instant | undefined)[]): Instant {
  const ahead = (mark: Instant): number => toEpochMs(mark) - toEpochMs(now);
  return marks.reduce<Instant>(
    (at, mark) => (mark !== undefined && ahead(mark) > 0 && ahead(mark) < 60_000 ? mark : at),
    now,
  );
}

/** Makes the use-cases of role cards. */
export function createChecklistUse(core: Core): ChecklistUse {
  const cardOf = (id: string): Checklist | undefined =>
    core.state.get().library.checklists.find((card) => card.id === id);

  const timesOf = (outage: string, ward: string): RunTimes | undefined => {
    const event = outageById(core.state.get().world.outages, outage);
    if (!event) return undefined;
    return {
      start: wardSince(event, ward) ?? event.since,
      ...(event.until === undefined ? {} : { end: event.until }),
      zone: zone(),
    };
  };

  const withCard = (
    ref: StepRef,
    then: (input: { run: string; checklist: Checklist; step: string; round: number; times: RunTimes }) => Outcome,
  ): Outcome => {
    const checklist = cardOf(ref.checklist);
    const times = timesOf(ref.outage, ref.ward);
    if (!checklist || !times) return Promise.resolve(refuse({ code: 'unknown-run' } as const));
    return then({
      run: runId(ref.outage, ref.ward, ref.checklist),
      checklist,
      step: ref.step,
      round: ref.round,
      times,
    });
  };

  return {
    async start({ outage, ward, checklist: id }) {
      const checklist = cardOf(id);
      const times = timesOf(outage, ward);
      if (!checklist || !times) return refuse({ code: 'unknown-run' } as const);
      return core.run((world, context) =>
        startRun(world.runs, { outage, ward, checklist, startedAt: times.start }, context),
      );
    },
    complete: ({ evidence, ...ref }) =>
      withCard(ref, (input) =>
        core.run((world, context) =>
          completeStep(world.runs, { ...input, ...(evidence === undefined ? {} : { evidence }) }, context),
        ),
      ),
    markNotApplicable: ({ reason, ...ref }) =>
      withCard(ref, (input) =>
        core.run((world, context) => markNotApplicable(world.runs, { ...input, reason }, context)),
      ),
    undo: ({ entry, ...ref }) =>
      withCard(ref, (input) =>
        core.run((world, context) =>
          undoStep(world.runs, { ...input, ...(entry === undefined ? {} : { entry }) }, context),
        ),
      ),
    view({ outage, ward, checklist: id, now }) {
      const { world } = core.state.get();
      const event = outageById(world.outages, outage);
      const checklist = cardOf(id);
      const run = world.runs.runs[runId(outage, ward, id)];
      const times = timesOf(outage, ward);
      if (!event || !checklist || !run || !times) return undefined;
      return viewRun(run, checklist, { times, kind: event.kind, now: notBefore(now, [times.start, times.end]) });
    },
  };
}
