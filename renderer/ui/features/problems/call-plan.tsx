import { useTranslation } from 'react-i18next';
import { callOrder } from '../../../domain/runbook/escalation';
import type { KnownProblem, ProblemCall } from '../../../domain/runbook/known-problem';
import { lastCall, type OpenProblem } from '../../../domain/runbook/open-problem';
import { useBoxState } from '../../box/box-context';
import { Card } from '../../components/card/card';
import { Icon } from '../../components/icon/icon';
import { clockOf } from '../../strings/time-words';
import styles from './call-plan.module.css';
import { askedAt, contactOf } from './problem-words';

/** Owner, deputy, next levels and the ladder above them, with their numbers; in work also who was asked and who has it. */
export function CallPlan({
  problem,
  open,
  onAsked,
}: {
  readonly problem: KnownProblem;
  readonly open?: OpenProblem;
  /** Writes down that somebody was asked. */
  readonly onAsked?: (call: ProblemCall) => void;
}) {
  const { t } = useTranslation('problems');
  const contacts = useBoxState((state) => state.library.directory.contacts);
  const escalation = useBoxState((state) => state.library.escalation);
  const calls = escalation ? callOrder(problem, escalation) : [problem.ownedBy, ...problem.next];
  const last = open && lastCall(open);
  const roleOf = (call: ProblemCall): 'owner' | 'deputy' | 'next' | 'ladder' => {
    if (call === problem.ownedBy) return 'owner';
    if (call === problem.deputy) return 'deputy';
    return problem.next.includes(call) ? 'next' : 'ladder';
  };
  return (
    <Card title={t('page.call')}>
      <ol className={styles.list}>
        {calls.map((call) => {
          const contact = contactOf(call, contacts);
          const asked = askedAt(open, call.who);
          const has = last?.taken && last.call.to === call.who ? clockOf(last.taken.at) : undefined;
          return (
            <li key={call.who} className={styles.line}>
              <span className={styles.words}>
                <span className={styles.role}>{t(`call.role.${roleOf(call)}`)} · </span>
                <span className={styles.who}>
                  {call.who}
                  {call.for !== undefined && ` ${t('call.for', { what: call.for })}`}
                </span>
              </span>
              <span className={styles.number}>
                {contact ? (
                  <>
                    <b className={styles.phone}>{contact.phone}</b>
                    <span className={styles.else}>{contact.alternative}</span>
                  </>
                ) : (
                  <span className={styles.else}>{t('call.noNumber')}</span>
                )}
              </span>
              {open && (
                <span className={styles.state}>
                  {asked === undefined ? (
                    onAsked && (
                      <button
                        type="button"
                        className={styles.ask}
                        aria-label={t('call.askLabel', { who: call.who })}
                        onClick={() => onAsked(call)}
                      >
                        {t('call.ask')}
                      </button>
                    )
                  ) : (
                    <>
                      <Icon name={has === undefined ? 'call' : 'done'} size={18} />
                      {has === undefined ? t('call.asked', { time: asked }) : t('call.has', { time: has })}
                    </>
                  )}
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </Card>
  );
}
