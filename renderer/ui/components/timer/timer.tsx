import { useTranslation } from 'react-i18next';
import { elapsedMs, type Instant } from '../../../domain/basics/time';
import { countdown, useTimeWords } from '../../strings/time-words';
import { StatusWord } from '../status-word/status-word';

const SOON_MS = 15 * 60_000;

/** Time left until something is due, counted from the instant itself, so it survives a restart. Never read out by itself. */
export function Timer({ dueAt, now }: { readonly dueAt: Instant; readonly now: Instant }) {
  const { t } = useTranslation('components');
  const words = useTimeWords();
  const left = elapsedMs(now, dueAt);
  if (left <= 0) {
    return (
      <span role="timer" aria-live="off">
        <StatusWord tone="critical" icon="warning" boxed>
          {t('timer.overdue', { late: words.duration(left) })}
        </StatusWord>
      </span>
    );
  }
  const near = left <= SOON_MS;
  return (
    <span role="timer" aria-live="off">
      <StatusWord tone={near ? 'warning' : 'quiet'} icon="clock" boxed>
        {t('timer.dueIn', { left: near ? countdown(left) : words.duration(left) })}
      </StatusWord>
    </span>
  );
}
