import { useTranslation } from 'react-i18next';
import { PortFailure } from '../../../../app/ports';
import { Icon } from '../../../components/icon/icon';
import { clockWithSeconds } from '../../../strings/time-words';
import { useSentences } from '../../../strings/use-sentences';
import styles from './fill.module.css';
import { useFiller, useLive } from './filler-context';

/** When the draft was last safe on this PC; a failure stays in sight until a later save went well. */
export function DraftLine() {
  const { t } = useTranslation('forms');
  const { failure } = useSentences();
  const { session } = useFiller();
  const { savedAt, saveFailure } = useLive(session.live);
  if (saveFailure) {
    return (
      <p className={styles.saved} data-failed role="alert">
        <Icon name="warning" size={20} />
        <span>
          {t('fill.notSaved')} {failure(new PortFailure(saveFailure, 'draft'))}
        </span>
      </p>
    );
  }
  return (
    <p className={styles.saved}>
      <Icon name="saved" size={20} />
      <span>{savedAt === null ? t('fill.nothingSaved') : t('fill.saved', { time: clockWithSeconds(savedAt) })}</span>
    </p>
  );
}
