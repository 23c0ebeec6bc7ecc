import { useTranslation } from 'react-i18next';
import type { Contact } from '../../../app/library';
import { Icon } from '../../components/icon/icon';
import styles from './contact-table.module.css';

/** Numbers in lines, large enough to dial from: role and place, number, the other way, what fails with the network. */
export function ContactTable({
  contacts,
  highlighted,
}: {
  readonly contacts: readonly Contact[];
  readonly highlighted: string | undefined;
}) {
  const { t } = useTranslation('contacts');
  return (
    <ul className={styles.list}>
      {contacts.map((contact) => (
        <li key={contact.id} className={styles.line} data-current={contact.id === highlighted || undefined}>
          <span className={styles.who}>
            <b>{contact.role}</b>
            <span className={styles.quiet}>
              {[contact.location, contact.note].filter((part) => part !== undefined && part !== '—').join(' · ')}
            </span>
          </span>
          <span className={styles.phone}>{contact.phone}</span>
          <span className={styles.other}>
            {contact.alternative !== '—' && <span>{t('alternative', { way: contact.alternative })}</span>}
            {!contact.worksWithoutNetwork && (
              <span className={styles.network}>
                <Icon name="network" size={18} />
                {t('needsNetwork')}
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
