import type { TFunction } from 'i18next';
import { toEpochMs, type Instant } from '../../../domain/basics/time';
import type { Runbook, RunbookSetting, RunbookStep } from '../../../domain/runbook/runbook';
import { settingMinutes } from '../../../domain/runbook/timers';

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
  if ('due' in timer) return t('timer.within', { time: said(timer.due) });
  const every = t('timer.every', { time: said(timer.every) });
  if (timer.times === undefined || timer.later === undefined) return every;
  return t('timer.then', { first: every, times: timer.times, time: said(timer.later) });
}

/** When a step with a due time is due, counted from the start of the run. */
export function dueAt(runbook: Runbook, step: RunbookStep, openedAt: Instant): Instant | undefined {
  const { timer } = step;
  if (!timer || !('due' in timer)) return undefined;
  const minutes = settingMinutes(runbook, timer.due);
  return minutes === undefined ? undefined : new Date(toEpochMs(openedAt) + minutes * 60_000).toISOString();
}
