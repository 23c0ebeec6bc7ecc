import { useTranslation } from 'react-i18next';
import { Icon } from '../icon/icon';
import styles from './saved-line.module.css';

/** When the last write was acknowledged and by how many copies: the only thing that may say "saved". */
export function SavedLine({ time, copies }: { readonly time: string | null; readonly copies: 'two' | 'one' }) {
  const { t } = useTranslation('components');
  const warn = time !== null && copies === 'one';
  return (
    <p className={styles.line} data-warn={warn || undefined}>
      <Icon name={warn ? 'warning' : 'saved'} size={20} />
      <span>
        {time === null
          ? t('saved.never')
          : `${t('saved.at', { time })} ${t(copies === 'two' ? 'saved.both' : 'saved.one')}`}
      </span>
    </p>
  );
}
