import { useTranslation } from 'react-i18next';
import { currentOutage } from '../../../domain/outage/projection';
import { useBoxState, useNow } from '../../box/box-context';
import { EmptyState } from '../../components/empty-state/empty-state';
import { PageTitle } from '../../components/page-title/page-title';
import { Page } from '../../components/page/page';
import { Tabs } from '../../components/tabs/tabs';
import { goTo, useRoute } from '../../route/route';
import { useTimeWords } from '../../strings/time-words';
import { ExportHistory } from './export-history';
import { ExportSettingsForm } from './export-settings-form';
import { MakeFiles } from './make-files';
import { SendMessages } from './send-messages';

const TABS = ['files', 'send', 'history', 'settings'] as const;

/** The downtime for others: as files, or straight to the interface engine; what went out; how the site wants it. */
export function ExportScreen() {
  const { t } = useTranslation('export');
  const words = useTimeWords();
  const now = useNow();
  const { rest } = useRoute();
  const outage = useBoxState((state) => currentOutage(state.world.outages));
  const tab = TABS.find((one) => one === rest[0]) ?? 'files';
  const tabs = (
    <Tabs
      label={t('title')}
      tabs={TABS.map((id) => ({ id, label: t(`tab.${id}`) }))}
      current={tab}
      onChoose={(id) => goTo('export', id === 'files' ? [] : [id], 'replace')}
    >
      {tab === 'settings' && <ExportSettingsForm />}
      {tab !== 'settings' && !outage && (
        <EmptyState icon="download" title={t('none')}>
          {t('noneText')}
        </EmptyState>
      )}
      {tab === 'files' && outage && <MakeFiles outage={outage} />}
      {tab === 'send' && outage && <SendMessages key={outage.id} />}
      {tab === 'history' && outage && <ExportHistory />}
    </Tabs>
  );
  const lead =
    outage &&
    t(outage.until === undefined ? 'eventRunning' : 'event', {
      since: words.moment(outage.since, now),
      until: outage.until === undefined ? '' : words.moment(outage.until, now),
    });
  return (
    <Page>
      <PageTitle {...(lead === undefined ? {} : { lead })}>{t('title')}</PageTitle>
      {tabs}
    </Page>
  );
}
