import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FilledScore } from '../../../../domain/form/filled-form';
import type { Finding } from '../../../../domain/form/form';
import type { BoardPatient } from '../../../../domain/patient/board';
import { formOf } from '../../../../app/library';
import { useBoxState } from '../../../box/box-context';
import { Icon } from '../../../components/icon/icon';
import { goTo } from '../../../route/route';
import { useScreens } from '../../../route/screens-context';
import { clockOf } from '../../../strings/time-words';
import { earlyWarning } from '../../patients/clinical-readings';
import styles from './fill.module.css';

/** A score as large as its meaning. Without a part there is no number: a sum that lacks one looks like a well patient. */
export function ScoreCard({
  score,
  patient,
  calculating,
  onMissing,
}: {
  readonly score: FilledScore;
  readonly patient: BoardPatient | undefined;
  readonly calculating: boolean;
  readonly onMissing: (finding: Finding) => void;
}) {
  const { t } = useTranslation('forms');
  const screens = useScreens();
  const forms = useBoxState((state) => state.world.forms);
  const library = useBoxState((state) => state.library);
  const before =
    patient && /news/i.test(score.item.text)
      ? earlyWarning(
          patient,
          [...forms.bySerial.values()].filter((form) => form.patient === patient.id),
          (id, version) => formOf(library, id, version),
        )
      : undefined;
  const level = score.band?.level ?? 'none';
  return (
    <section
      className={styles.score}
      data-level={level}
      aria-label={score.item.text}
      aria-busy={calculating || undefined}
    >
      <p className={styles.scoreName}>{score.item.text}</p>
      <p className={styles.scoreValue} aria-live="polite">
        {score.value ?? '–'}
      </p>
      {score.band && <p className={styles.band}>{score.band.text}</p>}
      {score.missing.length > 0 && (
        <div>
          <p className={styles.scoreName}>
            {t('score.missing', { missing: score.missing.length, parts: score.parts })}
          </p>
          <ul className={styles.missing}>
            {score.missing.map((part) => (
              <li key={part.linkId}>
                <button
                  type="button"
                  onClick={() =>
                    onMissing({
                      linkId: part.linkId,
                      path: part.path,
                      code: 'required',
                      severity: 'error',
                      message: '',
                    })
                  }
                >
                  {part.label}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {before && (
        <p className={styles.scoreName}>
          {t(before.from === 'here' ? 'score.before' : 'score.beforeEhr', {
            value: before.text,
            time: before.at ? clockOf(before.at) : '',
          })}
        </p>
      )}
      {level === 'critical' && screens.of('contacts') && (
        <Button
          fullWidth
          variant="filled"
          color="critical"
          leftSection={<Icon name="phone" />}
          onClick={() => goTo('contacts')}
        >
          {t('score.call')}
        </Button>
      )}
    </section>
  );
}
