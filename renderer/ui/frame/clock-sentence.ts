import type { TFunction } from 'i18next';
import type { Instant } from '../../domain/basics/time';
import type { SeenClockChange } from '../../domain/workstation/clock-changes';
import type { TimeWords } from '../strings/time-words';

/** What the clock of a PC did, in one sentence. */
export function clockSentence(t: TFunction<'frame'>, words: TimeWords, change: SeenClockChange, now: Instant): string {
  const told = {
    by: words.duration(change.byMs),
    was: words.moment(change.was, now),
    is: words.moment(change.is, now),
  };
  const sentence =
    change.kind === 'daylight-saving'
      ? t(change.byMs < 0 ? 'clock.summerEnds' : 'clock.summerBegins', told)
      : t(`clock.${change.kind}`, told);
  return change.atLeast === true ? `${sentence} ${t('clock.atLeast')}` : sentence;
}
