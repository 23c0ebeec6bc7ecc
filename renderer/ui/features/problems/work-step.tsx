import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toEpochMs } from '../../../domain/basics/time';
import type { Escalation } from '../../../domain/runbook/escalation';
import type { KnownProblem } from '../../../domain/runbook/known-problem';
import {
  endOf,
  lastCall,
  nextCall,
  nextFix,
  type OpenProblem,
  problemClock,
} from '../../../domain/runbook/open-problem';
import type { ProblemOutcome } from '../../../domain/runbook/problem-entries';
import { useBoxState, useNow } from '../../box/box-context';
import { wardInstant } from '../../box/ward-instant';
import { Banner } from '../../components/banner/banner';
import { Timer } from '../../components/timer/timer';
import { CallStep } from './call-step';
import { EndedStep } from './ended-step';
import { FixStep } from './fix-step';
import type { ProblemActions } from './use-problem-actions';
import { limitText } from './problem-words';
import { WaitStep } from './wait-step';
import styles from './work-step.module.css';

const OUTCOMES: readonly ProblemOutcome[] = ['fixed', 'worked-around', 'not-this'];

/** What to do now: try, ask for help, wait for whoever was asked, or it is over. The clock stands above. */
export function WorkStep({
  problem,
  open,
  actions,
}: {
  readonly problem: KnownProblem;
  readonly open: OpenProblem;
  readonly actions: ProblemActions;
}) {
  const { t } = useTranslation('problems');
  const now = useNow('second');
  const escalation = useBoxState((state) => state.library.escalation);
  // Chosen on this screen until the next act: help before the tries are used up, or another try while waiting.
  const [wanted, setWanted] = useState<{ readonly part: 'call' | 'fix'; readonly after: number } | null>(null);
  const part = wanted?.after === open.acts.length ? wanted.part : undefined;
  const want = (next: 'call' | 'fix'): void => setWanted({ part: next, after: open.acts.length });
  const end = endOf(open);
  const clock = problemClock(open);
  const late = clock !== undefined && clock.dueMs <= toEpochMs(now);
  const last = lastCall(open);
  const fix = nextFix(problem, open);
  const next = nextCall(problem, escalation ?? NO_PLAN, open, toEpochMs(now));
  const event = problem.limits.find((one) => one.id === open.limit);
  const show = end ? 'end' : (part ?? (last ? 'wait' : fix ? 'fix' : 'call'));
  return (
    <>
      <section className={styles.card} data-late={late || undefined} aria-labelledby="problem-now">
        <div className={styles.clock}>
          {clock && <Timer dueAt={wardInstant(clock.dueMs, now)} now={now} />}
          {!clock && !end && event && 'until' in event && (
            <span className={styles.quiet}>{t('clock.noLimit', { when: limitText(event, t) })}</span>
          )}
        </div>
        {actions.error !== undefined && (
          <Banner tone="critical" live="alert">
            {actions.error}
          </Banner>
        )}
        {show === 'end' && end && <EndedStep problem={problem} end={end} actions={actions} />}
        {show === 'fix' && fix && <FixStep problem={problem} fix={fix} actions={actions} onAsk={() => want('call')} />}
        {show === 'wait' && last && (
          <WaitStep
            last={last}
            actions={actions}
            onNext={next && (() => want('call'))}
            onFix={fix && (() => want('fix'))}
          />
        )}
        {(show === 'call' || (show === 'fix' && !fix)) && (
          <CallStep
            open={open}
            call={next}
            reason={late ? 'over' : fix ? 'now' : 'usedUp'}
            actions={actions}
            onFix={fix && (() => want('fix'))}
          />
        )}
        {!end && (
          <div className={styles.ends} role="group" aria-label={t('end.label')}>
            <span className={styles.quiet}>{t('end.label')}:</span>
            {OUTCOMES.map((outcome) => (
              <button
                key={outcome}
                type="button"
                className={styles.end}
                disabled={actions.busy}
                onClick={() => void actions.end(outcome)}
              >
                {t(`end.${outcome}`)}
              </button>
            ))}
          </div>
        )}
      </section>
      {late && show !== 'call' && (
        <Banner
          tone="critical"
          actions={
            next && (
              <button type="button" className={styles.over} onClick={() => want('call')}>
                {t('call.now')}
              </button>
            )
          }
        >
          <b>{next ? t('clock.over', { who: next.who }) : t('clock.overTop')}</b>
        </Banner>
      )}
    </>
  );
}

const NO_PLAN = { ladder: [] as const } as unknown as Escalation;
