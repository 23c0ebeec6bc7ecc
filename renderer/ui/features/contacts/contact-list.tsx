import { useTranslation } from 'react-i18next';
import type { Contact } from '../../../app/library';
import { Icon } from '../../components/icon/icon';
import styles from './contacts.module.css';

/** Numbers as cards: role, number, the other way, where, and whether it works without network. */
export function ContactList({
  contacts,
  highlighted,
}: {
  readonly contacts: readonly Contact[];
  readonly highlighted?: string | undefined;
}) {
  const { t } = useTranslation('contacts');
  return (
    <ul className={styles.grid}>
      {contacts.map((contact) => (
        <li key={contact.id} className={styles.card} data-current={contact.id === highlighted || undefined}>
          <p className={styles.role}>{contact.role}</p>
          <p className={styles.phone}>{contact.phone}</p>
          <p className={styles.more}>{t('alternative', { way: contact.alternative })}</p>
          <p className={styles.more}>{contact.location}</p>
          <p className={styles.network}>
            <Icon name={contact.worksWithoutNetwork ? 'done' : 'network'} size={20} />
            {t(contact.worksWithoutNetwork ? 'withoutNetwork' : 'needsNetwork')}
          </p>
          {contact.note && <p className={styles.note}>{contact.note}</p>}
        </li>
      ))}
    </ul>
  );
}
