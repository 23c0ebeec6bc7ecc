import { useTranslation } from 'react-i18next';
import { fixLine, type KnownProblem } from '../../../domain/runbook/known-problem';
import { endOf, liveActs, nextFix, type OpenProblem, type ProblemAct } from '../../../domain/runbook/open-problem';
import { Card } from '../../components/card/card';
import { Icon } from '../../components/icon/icon';
import { clockOf } from '../../strings/time-words';
import styles from './fix-list.module.css';

/** The tries of the page with what came of each; an answer given by mistake is taken back here. */
export function FixList({
  problem,
  open,
  onUndo,
}: {
  readonly problem: KnownProblem;
  readonly open: OpenProblem;
  readonly onUndo: (entry: string) => void;
}) {
  const { t } = useTranslation('problems');
  const acts = liveActs(open);
  const now = endOf(open) ? undefined : nextFix(problem, open)?.id;
  const triedOf = (fix: string): Extract<ProblemAct, { kind: 'tried' }> | undefined =>
    acts.findLast((act): act is Extract<ProblemAct, { kind: 'tried' }> => act.kind === 'tried' && act.fix === fix);
  return (
    <Card title={t('page.fixes')}>
      <ol className={styles.list}>
        {problem.fixes.map((fix) => {
          const tried = triedOf(fix.id);
          const state = tried ? (tried.worked ? 'worked' : 'failed') : fix.id === now ? 'now' : 'open';
          return (
            <li
              key={fix.id}
              className={styles.line}
              data-state={state}
              aria-current={state === 'now' ? 'step' : undefined}
            >
              <Icon name={ICONS[state]} size={22} />
              <span className={styles.words}>
                <span className={styles.text}>{fixLine(fix)}</span>
                <span className={styles.state}>
                  {t(`try.state.${state}`, { time: tried ? clockOf(tried.at) : '' })}
                  {tried && (
                    <button type="button" className={styles.undo} onClick={() => onUndo(tried.entry)}>
                      {t('act.undo')}
                    </button>
                  )}
                </span>
              </span>
            </li>
          );
        })}
      </ol>
    </Card>
  );
}

const ICONS = { worked: 'done', failed: 'notApplicable', now: 'current', open: 'open' } as const;
