import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useBoxState } from '../../box/box-context';
import { Banner } from '../../components/banner/banner';
import { PageTitle } from '../../components/page-title/page-title';
import { Page, Row } from '../../components/page/page';
import { goTo } from '../../route/route';
import { useScreens } from '../../route/screens-context';
import { useWaysOut } from './use-ways-out';

/** The data could not be opened: what is safe, what is wrong, what to do, the code for IT. */
export function FailedPage() {
  const { t } = useTranslation(['frame', 'failures']);
  const code = useBoxState((state) => state.failure?.code ?? 'internal');
  const screens = useScreens();
  const open = useWaysOut().filter((way) => screens.of(way.screen)?.beforeSetUp);
  return (
    <Page>
      <PageTitle lead={t('failed.safe')}>{t('failed.title')}</PageTitle>
      <Banner tone="critical" live="alert">
        <p>
          <b>{t(`failures:${code}`)}</b>
        </p>
        <p>{t('failed.code', { code })}</p>
      </Banner>
      <Row>
        {open.map((way) => (
          <Button key={way.screen} onClick={() => goTo(way.screen)}>
            {way.label}
          </Button>
        ))}
      </Row>
    </Page>
  );
}
