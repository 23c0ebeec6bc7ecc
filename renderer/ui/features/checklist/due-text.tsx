import { useTranslation } from 'react-i18next';
import type { DueRule } from '../../../domain/checklist/checklist';
import { useTimeWords } from '../../strings/time-words';
import styles from './card-reader.module.css';

const MINUTE = 60_000;

/** When a step is due, as a rule: "+15 min", "every 1 h". */
export function DueText({ due }: { readonly due: DueRule | undefined }) {
  const { t } = useTranslation('checklist');
  const words = useTimeWords();
  if (!due) return null;
  const text =
    'every' in due
      ? t('due.every', { time: words.duration(due.every * MINUTE) })
      : 'atClock' in due
        ? t('due.daily', { time: due.atClock })
        : 'fromStart' in due
          ? t(due.fromStart < 0 ? 'due.before' : 'due.after', { time: words.duration(due.fromStart * MINUTE) })
          : t('due.phase', { time: words.duration(due.fromPhase * MINUTE) });
  return <span className={styles.due}>{text}</span>;
}
