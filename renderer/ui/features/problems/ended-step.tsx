import { useTranslation } from 'react-i18next';
import { fixLine, type KnownProblem } from '../../../domain/runbook/known-problem';
import type { endOf } from '../../../domain/runbook/open-problem';
import { BigButton } from '../../components/big-button/big-button';
import { clockOf } from '../../strings/time-words';
import type { ProblemActions } from './use-problem-actions';
import styles from './work-step.module.css';

/** It is over: how and when; it may come back. */
export function EndedStep({
  problem,
  end,
  actions,
}: {
  readonly problem: KnownProblem;
  readonly end: NonNullable<ReturnType<typeof endOf>>;
  readonly actions: ProblemActions;
}) {
  const { t } = useTranslation('problems');
  const how = end.kind === 'tried' ? 'tried' : end.outcome;
  const fix = end.kind === 'tried' ? problem.fixes.find((one) => one.id === end.fix) : undefined;
  return (
    <>
      <p className={styles.head}>{t(`end.head.${how}`, { time: clockOf(end.at) })}</p>
      <div aria-live="polite" aria-atomic="true">
        <h2 id="problem-now" className={styles.text}>
          {t(`end.text.${how}`, { fix: fix ? fixLine(fix) : '' })}
        </h2>
      </div>
      <div className={styles.answers}>
        <BigButton tone="plain" icon="history" disabled={actions.busy} onClick={() => void actions.reopen()}>
          {t('end.back')}
        </BigButton>
      </div>
    </>
  );
}
