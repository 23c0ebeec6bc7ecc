import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contact } from '../../../app/library';
import { useBoxState } from '../../box/box-context';
import { Banner } from '../../components/banner/banner';
import { Card } from '../../components/card/card';
import { EmptyState } from '../../components/empty-state/empty-state';
import { PageTitle } from '../../components/page-title/page-title';
import { Page, Stack } from '../../components/page/page';
import { SectionNav } from '../../components/section-nav/section-nav';
import { TextField } from '../../components/text-field/text-field';
import type { ScreenProps } from '../../route/screens-context';
import { groupContacts } from './contact-groups';
import { ContactTable } from './contact-table';
import { findContacts } from './find-contacts';
import styles from './contacts.module.css';

const ALL = 'all';

/** Whom to call, by group; typing searches all of them at once. `rest`: one contact. */
export function ContactsScreen({ rest: [wanted] }: ScreenProps) {
  const { t } = useTranslation('contacts');
  const directory = useBoxState((state) => state.library.directory);
  const groups = groupContacts(directory.contacts);
  const home = groups.find((group) => group.contacts.some((contact) => contact.id === wanted)) ?? groups[0];
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
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
  const typed = search.trim() !== '';
  const current = typed ? ALL : (chosen ?? home?.title ?? ALL);
  const found = findContacts(directory.contacts, search);
  const shown = current === ALL ? groupContacts(found) : groups.filter((group) => group.title === current);
  const nameOf = (title: string): string => (title === '' ? t('group.other') : title);
  const item = (id: string, label: string, contacts: readonly Contact[]) => ({
    id,
    label,
    icon: 'phone' as const,
    state: t('group.state'),
    count: String(contacts.length),
  });
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
      <div className={styles.columns}>
        <Card>
          <SectionNav
            dense
            label={t('group.label')}
            items={[
              ...groups.map(({ title, contacts }) => item(title, nameOf(title), contacts)),
              item(ALL, t('group.all'), directory.contacts),
            ]}
            current={current}
            onChoose={(id) => {
              setSearch('');
              setChosen(id);
            }}
          />
        </Card>
        <Stack gap={3}>
          {typed && (
            <p role="status" className="visually-hidden">
              {t('found', { count: found.length })}
            </p>
          )}
          {found.length === 0 ? (
            <EmptyState icon="search" title={t('nothing.title')}>
              {t('nothing.text')}
            </EmptyState>
          ) : (
            shown.map(({ title, contacts }) => (
              <section key={title} aria-label={nameOf(title)}>
                <h2 className={styles.head}>{nameOf(title)}</h2>
                <ContactTable contacts={contacts} highlighted={wanted} />
              </section>
            ))
          )}
        </Stack>
      </div>
    </Page>
  );
}
