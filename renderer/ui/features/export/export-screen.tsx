import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportFormat } from '../../../app/use-export';
import { useBoxState, useNow } from '../../box/box-context';
import { currentOutage } from '../../../domain/outage/projection';
import { ChoiceButtons } from '../../components/choice-buttons/choice-buttons';
import { Card } from '../../components/card/card';
import { EmptyState } from '../../components/empty-state/empty-state';
import { ObjectCards } from '../../components/object-card/object-card';
import { PageTitle } from '../../components/page-title/page-title';
import { Columns, Page, Stack } from '../../components/page/page';
import { useTimeWords } from '../../strings/time-words';
import { ContentCounts } from './content-counts';
import { MakeAndSave } from './make-and-save';
import { useLastExport } from './use-last-export';

/** The downtime for others: a format, what goes out, the files with their counts and hashes, then a folder. */
export function ExportScreen() {
  const { t } = useTranslation('export');
  const words = useTimeWords();
  const now = useNow();
  const outage = useBoxState((state) => currentOutage(state.world.outages));
  const [format, setFormat] = useState<ExportFormat>('fhir');
  const [scope, setScope] = useState<'all' | 'changes'>('all');
  const last = useLastExport(format);
  if (!outage) {
    return (
      <Page>
        <PageTitle>{t('title')}</PageTitle>
        <EmptyState icon="download" title={t('none')}>
          {t('noneText')}
        </EmptyState>
      </Page>
    );
  }
  const since = last && scope === 'changes' ? last.upTo : undefined;
  return (
    <Page>
      <PageTitle
        lead={t(outage.until === undefined ? 'eventRunning' : 'event', {
          since: words.moment(outage.since, now),
          until: outage.until === undefined ? '' : words.moment(outage.until, now),
        })}
      >
        {t('title')}
      </PageTitle>
      <ObjectCards
        legend={t('format')}
        hideLegend
        columns={3}
        value={format}
        onChange={setFormat}
        choices={[
          { value: 'fhir', icon: 'identity', label: t('fhir'), detail: t('fhirDetail') },
          { value: 'hl7v2', icon: 'message', label: t('hl7v2'), detail: t('hl7v2Detail') },
          { value: 'csv', icon: 'pages', label: t('csv'), detail: t('csvDetail') },
          { value: 'xlsx', icon: 'list', label: t('xlsx'), detail: t('xlsxDetail') },
          { value: 'pdf', icon: 'pdf', label: t('pdf'), detail: t('pdfDetail') },
        ]}
      />
      <Columns kind="wide-narrow">
        <Card title={t('content.title')}>
          <Stack>
            <ContentCounts outage={outage} />
            {last && (
              <ChoiceButtons
                label={t('scope.label')}
                value={scope}
                onChange={(next) => next && setScope(next)}
                choices={[
                  { value: 'all', label: t('scope.all') },
                  { value: 'changes', label: t('scope.changes', { time: words.moment(last.at, now) }) },
                ]}
              />
            )}
          </Stack>
        </Card>
        <Card title={t('plain.title')}>
          <p>{t('plain.text')}</p>
        </Card>
      </Columns>
      {/* What was made belongs to one format and scope: another choice starts anew. */}
      <MakeAndSave key={`${format} ${since ?? ''}`} format={format} since={since} />
    </Page>
  );
}
