import { durationText } from '../../../domain/outage/duration-text';
import { stepsOf, type Runbook, type RunbookStep, type TimerBase } from '../../../domain/runbook/runbook';
import { settingMinutes, timerMinutes } from '../../../domain/runbook/timers';
import { WORDS } from '../words';

/** When a step is due, in the few words its column on paper holds. */
export function timerWords(runbook: Runbook, step: RunbookStep): string {
  const { timer } = step;
  if (!timer) return '';
  if ('now' in timer) return WORDS.now;
  if ('when' in timer) return timer.when;
  if ('atClock' in timer) return WORDS.daily(timer.atClock);
  const minutes = timerMinutes(runbook, step);
  if (minutes === undefined) return '';
  const first = durationText(Math.abs(minutes) * 60_000);
  if ('due' in timer) return within(runbook, first, timer);
  const laterMinutes = timer.later === undefined ? undefined : settingMinutes(runbook, timer.later);
  const later = laterMinutes === undefined ? undefined : durationText(laterMinutes * 60_000);
  if ('before' in timer) return WORDS.andEvery(WORDS.beforeStart(first), later);
  return timer.times === 1
    ? WORDS.andEvery(within(runbook, first, timer), later)
    : WORDS.andEvery(WORDS.every(first), later);
}

function within(runbook: Runbook, duration: string, { from, after }: TimerBase): string {
  if (from === 'outage') return WORDS.ofOutage(duration);
  const number = stepsOf(runbook).find(({ step }) => step.id === after)?.step.number;
  return number === undefined ? WORDS.within(duration) : WORDS.afterStep(duration, number);
}
