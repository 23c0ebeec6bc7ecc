import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { absentReasonOf } from '../../../../domain/form/answer-values';
import { Icon } from '../../../components/icon/icon';
import styles from './questions.module.css';

/** "Not known", "Not done: …" in place of a value, and the way back. */
export function AbsentAnswer({
  label,
  reason,
  onChange,
}: {
  readonly label: string;
  readonly reason: NonNullable<ReturnType<typeof absentReasonOf>>;
  readonly onChange: () => void;
}) {
  const { t } = useTranslation('forms');
  const words = t(reason.reason === 'not-performed' ? 'absent.notDone' : 'absent.notKnown');
  return (
    <div className={styles.absent}>
      <span className={styles.calculatedLabel}>{label}</span>
      <span className={styles.absentWords}>
        <Icon name="notApplicable" size={20} />
        <b>{reason.note === undefined ? words : `${words}: ${reason.note}`}</b>
        <Button size="sm" onClick={onChange}>
          {t('absent.change')}
        </Button>
      </span>
    </div>
  );
}
