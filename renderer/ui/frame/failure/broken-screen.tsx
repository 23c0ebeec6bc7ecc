import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Page, Row } from '../../components/page/page';
import { PageTitle } from '../../components/page-title/page-title';
import { Banner } from '../../components/banner/banner';
import { goTo } from '../../route/route';
import type { ScreenName } from '../../route/screen-names';

/** A screen broke: what is safe, what to do, and the ways that still work. */
export function BrokenScreen({
  error,
  again,
  waysOut,
}: {
  readonly error: unknown;
  readonly again: () => void;
  readonly waysOut: readonly { readonly screen: ScreenName; readonly label: string }[];
}) {
  const { t } = useTranslation('frame');
  return (
    <Page>
      <PageTitle lead={t('broken.safe')}>{t('broken.title')}</PageTitle>
      <Banner tone="critical" live="alert">
        {t('broken.code', { code: error instanceof Error ? error.name : 'unknown' })}
      </Banner>
      <Row>
        <Button onClick={again}>{t('broken.again')}</Button>
        {waysOut.map((way) => (
          <Button key={way.screen} onClick={() => goTo(way.screen)}>
            {way.label}
          </Button>
        ))}
      </Row>
    </Page>
  );
}
