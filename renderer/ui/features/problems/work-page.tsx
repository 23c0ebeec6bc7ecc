import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { KnownProblem, ProblemCall } from '../../../domain/runbook/known-problem';
import type { OpenProblem } from '../../../domain/runbook/open-problem';
import { endOf } from '../../../domain/runbook/open-problem';
import { Icon } from '../../components/icon/icon';
import { PageTitle } from '../../components/page-title/page-title';
import { hrefTo } from '../../route/route';
import { clockOf } from '../../strings/time-words';
import { CallPlan } from './call-plan';
import { CheckFirst } from './page-cards';
import { FixList } from './fix-list';
import { useProblemActions } from './use-problem-actions';
import styles from './work-page.module.css';
import { WorkStep } from './work-step';

/** A problem in work: the one thing to do now large, tries small on the left, whom to call below. */
export function WorkPage({ problem, open }: { readonly problem: KnownProblem; readonly open: OpenProblem }) {
  const { t } = useTranslation('problems');
  const actions = useProblemActions(problem, open);
  const ended = endOf(open) !== undefined;
  const asked = (call: ProblemCall): void => void actions.ask(call.who);
  return (
    <div className={styles.page}>
      <div className={styles.title}>
        <PageTitle
          size="side"
          lead={t('page.inWork', {
            code: problem.code,
            level: open.level,
            time: clockOf(open.since),
            ward: open.ward,
          })}
          actions={
            <Button component="a" href={hrefTo('problems')} leftSection={<Icon name="list" size={22} />}>
              {t('toList')}
            </Button>
          }
        >
          {problem.title}
        </PageTitle>
      </div>
      <div className={styles.now}>
        <WorkStep problem={problem} open={open} actions={actions} />
        <CallPlan problem={problem} open={open} {...(ended ? {} : { onAsked: asked })} />
      </div>
      <div className={styles.lists}>
        <CheckFirst problem={problem} />
        <FixList problem={problem} open={open} onUndo={actions.takeBack} />
      </div>
    </div>
  );
}
