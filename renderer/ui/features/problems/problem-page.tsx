import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { currentOutage } from '../../../domain/outage/projection';
import { fixLine, type KnownProblem } from '../../../domain/runbook/known-problem';
import { openProblems } from '../../../domain/runbook/open-problem';
import { useBoxState } from '../../box/box-context';
import { Banner } from '../../components/banner/banner';
import { Card } from '../../components/card/card';
import { Icon } from '../../components/icon/icon';
import { PageTitle } from '../../components/page-title/page-title';
import { Columns, Page, Stack } from '../../components/page/page';
import { goTo, hrefTo } from '../../route/route';
import { clockOf, useTimeWords } from '../../strings/time-words';
import { CallPlan } from './call-plan';
import { CheckFirst, Limits, Notes } from './page-cards';
import styles from './problem-page.module.css';
import { StartWork } from './start-work';

/** The page of a known problem, to read; in a downtime it is started here and its clock runs. */
export function ProblemPage({ problem }: { readonly problem: KnownProblem }) {
  const { t } = useTranslation('problems');
  const words = useTimeWords();
  const event = useBoxState((state) => currentOutage(state.world.outages));
  const problems = useBoxState((state) => state.world.problems);
  const live = event && event.stage !== 'closed' ? event : undefined;
  const inWork = live ? openProblems(problems, live.id).filter((one) => one.problem === problem.id) : [];
  return (
    <Page>
      <PageTitle
        lead={
          <>
            {problem.symptoms.join(', ')}
            <br />
            <span className={styles.status}>
              {t(`page.status.${problem.status}`, {
                code: problem.code,
                version: problem.version,
                owner: problem.owner,
                date: words.date(problem.reviewDate),
              })}
            </span>
          </>
        }
        actions={
          <Button component="a" href={hrefTo('problems')} leftSection={<Icon name="list" size={22} />}>
            {t('toList')}
          </Button>
        }
      >
        {problem.title}
      </PageTitle>
      {inWork.length > 0 && (
        <Banner
          tone="info"
          actions={inWork.map((one) => (
            <Button key={one.id} variant="filled" onClick={() => goTo('problems', [problem.id, one.id])}>
              {t('start.goOn', { time: clockOf(one.since), ward: one.ward })}
            </Button>
          ))}
        >
          {t('start.already')}
        </Banner>
      )}
      <Columns kind="wide-narrow">
        <Stack gap={3}>
          {live ? <StartWork problem={problem} event={live} /> : <Banner tone="quiet">{t('start.reading')}</Banner>}
          <Card title={t('page.fixes')}>
            <ol className={styles.fixes}>
              {problem.fixes.map((fix, index) => (
                <li key={fix.id} className={styles.fix}>
                  <span className={styles.number}>{index + 1}</span>
                  <span>{fixLine(fix)}</span>
                </li>
              ))}
            </ol>
          </Card>
        </Stack>
        <Stack gap={3}>
          <CheckFirst problem={problem} />
          <CallPlan problem={problem} />
          <Limits problem={problem} />
          <Notes problem={problem} />
        </Stack>
      </Columns>
    </Page>
  );
}
