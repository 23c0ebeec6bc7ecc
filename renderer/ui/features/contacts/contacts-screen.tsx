import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoxState } from '../../box/box-context';
import { Banner } from '../../components/banner/banner';
import { EmptyState } from '../../components/empty-state/empty-state';
import { PageTitle } from '../../components/page-title/page-title';
import { Page } from '../../components/page/page';
import { TextField } from '../../components/text-field/text-field';
import type { ScreenProps } from '../../route/screens-context';
import { ContactList } from './contact-list';
import { findContacts } from './find-contacts';
import styles from './contacts.module.css';

/** Whom to call, numbers large enough to read with a phone in hand. `rest`: one contact. */
export function ContactsScreen({ rest: [wanted] }: ScreenProps) {
  const { t } = useTranslation('contacts');
  const directory = useBoxState((state) => state.library.directory);
  const [search, setSearch] = useState('');
  if (directory.contacts.length === 0) {
    return (
      <Page>
        <PageTitle>{t('title')}</PageTitle>
        <EmptyState icon="phone" title={t('none.title')}>
          {t('none.text')}
        </EmptyState>
      </Page>
    );
  }
  const found = findContacts(directory.contacts, search);
  const first = wanted === undefined ? [] : found.filter((contact) => contact.id === wanted);
  const shown = [...first, ...found.filter((contact) => !first.includes(contact))];
  return (
    <Page>
      <PageTitle
        lead={t('lead', { count: directory.contacts.length, version: directory.version })}
        actions={
          <div className={styles.search}>
            <TextField label={t('search')} value={search} onChange={setSearch} />
          </div>
        }
      >
        {t('title')}
      </PageTitle>
      {directory.sample && (
        <Banner tone="warning">
          <b>{directory.notice}</b>
        </Banner>
      )}
      {shown.length === 0 ? (
        <EmptyState icon="search" title={t('nothing.title')}>
          {t('nothing.text')}
        </EmptyState>
      ) : (
        <ContactList contacts={shown} highlighted={wanted} />
      )}
    </Page>
  );
}
