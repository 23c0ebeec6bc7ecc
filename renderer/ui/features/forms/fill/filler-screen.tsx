import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/empty-state/empty-state';
import { PageTitle } from '../../../components/page-title/page-title';
import { Page } from '../../../components/page/page';
import { hrefTo } from '../../../route/route';
import { useSentences } from '../../../strings/use-sentences';
import { FillerPage } from './filler-page';
import { type OpenInput, useFormSession } from './use-form-session';

/** Opens a form and shows it, or says why it does not open and where to go. */
export function FillerScreen({ input }: { readonly input: OpenInput }) {
  const { t } = useTranslation('forms');
  const { refusal } = useSentences();
  const opened = useFormSession(input);
  if (opened.stage === 'open') return <FillerPage session={opened.session} />;
  if (opened.stage === 'opening') return null;
  return (
    <Page>
      <PageTitle>{t('list.title')}</PageTitle>
      <EmptyState icon="form" title={t('fill.notOpened')} action={<a href={hrefTo('forms')}>{t('fill.toForms')}</a>}>
        {refusal(opened.refusal)}
      </EmptyState>
    </Page>
  );
}
