import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { StepAnswer } from '../../../domain/checklist/run';
import type { StepView } from '../../../domain/checklist/step-view';
import { useBoxState } from '../../box/box-context';
import { Icon } from '../../components/icon/icon';
import { clockOf } from '../../strings/time-words';
import styles from './answers.module.css';
import { nameOf } from './initials';

/** What was answered here: by whom, when, with what. Two answers that differ are both shown until one is taken back. */
export function Answers({ step, onUndo }: { readonly step: StepView; readonly onUndo: (entry?: string) => void }) {
  const { t } = useTranslation('checklist');
  const rounds = step.rounds.filter((one) => one.round !== step.round).slice(-6);
  return (
    <>
      {step.answers.map((answer) => (
        <p key={answer.entry} className={styles.answer}>
          <Icon name={answer.state === 'done' ? 'done' : 'notApplicable'} size={22} />
          <span>
            <AnswerWords answer={answer} />
          </span>
          {step.conflict && <Button onClick={() => onUndo(answer.entry)}>{t('answer.undoThis')}</Button>}
        </p>
      ))}
      {step.conflict && <p className={styles.conflict}>{t('answer.conflict')}</p>}
      {step.missedRounds > 0 && <p className={styles.conflict}>{t('step.missed', { count: step.missedRounds })}</p>}
      {rounds.length > 0 && (
        <p className={styles.rounds}>
          {t('step.rounds', { list: rounds.map((one) => clockOf(one.answers.at(-1)?.at ?? '')).join(', ') })}
        </p>
      )}
    </>
  );
}

function AnswerWords({ answer }: { readonly answer: StepAnswer }) {
  const { t } = useTranslation('checklist');
  const people = useBoxState((state) => state.vault?.people);
  const name = nameOf(answer.by, people);
  const time = clockOf(answer.at);
  const what = t(answer.state === 'done' ? 'answer.wasDone' : 'answer.wasNotApplicable', { time });
  const more = answer.reason ?? nameOf(answer.evidence ?? '', people);
  return [what, name && t('answer.by', { name }), more].filter(Boolean).join(' · ');
}
