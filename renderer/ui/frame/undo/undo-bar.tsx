import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/icon/icon';
import { useUndo } from './undo-context';
import styles from './undo-bar.module.css';

/** What was just done, with one button to take it back; a line runs out over the ten seconds. */
export function UndoBar() {
  const { t } = useTranslation();
  const { offer, close } = useUndo();
  return (
    <div role="status" className={styles.place}>
      {offer && (
        <div key={offer.id} className={styles.bar}>
          <Icon name="done" size={20} />
          <span className={styles.text}>{offer.text}</span>
          <button
            type="button"
            className={styles.undo}
            onClick={() => {
              offer.undo();
              close();
            }}
          >
            <Icon name="back" size={20} />
            {t('undo')}
          </button>
          <button type="button" className={styles.close} aria-label={t('close')} onClick={close}>
            <Icon name="close" size={20} />
          </button>
          <span className={styles.left} aria-hidden="true" />
        </div>
      )}
    </div>
  );
}
