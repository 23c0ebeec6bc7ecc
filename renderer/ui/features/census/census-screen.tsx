import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useBox, useBoxState } from '../../box/box-context';
import { useAction } from '../../box/use-action';
import { BigButton } from '../../components/big-button/big-button';
import { Icon } from '../../components/icon/icon';
import { PageTitle } from '../../components/page-title/page-title';
import { Page, Row, Stack } from '../../components/page/page';
import { useNotices } from '../../frame/notices/notices-context';
import { goTo } from '../../route/route';
import { useTimeWords } from '../../strings/time-words';
import { AsOfField } from './as-of-field';
import { ColumnTables } from './column-tables';
import { ProblemList } from './problem-list';
import { Questions } from './questions';
import { useReading } from './use-reading';

/** The snapshot before the outage: files chosen, understood, corrected, taken. The last good list stays until then. */
export function CensusScreen() {
  const { t } = useTranslation('census');
  const box = useBox();
  const words = useTimeWords();
  const { tell } = useNotices();
  const snapshot = useBoxState((state) => state.snapshot);
  const reading = useReading();
  const accept = useAction(box.census.accept);
  const { proposal } = reading;
  const now = snapshot
    ? t('now', { count: snapshot.patients.length, time: `${words.date(snapshot.asOf)} ${snapshot.asOf.slice(11, 16)}` })
    : t('nothing');
  const use = async (): Promise<void> => {
    if (!proposal) return;
    const taken = await accept.run(proposal);
    if (!taken) return;
    tell('info', t('done', { count: taken.patients }));
    reading.clear();
    goTo('patients');
  };
  return (
    <Page>
      <PageTitle lead={`${t('lead')} ${now}`}>{t('title')}</PageTitle>
      <Row>
        {proposal === null ? (
          <BigButton tone="brand" icon="upload" onClick={() => void reading.choose()} disabled={reading.busy}>
            {reading.busy ? t('reading') : t('choose')}
          </BigButton>
        ) : (
          <>
            <BigButton tone="brand" icon="check" onClick={() => void use()} disabled={reading.busy || accept.busy || proposal.reading.patients.length === 0}>
              {t('use', { count: proposal.reading.patients.length })}
            </BigButton>
            <Button size="lg" leftSection={<Icon name="upload" />} onClick={() => void reading.choose()}>
              {t('another')}
            </Button>
          </>
        )}
      </Row>
      {proposal === null ? (
        <p>{t('kinds')}</p>
      ) : (
        <Stack>
          <p role="status">
            <b>{t('found', { count: proposal.reading.patients.length })}</b> {t('ofRecords', { count: proposal.reading.read, files: proposal.source })}
            {proposal.reading.patients.length === 0 && <> {t('kept')}</>}
            {accept.error && <> {accept.error}</>}
          </p>
          <Questions questions={proposal.reading.questions} onAnswer={(file, answer) => void reading.correct(file, answer)} />
          <AsOfField asOf={proposal.reading.asOf} onChange={(asOf) => void reading.setAsOf(asOf)} />
          <ProblemList kind="refused" problems={proposal.reading.refused} />
          <ProblemList kind="warnings" problems={proposal.reading.warnings} />
          <ColumnTables tables={proposal.reading.tables} onCorrect={(file, columns) => void reading.correct(file, { columns })} />
        </Stack>
      )}
    </Page>
  );
}
