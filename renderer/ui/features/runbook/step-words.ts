import type { TFunction } from 'i18next';
import type { Instant } from '../../../domain/basics/time';
import type { RunbookRun } from '../../../domain/runbook/run';
import {
  stepsOf,
  type Runbook,
  type RunbookSetting,
  type RunbookStep,
  type TimerBase,
} from '../../../domain/runbook/runbook';
import { stepDueMs, type TimerStarts } from '../../../domain/runbook/timers';

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

/** When a step with a due time is due in this use; undefined while what it counts from has not happened. */
export function dueAt(runbook: Runbook, step: RunbookStep, run: RunbookRun, starts: TimerStarts): Instant | undefined {
  if (!step.timer || !('due' in step.timer)) return undefined;
  const ms = stepDueMs(runbook, run, step.id, 1, {}, starts);
  return ms === undefined ? undefined : new Date(ms).toISOString();
}
