import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportFormat, ExportMade } from '../../../app/use-export';
import { currentOutage } from '../../../domain/outage/projection';
import { useBox, useBoxState } from '../../box/box-context';
import { useAction } from '../../box/use-action';
import { Banner } from '../../components/banner/banner';
import { BigButton } from '../../components/big-button/big-button';
import { CheckList } from '../../components/check-list/check-list';
import { EmptyState } from '../../components/empty-state/empty-state';
import { ObjectCards } from '../../components/object-card/object-card';
import { PageTitle } from '../../components/page-title/page-title';
import { Page, Row, Stack } from '../../components/page/page';
import { useNotices } from '../../frame/notices/notices-context';
import { useTimeWords } from '../../strings/time-words';
import { MadeFiles } from './made-files';

/** The outage for others: a format, the files with their counts and hashes, then a folder. Every export is noted. */
export function ExportScreen() {
  const { t } = useTranslation('export');
  const box = useBox();
  const words = useTimeWords();
  const { tell } = useNotices();
  const outage = useBoxState((state) => currentOutage(state.world.outages));
  const [format, setFormat] = useState<ExportFormat>('fhir');
  const [onlyChanges, setOnlyChanges] = useState(false);
  const [made, setMade] = useState<ExportMade | null>(null);
  const make = useAction(box.exports.make);
  const save = useAction(box.exports.save);
  const last = box.exports.lastToken(format);

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
  const at = (time: string): string => `${words.date(time)} ${time.slice(11, 16)}`;
  const build = async (): Promise<void> => {
    const result = await make.run({ format, ...(onlyChanges && last !== undefined ? { since: last } : {}) });
    setMade(result ?? null);
  };
  const keep = async (): Promise<void> => {
    if (!made) return;
    const result = await save.run(made);
    if (!result) return;
    tell(result.saved ? 'info' : 'warning', result.saved ? t('saved', { count: made.files.length }) : t('cancelled'));
  };
  return (
    <Page>
      <PageTitle lead={`${t('lead')} ${outage.until ? t('event', { since: at(outage.since), until: at(outage.until) }) : t('eventRunning', { since: at(outage.since) })}`}>
        {t('title')}
      </PageTitle>
      <ObjectCards
        legend={t('format')}
        columns={4}
        value={format}
        onChange={(next) => {
          setFormat(next);
          setMade(null);
        }}
        choices={[
          { value: 'fhir', icon: 'identity', label: t('fhir'), detail: t('fhirDetail') },
          { value: 'hl7v2', icon: 'list', label: t('hl7v2'), detail: t('hl7v2Detail') },
          { value: 'csv', icon: 'pages', label: t('csv'), detail: t('csvDetail') },
          { value: 'xlsx', icon: 'book', label: t('xlsx'), detail: t('xlsxDetail') },
        ]}
      />
      {last !== undefined && (
        <CheckList
          label={t('scope')}
          items={[{ value: 'changes', label: t('changes') }]}
          value={onlyChanges ? ['changes'] : []}
          onChange={(chosen) => {
            setOnlyChanges(chosen.includes('changes'));
            setMade(null);
          }}
        />
      )}
      {made === null ? (
        <Row>
          <BigButton tone="brand" icon="download" disabled={make.busy} onClick={() => void build()}>
            {make.busy ? t('making') : t('make')}
          </BigButton>
        </Row>
      ) : (
        <Stack>
          <MadeFiles made={made} />
          <Banner tone="warning">{t('plain')}</Banner>
          <Row>
            <BigButton tone="brand" icon="download" disabled={save.busy} onClick={() => void keep()}>
              {t('save', { count: made.files.length })}
            </BigButton>
          </Row>
        </Stack>
      )}
      {(make.error ?? save.error) && <Banner tone="critical" live="alert">{make.error ?? save.error}</Banner>}
    </Page>
  );
}
