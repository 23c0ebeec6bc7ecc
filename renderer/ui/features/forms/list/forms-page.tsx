import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { aboutWhom } from '../../../../domain/form/about-whom';
import { useBoxState } from '../../../box/box-context';
import { Card } from '../../../components/card/card';
import { EmptyState } from '../../../components/empty-state/empty-state';
import { Icon } from '../../../components/icon/icon';
import { PageTitle } from '../../../components/page-title/page-title';
import { Columns, Page } from '../../../components/page/page';
import { hrefTo } from '../../../route/route';
import { FormRecords } from './form-records';
import styles from './list.module.css';
import { newestForms } from './newest-forms';

/** Forms: which there are, which I began, which are signed. */
export function FormsPage() {
  const { t } = useTranslation('forms');
  const library = useBoxState((state) => state.library.forms);
  const forms = useMemo(() => newestForms(library).filter((form) => aboutWhom(form) === 'patient'), [library]);
  return (
    <Page>
      <PageTitle lead={t('list.lead')}>{t('list.title')}</PageTitle>
      <Columns kind="narrow-wide">
        <Card title={t('list.library')}>
          {forms.length === 0 ? (
            <EmptyState icon="form" title={t('list.noForms')}>
              {t('list.noFormsText')}
            </EmptyState>
          ) : (
            <ul className={styles.library}>
              {forms.map((form) => (
                <li key={form.id}>
                  <a className={styles.form} href={hrefTo('forms', form.id)}>
                    <span className={styles.id}>{form.id}</span>
                    <span className={styles.words}>
                      <b>{form.title}</b>
                      <span className={styles.quiet}>
                        {t(form.status === 'active' ? 'list.version' : 'list.draftVersion', { version: form.version })}
                      </span>
                    </span>
                    <Icon name="next" size={20} />
                  </a>
                </li>
              ))}
            </ul>
          )}
        </Card>
        <FormRecords />
      </Columns>
    </Page>
  );
}
