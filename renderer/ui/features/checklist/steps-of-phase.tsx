import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PhaseView } from '../../../domain/checklist/run-view';
import type { StepView } from '../../../domain/checklist/step-view';
import { useBoxState } from '../../box/box-context';
import { Icon, type IconName } from '../../components/icon/icon';
import { clockOf } from '../../strings/time-words';
import { initialsOf } from './initials';
import styles from './steps-of-phase.module.css';

const SHAPE: Record<StepView['state'], IconName> = {
  open: 'open',
  done: 'done',
  'not-applicable': 'notApplicable',
  waiting: 'waiting',
  over: 'notApplicable',
};

/** The steps of the phase, one line each: shape, object and action, who and when, or when it is due. */
export function StepsOfPhase({
  phase,
  current,
  onChoose,
}: {
  readonly phase: PhaseView | undefined;
  readonly current: string;
  readonly onChoose: (step: string) => void;
}) {
  const { t } = useTranslation('checklist');
  const people = useBoxState((state) => state.vault?.people);
  const list = useRef<HTMLElement>(null);
  const currentLine = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // Only this list moves: scrollIntoView would move the whole page on a small screen.
    const line = currentLine.current;
    const frame = list.current;
    if (line && frame) frame.scrollTop = line.offsetTop - frame.clientHeight / 2;
  }, [current]);
  if (!phase) return null;
  const aside = (step: StepView): string => {
    const answer = step.answers.at(-1);
    if (answer) return [clockOf(answer.at), initialsOf(answer.by, people)].filter(Boolean).join(' ');
    return step.dueAt ? t('step.due', { time: clockOf(step.dueAt) }) : '';
  };
  return (
    <section ref={list} className={styles.card} aria-label={phase.title}>
      <h2 className={styles.title}>{phase.title}</h2>
      <ol className={styles.list}>
        {phase.steps.map((step) => (
          <li key={step.step.id}>
            <button
              type="button"
              ref={step.step.id === current ? currentLine : undefined}
              className={styles.line}
              data-state={step.state}
              data-late={step.overdueMs > 0 || undefined}
              aria-current={step.step.id === current ? 'step' : undefined}
              onClick={() => onChoose(step.step.id)}
            >
              <Icon name={step.conflict || step.overdueMs > 0 ? 'warning' : SHAPE[step.state]} size={22} />
              <span className="visually-hidden">{t(`step.state.${step.state}`)}</span>
              <span className={styles.words}>{`${step.step.object}: ${step.step.action}`}</span>
              <span className={styles.aside}>{aside(step)}</span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
