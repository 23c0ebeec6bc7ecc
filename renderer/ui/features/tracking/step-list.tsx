import { useTranslation } from 'react-i18next';
import { elapsedMs } from '../../../domain/basics/time';
import { allSteps } from '../../../domain/tracking/projection';
import type { TrackedRequest } from '../../../domain/tracking/tracked-request';
import { useBoxState, useNow } from '../../box/box-context';
import { clockOf, useTimeWords } from '../../strings/time-words';
import styles from './tracking.module.css';

/** Noted this long after it happened is worth saying. */
const LATE_NOTE_MS = 60_000;

/** All that was noted about a request, true time first; what was taken back stays, struck through. */
export function StepList({
  request,
  onTakeBack,
}: {
  readonly request: TrackedRequest;
  readonly onTakeBack: (entry: string) => void;
}) {
  const { t } = useTranslation('tracking');
  const words = useTimeWords();
  const now = useNow('minute');
  const tracking = useBoxState((state) => state.world.tracking);
  const people = useBoxState((state) => state.vault?.people);
  const nameOf = (id: string): string => people?.find((one) => one.id === id)?.name ?? t('steps.somebody');
  const noted = allSteps(tracking, request.serial);
  const labelOf = (code: string): string => request.tests.find((test) => test.code === code)?.label ?? code;
  return (
    <ol className={styles.steps} aria-label={t('steps.label')}>
      <li>
        {t('steps.line', {
          time: words.moment(request.requestedAt, now),
          step: t('stage.requested'),
          who: nameOf(request.requestedBy),
        })}
      </li>
      {request.written.map((step) => (
        <li key={step.step}>
          {t('steps.written', { time: words.moment(step.occurredAt, now), step: t(`stage.${step.step}`) })}
        </li>
      ))}
      {noted.map((step) => {
        const line = t('steps.line', {
          time: words.moment(step.occurredAt, now),
          step: t(`stage.${step.step}`),
          who: nameOf(step.by),
        });
        const more = [
          step.tests?.map(labelOf).join(', '),
          step.givenBy && t('steps.givenBy', { who: step.givenBy }),
          step.reason,
          elapsedMs(step.occurredAt, step.at) > LATE_NOTE_MS && t('steps.notedAt', { time: clockOf(step.at) }),
          step.undone && t('steps.undone', { who: nameOf(step.undone.by), time: clockOf(step.undone.at) }),
        ].filter(Boolean);
        return (
          <li key={step.entry}>
            <span>
              {step.undone ? <s>{line}</s> : line}
              {more.length > 0 && <span className={styles.quiet}> · {more.join(' · ')}</span>}
            </span>
            {!step.undone && (
              <button
                type="button"
                className={styles.takeBack}
                aria-label={t('steps.takeBackOne', { step: t(`stage.${step.step}`) })}
                onClick={() => onTakeBack(step.entry)}
              >
                {t('steps.takeBack')}
              </button>
            )}
          </li>
        );
      })}
    </ol>
  );
}
