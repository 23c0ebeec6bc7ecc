import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { outageLength } from '../../../domain/outage/bulletin';
import { currentOutage, outageById } from '../../../domain/outage/projection';
import { mayOutage } from '../../../domain/outage/rules';
import { useBoxState, useNow } from '../../box/box-context';
import { EmptyState } from '../../components/empty-state/empty-state';
import { Icon } from '../../components/icon/icon';
import { Columns, Page, Row, Stack } from '../../components/page/page';
import { PageTitle } from '../../components/page-title/page-title';
import { hrefTo } from '../../route/route';
import type { ScreenProps } from '../../route/screens-context';
import { useTimeWords } from '../../strings/time-words';
import { SystemsCard } from '../ready/systems-card';
import { BulletinCard } from './bulletin-card';
import { SaveTables } from './save-tables';
import { WordForm } from './word-form';

/** What works, what does not, what everybody was told; the paper for the notice board and for the review. */
export function SituationScreen({ rest: [wanted] }: ScreenProps) {
  const { t } = useTranslation(['situation', 'log']);
  const words = useTimeWords();
  const now = useNow();
  const outages = useBoxState((state) => state.world.outages);
  const signedIn = useBoxState((state) => state.signedIn !== null);
  const event = (wanted === undefined ? undefined : outageById(outages, wanted)) ?? currentOutage(outages);
  if (!event) {
    return (
      <Page>
        <PageTitle>{t('title')}</PageTitle>
        <EmptyState icon="log" title={t('none.title')}>
          {t('none.text')}
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page>
      <PageTitle
        lead={t('lead', { kind: t(`log:kind.${event.kind}`), since: words.moment(event.since, now) })}
        actions={
          <Row>
            <Button component="a" href={hrefTo('log', event.id)} leftSection={<Icon name="log" size={22} />}>
              {t('back')}
            </Button>
            <Button
              variant="filled"
              component="a"
              href={hrefTo('print', 'bulletin', event.id)}
              leftSection={<Icon name="printer" size={22} />}
            >
              {t('print')}
            </Button>
          </Row>
        }
      >
        {t('title')}
      </PageTitle>
      <Columns kind="wide-narrow">
        <Stack>
          <BulletinCard event={event} note={t(`length.${outageLength(event, now)}`)} />
          {mayOutage('update', event.stage) && <WordForm event={event} />}
        </Stack>
        <Stack>
          <SystemsCard event={event} />
          {signedIn && (
            <Row>
              <Button
                component="a"
                href={hrefTo('print', 'after-action', event.id)}
                leftSection={<Icon name="printer" size={22} />}
              >
                {t('report')}
              </Button>
              <SaveTables outage={event.id} />
            </Row>
          )}
        </Stack>
      </Columns>
    </Page>
  );
}
