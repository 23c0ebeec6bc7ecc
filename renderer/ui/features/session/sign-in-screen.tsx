import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../components/page-title/page-title';
import { Page } from '../../components/page/page';
import type { ScreenProps } from '../../screens';

export function SignInScreen(_props: ScreenProps) {
  const { t } = useTranslation('session');
  return (
    <Page>
      <PageTitle>{t('title')}</PageTitle>
    </Page>
  );
}
