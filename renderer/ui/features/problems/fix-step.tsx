import { useTranslation } from 'react-i18next';
import type { KnownProblem, ProblemFix } from '../../../domain/runbook/known-problem';
import { BigButton } from '../../components/big-button/big-button';
import { Icon } from '../../components/icon/icon';
import { NeedButtons } from '../checklist/need-buttons';
import { SourceLine } from '../runbook/source-line';
import type { ProblemActions } from './use-problem-actions';
import styles from './work-step.module.css';

/** One try, large: it worked, or the next one comes. */
export function FixStep({
  problem,
  fix,
  actions,
  onAsk,
}: {
  readonly problem: KnownProblem;
  readonly fix: ProblemFix;
  readonly actions: ProblemActions;
  readonly onAsk: () => void;
}) {
  const { t } = useTranslation('problems');
  return (
    <>
      <p className={styles.head}>
        {t('try.position', { at: problem.fixes.indexOf(fix) + 1, of: problem.fixes.length })}
      </p>
      <div aria-live="polite" aria-atomic="true">
        <h2 id="problem-now" className={styles.text}>
          <span>{fix.object} →</span> <span className={styles.action}>{fix.action}</span>
        </h2>
      </div>
      <NeedButtons needs={fix.needs} />
      <div className={styles.answers}>
        <BigButton tone="brand" icon="check" disabled={actions.busy} onClick={() => void actions.tried(fix, true)}>
          {t('try.worked')}
        </BigButton>
        <BigButton tone="plain" icon="close" disabled={actions.busy} onClick={() => void actions.tried(fix, false)}>
          {t('try.failed')}
        </BigButton>
        <BigButton tone="plain" icon="call" onClick={onAsk}>
          {t('try.ask')}
        </BigButton>
      </div>
      <details className={styles.source}>
        <summary>
          <Icon name="info" size={20} />
          {t('try.source')}
        </summary>
        <SourceLine provenance={fix.provenance} />
      </details>
    </>
  );
}
