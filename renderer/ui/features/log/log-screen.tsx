import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { currentOutage, outageById } from '../../../domain/outage/projection';
import { useBoxState } from '../../box/box-context';
import { Banner } from '../../components/banner/banner';
import { EmptyState } from '../../components/empty-state/empty-state';
import { Icon } from '../../components/icon/icon';
import { PageTitle } from '../../components/page-title/page-title';
import { Columns, Page } from '../../components/page/page';
import { Select } from '../../components/select/select';
import { goTo, hrefTo } from '../../route/route';
import type { ScreenProps } from '../../route/screens-context';
import { useTimeWords } from '../../strings/time-words';
import { OpenProblemList } from '../problems/open-problem-list';
import { LogForm } from './log-form';
import { Timeline } from './timeline-list';

/** The log of an event (form F21 on paper): its story and a line to add. `rest`: an earlier event. */
export function LogScreen({ rest: [wanted] }: ScreenProps) {
  const { t } = useTranslation('log');
  const words = useTimeWords();
  const outages = useBoxState((state) => state.world.outages);
  const signedIn = useBoxState((state) => state.signedIn !== null);
  const event = (wanted === undefined ? undefined : outageById(outages, wanted)) ?? currentOutage(outages);
  const label = (one: { since: string; kind: 'planned' | 'unplanned' | 'partial' | 'slow' | 'drill' }): string =>
    t('event', { date: words.date(one.since), time: one.since.slice(11, 16), kind: t(`kind.${one.kind}`) });
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
        lead={label(event)}
        actions={
          <>
            {outages.events.length > 1 && (
              <Select
                label={t('chooser')}
                value={event.id}
                options={outages.events.toReversed().map((one) => ({ value: one.id, label: label(one) }))}
                onChange={(id) => goTo('log', [id])}
              />
            )}
            <Button component="a" href={hrefTo('situation', event.id)} leftSection={<Icon name="info" size={22} />}>
              {t('situation')}
            </Button>
            <Button component="a" href={hrefTo('problems')} leftSection={<Icon name="search" size={22} />}>
              {t('problems')}
            </Button>
          </>
        }
      >
        {t('title')}
      </PageTitle>
      {event.conflicts.map((conflict) => (
        <Banner key={conflict.entry} tone="critical">
          {t(`conflict.${conflict.code}`, { time: conflict.at.slice(11, 16) })}
        </Banner>
      ))}
      <OpenProblemList />
      <Columns kind="narrow-wide">
        {signedIn ? (
          <LogForm event={event} />
        ) : (
          <EmptyState icon="lock" title={t('locked.title')}>
            {t('locked.text')}
          </EmptyState>
        )}
        <Timeline event={event} />
      </Columns>
    </Page>
  );
}
