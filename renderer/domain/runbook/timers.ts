import { toEpochMs, type Instant } from '../basics/time';
import { findRunbookStep, pathFrom } from './path';
import {
  stepsOf,
  type Runbook,
  type RunbookPhaseId,
  type RunbookSetting,
  type RunbookStep,
  type TimerBase,
} from './runbook';
import { liveRunbookAnswers, pathAnswers, type RunbookRun } from './run';

/** A site's own numbers by setting id, over the shipped examples. */
export type SettingValues = Readonly<Record<string, number>>;

/** Phases whose times count from the opening of the runbook; every other step counts from when it was reached. */
const FROM_OPENING: readonly RunbookPhaseId[] = ['first-15', 'first-hour'];

const MINUTES: Readonly<Record<RunbookSetting['unit'], number | undefined>> = {
  min: 1,
  h: 60,
  d: 1440,
  percent: undefined,
  count: undefined,
};

/** A time setting in minutes; undefined for a count, a share or an unknown id. */
export function settingMinutes(runbook: Runbook, id: string, site: SettingValues = {}): number | undefined {
  const setting = runbook.settings.find((one) => one.id === id);
  const minutes = setting && MINUTES[setting.unit];
  return setting && minutes !== undefined ? (site[id] ?? setting.value) * minutes : undefined;
}

/** Minutes from its base to a round of a step; undefined where the step has no time or the round does not exist. */
export function timerMinutes(
  runbook: Runbook,
  { timer }: RunbookStep,
  round = 1,
  site: SettingValues = {},
): number | undefined {
  if (!timer || 'atClock' in timer || 'when' in timer) return undefined;
  if ('now' in timer) return round === 1 ? 0 : undefined;
  if ('before' in timer) {
    const before = settingMinutes(runbook, timer.before, site);
    const pace = timer.later === undefined ? undefined : settingMinutes(runbook, timer.later, site);
    if (before === undefined || round === 1) return before === undefined ? undefined : -before;
    const minutes = pace === undefined ? undefined : pace * (round - 1) - before;
    // Repeated until the start, not into the downtime itself.
    return minutes === undefined || minutes > 0 ? undefined : minutes;
  }
  if ('due' in timer) return round === 1 ? settingMinutes(runbook, timer.due, site) : undefined;
  const first = settingMinutes(runbook, timer.every, site);
  if (first === undefined) return undefined;
  if (timer.times === undefined || round <= timer.times) return first * round;
  const later = timer.later === undefined ? undefined : settingMinutes(runbook, timer.later, site);
  return later === undefined ? undefined : first * timer.times + later * (round - timer.times);
}

/** Starts a run does not know by itself. */
export interface TimerStarts {
  readonly outage?: Instant;
  readonly planned?: Instant;
}

/**
 * When a round of a step is due in a run, in epoch ms. "Return within 30 min" counts from the step before it on the
 * path, not from when the runbook was opened hours ago. Undefined while its start is not known.
 */
export function stepDueMs(
  runbook: Runbook,
  run: RunbookRun,
  stepId: string,
  round = 1,
  site: SettingValues = {},
  starts: TimerStarts = {},
): number | undefined {
  const found = stepsOf(runbook).find(({ step }) => step.id === stepId);
  const minutes = found && timerMinutes(runbook, found.step, round, site);
  if (!found || minutes === undefined) return undefined;
  const base = baseOf(runbook, run, found, starts);
  return base === undefined ? undefined : toEpochMs(base) + minutes * 60_000;
}

function baseOf(
  runbook: Runbook,
  run: RunbookRun,
  { phase, block, step }: ReturnType<typeof stepsOf>[number],
  starts: TimerStarts,
): Instant | undefined {
  const { timer } = step;
  if (timer && 'before' in timer) return starts.planned;
  const base: TimerBase = timer && ('due' in timer || 'every' in timer) ? timer : {};
  if (base.after !== undefined) return liveRunbookAnswers(run, base.after).at(-1)?.at;
  if (base.from === 'outage') return starts.outage;
  return base.from === 'opening' || FROM_OPENING.includes(phase.id)
    ? run.openedAt
    : reachedAt(runbook, run, block.id, step.id);
}

/** When the path came to a step: the last answer that leads to it; the opening where nothing does. */
function reachedAt(runbook: Runbook, run: RunbookRun, blockId: string, stepId: string): Instant {
  const { taken, current } = pathFrom(runbook, blockId, pathAnswers(run));
  const onPath = current?.id === stepId ? -1 : taken.findLastIndex(({ step }) => step.id === stepId);
  const before = (onPath < 0 ? taken : taken.slice(0, onPath)).at(-1)?.step.id ?? leaderOf(runbook, run, stepId);
  return (before === undefined ? undefined : liveRunbookAnswers(run, before).at(-1)?.at) ?? run.openedAt;
}

/** The answered decision of another block that leads here. */
function leaderOf(runbook: Runbook, run: RunbookRun, stepId: string): string | undefined {
  return liveRunbookAnswers(run).findLast(({ step, option }) => {
    const known = findRunbookStep(runbook, step)?.step;
    const goTo = known?.options?.find((one) => one.id === option)?.goTo ?? known?.next;
    return goTo === stepId;
  })?.step;
}
