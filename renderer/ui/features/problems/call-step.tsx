import { useTranslation } from 'react-i18next';
import type { ProblemCall } from '../../../domain/runbook/known-problem';
import type { OpenProblem } from '../../../domain/runbook/open-problem';
import { useBoxState } from '../../box/box-context';
import { BigButton } from '../../components/big-button/big-button';
import { contactOf } from './problem-words';
import type { ProblemActions } from './use-problem-actions';
import styles from './work-step.module.css';

/** Whom to ask now, the number large, what every call says; then "I have asked" starts their clock. */
export function CallStep({
  open,
  call,
  reason,
  actions,
  onFix,
}: {
  readonly open: OpenProblem;
  readonly call: ProblemCall | undefined;
  readonly reason: 'over' | 'usedUp' | 'now';
  readonly actions: ProblemActions;
  readonly onFix: (() => void) | undefined;
}) {
  const { t } = useTranslation('problems');
  const contacts = useBoxState((state) => state.library.directory.contacts);
  const facts = useBoxState((state) => state.library.escalation?.callFacts);
  const contact = call && contactOf(call, contacts);
  const who = call && [call.who, call.for && t('call.for', { what: call.for })].filter(Boolean).join(' ');
  return (
    <>
      <p className={styles.head}>{t(`call.${reason}`)}</p>
      <div aria-live="polite" aria-atomic="true">
        <h2 id="problem-now" className={styles.text}>
          {who === undefined
            ? t('wait.nobody')
            : contact
              ? t('call.text', { who, phone: contact.phone })
              : t('call.textNoPhone', { who })}
        </h2>
        {contact && <p className={styles.quiet}>{t('call.else', { way: contact.alternative })}</p>}
      </div>
      {facts && <p>{t('call.say', { facts: facts.join(' · ') })}</p>}
      <div className={styles.answers} data-level={open.level}>
        {call && (
          <BigButton tone="brand" icon="call" disabled={actions.busy} onClick={() => void actions.ask(call.who)}>
            {t('call.done')}
          </BigButton>
        )}
        {onFix && (
          <BigButton tone="plain" icon="back" onClick={onFix}>
            {t('call.back')}
          </BigButton>
        )}
      </div>
    </>
  );
}
