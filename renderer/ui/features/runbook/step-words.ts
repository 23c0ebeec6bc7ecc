import type { TFunction } from 'i18next';
import type { Instant } from '../../../domain/basics/time';
import { findRunbookStep } from '../../../domain/runbook/path';
import { liveRunbookAnswers, type RunbookRun } from '../../../domain/runbook/run';
import {
  stepsOf,
  type Runbook,
  type RunbookSetting,
  type RunbookStep,
  type TimerBase,
} from '../../../domain/runbook/runbook';
import { stepDueMs, type TimerStarts } from '../../../domain/runbook/timers';
import { wardInstant } from '../../box/ward-instant';

/** `48 h`, `30 min`, `20 %`, `2`. */
export function settingText({ value, unit }: RunbookSetting, t: TFunction<'runbook'>): string {
  return unit === 'count' ? String(value) : t(`unit.${unit}`, { value });
}

/** When a step is due, in words with the site's number: "within 10 min", "every 15 min, 2 times, then every 60 min". */
export function timerText(runbook: Runbook, step: RunbookStep, t: TFunction<'runbook'>): string | undefined {
  const said = (id: string): string => {
    const setting = runbook.settings.find((one) => one.id === id);
    return setting ? settingText(setting, t) : id;
  };
  const { timer } = step;
  if (!timer) return undefined;
  if ('now' in timer) return t('timer.now');
  if ('when' in timer) return timer.when;
  if ('atClock' in timer) return t('timer.daily', { time: timer.atClock });
  const within = ({ from, after }: TimerBase, id: string): string => {
    const number = stepsOf(runbook).find((one) => one.step.id === after)?.step.number;
    if (from === 'outage') return t('timer.outage', { time: said(id) });
    return number === undefined ? t('timer.within', { time: said(id) }) : t('timer.after', { time: said(id), number });
  };
  if ('due' in timer) return within(timer, timer.due);
  const then = (first: string): string =>
    timer.later === undefined ? first : t('timer.once', { first, time: said(timer.later) });
  if ('before' in timer) return then(t('timer.before', { time: said(timer.before) }));
  const every = t('timer.every', { time: said(timer.every) });
  if (timer.times === undefined || timer.later === undefined) return every;
  if (timer.times === 1) return then(within(timer, timer.every));
  return t('timer.then', { first: every, times: timer.times, time: said(timer.later) });
}

/** The round of a repeated step to do now; undefined for a step that is done once. */
export function roundNow(step: RunbookStep, run: RunbookRun): number | undefined {
  if (!step.timer || !('every' in step.timer || 'atClock' in step.timer)) return undefined;
  return Math.max(0, ...liveRunbookAnswers(run, step.id).map(({ round }) => round)) + 1;
}

/** When a step, or its next round, is due in this use; undefined while what it counts from has not happened. */
export function dueAt(
  runbook: Runbook,
  step: RunbookStep,
  run: RunbookRun,
  starts: TimerStarts,
  now: Instant,
): Instant | undefined {
  if (!step.timer || !('due' in step.timer || 'every' in step.timer)) return undefined;
  const ms = stepDueMs(runbook, run, step.id, roundNow(step, run) ?? 1, {}, starts);
  return ms === undefined ? undefined : wardInstant(ms, now);
}

/** The number of the step whose tick a time waits for; undefined when nothing is waited for. */
export function waitsForStep(runbook: Runbook, step: RunbookStep, run: RunbookRun): number | undefined {
  const { timer } = step;
  if (!timer || !('due' in timer || 'every' in timer) || timer.after === undefined) return undefined;
  if (liveRunbookAnswers(run, timer.after).length > 0) return undefined;
  return findRunbookStep(runbook, timer.after)?.step.number;
}

/** Where a way leads: `step 45`, with the letter of the part when it is another one. */
export function placeText(runbook: Runbook, from: RunbookStep, to: string, t: TFunction<'runbook'>): string {
  const found = findRunbookStep(runbook, to);
  if (!found) return to;
  const { number } = found.step;
  const here = findRunbookStep(runbook, from.id)?.block.id;
  if (found.block.id === here) return t('jump.step', { number });
  return t(/^[A-Z]$/.test(found.block.id) ? 'jump.stepInPart' : 'jump.stepElsewhere', {
    number,
    part: /^[A-Z]$/.test(found.block.id) ? found.block.id : found.block.title,
  });
}

/** "then step 57": said where a step does not go on to the line below it. */
export function jumpText(runbook: Runbook, step: RunbookStep, t: TFunction<'runbook'>): string | undefined {
  if (step.kind === 'decide' || step.next === undefined) return undefined;
  if (step.next === 'end') return t('jump.end');
  return t('jump.then', { place: placeText(runbook, step, step.next, t) });
}
