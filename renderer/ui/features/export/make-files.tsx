import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportFormat } from '../../../app/use-export';
import type { OutageState } from '../../../domain/outage/outage';
import { useNow } from '../../box/box-context';
import { Card } from '../../components/card/card';
import { ChoiceButtons } from '../../components/choice-buttons/choice-buttons';
import { ObjectCards } from '../../components/object-card/object-card';
import { Columns, Stack } from '../../components/page/page';
import { SecretField } from '../../components/secret-field/secret-field';
import { useTimeWords } from '../../strings/time-words';
import { ContentCounts } from './content-counts';
import { MakeAndSave } from './make-and-save';
import { useLastExport } from './use-last-export';

/** The downtime as files: a format, what goes out, plain or locked. */
export function MakeFiles({ outage }: { readonly outage: OutageState }) {
  const { t } = useTranslation('export');
  const words = useTimeWords();
  const now = useNow();
  const [format, setFormat] = useState<ExportFormat>('fhir');
  const [scope, setScope] = useState<'all' | 'changes'>('all');
  const [lock, setLock] = useState<'plain' | 'zip'>('plain');
  const [password, setPassword] = useState('');
  const last = useLastExport(format);
  const since = last && scope === 'changes' ? last.upTo : undefined;
  const zipPassword = lock === 'zip' ? password : undefined;
  return (
    <Stack>
      <ObjectCards
        legend={t('format')}
        hideLegend
        columns={3}
        value={format}
        onChange={setFormat}
        choices={[
          { value: 'fhir', icon: 'identity', label: t('fhir'), detail: t('fhirDetail') },
          { value: 'ndjson', icon: 'identity', label: t('ndjson'), detail: t('ndjsonDetail') },
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
        <Card title={t(lock === 'zip' ? 'zip.title' : 'plain.title')}>
          <Stack gap={3}>
            <ChoiceButtons
              label={t('zip.label')}
              value={lock}
              onChange={(next) => next && setLock(next)}
              choices={[
                { value: 'plain', label: t('zip.plain') },
                { value: 'zip', label: t('zip.zip') },
              ]}
            />
            {lock === 'zip' ? (
              <SecretField
                label={t('zip.password')}
                hint={t('zip.hint')}
                required
                value={password}
                onChange={setPassword}
              />
            ) : (
              <p>{t('plain.text')}</p>
            )}
          </Stack>
        </Card>
      </Columns>
      {/* What was made belongs to one choice: another one starts anew. */}
      <MakeAndSave
        key={`${format} ${since ?? ''} ${zipPassword ?? '-'}`}
        format={format}
        since={since}
        zipPassword={zipPassword}
      />
    </Stack>
  );
}
