import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Instant } from '../../../domain/basics/time';
import type { Checklist } from '../../../domain/checklist/checklist';
import type { RunView } from '../../../domain/checklist/run-view';
import type { StepView } from '../../../domain/checklist/step-view';
import type { OutageState } from '../../../domain/outage/outage';
import { useNow } from '../../box/box-context';
import { Icon } from '../../components/icon/icon';
import { Timer } from '../../components/timer/timer';
import { clockOf } from '../../strings/time-words';
import { AnswerRow } from './answer-row';
import { Answers } from './answers';
import { EvidenceField } from './evidence-field';
import { NeedButtons } from './need-buttons';
import styles from './step-panel.module.css';
import { useStepActions } from './use-step-actions';
import type { TickPace } from './use-tick-pace';

/** The step to do now: object → action in the largest type of the product, what it needs, why on request, the answers. */
export function StepPanel({
  event,
  ward,
  card,
  view,
  step,
  pace,
  resumedAfter,
  onNext,
}: {
  readonly event: OutageState;
  readonly ward: string;
  readonly card: Checklist;
  readonly view: RunView;
  readonly step: StepView;
  readonly pace: TickPace;
  /** Time of the last answer, where the card goes on after an interruption. */
  readonly resumedAfter: Instant | undefined;
  readonly onNext: () => void;
}) {
  const { t } = useTranslation('checklist');
  const now = useNow('second');
  const [evidence, setEvidence] = useState('');
  const phase = view.phases.find((one) => one.id === step.phase);
  const steps = phase?.steps ?? [];
  const last = steps.every((one) => one.step.id === step.step.id || one.settled);
  const { step: text } = step;
  const ref = { outage: event.id, ward, checklist: card.id, step: text.id, round: step.round };
  const actions = useStepActions({
    reference: ref,
    label: text.object,
    completes: last ? phase?.title : undefined,
    evidence,
    pace,
    onNext,
  });
  return (
    <>
      <section className={styles.card} aria-labelledby="step-now">
        <div className={styles.head}>
          <span>
            {t('step.position', { at: steps.indexOf(step) + 1, of: steps.length, mode: t(`mode.${text.mode}`) })}
          </span>
          {resumedAfter && <span>{t('step.resumed', { time: clockOf(resumedAfter) })}</span>}
          {step.repeated && <span>{t('step.round', { round: step.round })}</span>}
          {step.dueAt && step.state !== 'done' && step.state !== 'not-applicable' && (
            <Timer dueAt={step.dueAt} now={now} />
          )}
        </div>
        <div aria-live="polite" aria-atomic="true">
          <h2 id="step-now" className={styles.text}>
            <span>{text.object} →</span> <span className={styles.action}>{text.action}</span>
          </h2>
        </div>
        <EvidenceField
          step={text}
          value={evidence}
          onChange={setEvidence}
          error={actions.error}
          open={step.state === 'open' || step.state === 'waiting'}
        />
        <NeedButtons needs={text.needs} />
        <Answers step={step} onUndo={actions.undo} />
        {text.why !== undefined && (
          <details className={styles.why}>
            <summary>
              <Icon name="info" size={22} />
              {t('step.why')}
            </summary>
            <p>{text.why}</p>
            <p className={styles.source}>
              {t(`mark.${text.provenance.mark}`)}
              {text.provenance.sources.length > 0 && ` ${text.provenance.sources.join(', ')}`}
            </p>
          </details>
        )}
      </section>
      <AnswerRow step={step} actions={actions} onNext={onNext} />
    </>
  );
}
