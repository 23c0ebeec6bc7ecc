import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findForms } from '../../../../domain/form/find-forms';
import { useBoxState } from '../../../box/box-context';
import { Card } from '../../../components/card/card';
import { EmptyState } from '../../../components/empty-state/empty-state';
import { PageTitle } from '../../../components/page-title/page-title';
import { Page } from '../../../components/page/page';
import { goTo } from '../../../route/route';
import { FindFormBox } from '../find/find-form-box';
import { FormLibrary, focusFirstForm } from './form-library';
import { FormRecords } from './form-records';
import { newestForms } from './newest-forms';

/** Forms: which I began, which there are, which are signed. */
export function FormsPage() {
  const { t } = useTranslation('forms');
  const library = useBoxState((state) => state.library.forms);
  const forms = useMemo(() => newestForms(library), [library]);
  const [query, setQuery] = useState('');
  const shown = useMemo(() => findForms(forms, query), [forms, query]);
  const [first] = shown;
  return (
    <Page>
      <PageTitle
        lead={t('list.lead')}
        actions={
          <FindFormBox
            value={query}
            onChange={setQuery}
            onEnter={() => query.trim() !== '' && first && goTo('forms', [first.id])}
            onDown={focusFirstForm}
          />
        }
      >
        {t('list.title')}
      </PageTitle>
      <FormRecords>
        <Card title={t('list.library')}>
          {forms.length === 0 ? (
            <EmptyState icon="form" title={t('list.noForms')}>
              {t('list.noFormsText')}
            </EmptyState>
          ) : shown.length === 0 ? (
            <EmptyState icon="search" title={t('find.noneTitle')}>
              {t('find.noneText')}
            </EmptyState>
          ) : (
            <FormLibrary forms={shown} />
          )}
        </Card>
      </FormRecords>
    </Page>
  );
}
