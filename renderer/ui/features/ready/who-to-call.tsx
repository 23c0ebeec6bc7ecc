import { useTranslation } from 'react-i18next';
import { useBoxState } from '../../box/box-context';
import { Card } from '../../components/card/card';
import { hrefTo } from '../../route/route';
import styles from './ready.module.css';

const SHOWN = 5;

/** The first numbers of the directory, its owner's order; a sample directory says that it is one. */
export function WhoToCall() {
  const { t } = useTranslation('ready');
  const directory = useBoxState((state) => state.library.directory);
  if (directory.contacts.length === 0) return null;
  return (
    <Card
      title={t('call.title')}
      aside={<a href={hrefTo('contacts')}>{t('call.all', { count: directory.contacts.length })}</a>}
    >
      {directory.sample && <p className={styles.sample}>{directory.notice}</p>}
      <dl className={styles.lines}>
        {directory.contacts.slice(0, SHOWN).map((contact) => (
          <div key={contact.id} className={styles.line}>
            <dt>{contact.role}</dt>
            <dd className={styles.phone}>{contact.phone}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
