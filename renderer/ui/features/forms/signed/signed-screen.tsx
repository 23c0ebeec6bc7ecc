import { useTranslation } from 'react-i18next';
import { formOf } from '../../../../app/library';
import { useBoxState } from '../../../box/box-context';
import { EmptyState } from '../../../components/empty-state/empty-state';
import { PageTitle } from '../../../components/page-title/page-title';
import { Page } from '../../../components/page/page';
import { hrefTo } from '../../../route/route';
import { SignedPage } from './signed-page';

/** A form on the record by its serial. */
export function SignedScreen({ serial }: { readonly serial: string }) {
  const { t } = useTranslation('forms');
  const form = useBoxState((state) => state.world.forms.bySerial.get(serial));
  const definition = useBoxState((state) => form && formOf(state.library, form.form, form.version));
  if (form && definition) return <SignedPage form={form} definition={definition} />;
  return (
    <Page>
      <PageTitle>{t('list.title')}</PageTitle>
      <EmptyState icon="form" title={t('signed.unknown')} action={<a href={hrefTo('forms')}>{t('fill.toForms')}</a>}>
        {form ? t('signed.noDefinition', { form: form.form, version: form.version }) : t('signed.unknownText')}
      </EmptyState>
    </Page>
  );
}
