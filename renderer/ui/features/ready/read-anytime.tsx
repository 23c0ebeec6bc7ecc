import { useTranslation } from 'react-i18next';
import { useBoxState } from '../../box/box-context';
import { Card } from '../../components/card/card';
import { hrefTo } from '../../route/route';
import styles from './ready.module.css';

const SHOWN = 5;

/** The first role cards, readable by anyone before anything happens. */
export function ReadAnytime() {
  const { t } = useTranslation('ready');
  const checklists = useBoxState((state) => state.library.checklists).slice(0, SHOWN);
  if (checklists.length === 0) return null;
  return (
    <Card title={t('read.title')}>
      <ul className={styles.lines}>
        {checklists.map((card) => (
          <li key={card.id} className={styles.line}>
            <a href={hrefTo('tasks', card.id)}>{card.title}</a>
            <span className={styles.quiet}>{t(`read.${card.status}`, { version: card.version })}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
