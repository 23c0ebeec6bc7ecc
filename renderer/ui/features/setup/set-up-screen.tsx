import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../components/page-title/page-title';
import { Page } from '../../components/page/page';

export function SetUpScreen() {
  const { t } = useTranslation('setup');
  return (
    <Page>
      <PageTitle>{t('title')}</PageTitle>
    </Page>
  );
}
