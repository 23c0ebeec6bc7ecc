import { useTranslation } from 'react-i18next';
import type { lastCall } from '../../../domain/runbook/open-problem';
import { useBoxState } from '../../box/box-context';
import { BigButton } from '../../components/big-button/big-button';
import { clockOf } from '../../strings/time-words';
import { contactOf } from './problem-words';
import type { ProblemActions } from './use-problem-actions';
import styles from './work-step.module.css';

/** Somebody was asked: they have it, or nobody answers and the next level is asked. */
export function WaitStep({
  last,
  actions,
  onNext,
  onFix,
}: {
  readonly last: NonNullable<ReturnType<typeof lastCall>>;
  readonly actions: ProblemActions;
  /** Undefined: everybody of the plan was asked. */
  readonly onNext: (() => void) | undefined;
  readonly onFix: (() => void) | undefined;
}) {
  const { t } = useTranslation('problems');
  const contacts = useBoxState((state) => state.library.directory.contacts);
  const { call, taken } = last;
  const contact = contactOf(call, contacts);
  const who = call.to;
  return (
    <>
      <p className={styles.head}>
        {taken ? t('taken.head', { who, time: clockOf(taken.at) }) : t('wait.head', { who, time: clockOf(call.at) })}
      </p>
      <div aria-live="polite" aria-atomic="true">
        <h2 id="problem-now" className={styles.text}>
          {t(taken ? 'taken.text' : 'wait.text', { who })}
        </h2>
        {contact && (
          <p>
            <b className={styles.phone}>{contact.phone}</b>{' '}
            <span className={styles.quiet}>{t('call.else', { way: contact.alternative })}</span>
          </p>
        )}
      </div>
      <div className={styles.answers}>
        {taken ? (
          <BigButton tone="brand" icon="check" disabled={actions.busy} onClick={() => void actions.end('fixed')}>
            {t('taken.solved')}
          </BigButton>
        ) : (
          <BigButton tone="brand" icon="check" disabled={actions.busy} onClick={() => void actions.taken(who)}>
            {t('wait.has')}
          </BigButton>
        )}
        {onNext && (
          <BigButton tone="plain" icon="call" onClick={onNext}>
            {t(taken ? 'taken.silent' : 'wait.silent')}
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
