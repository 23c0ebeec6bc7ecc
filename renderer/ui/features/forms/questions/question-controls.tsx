import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FilledQuestion } from '../../../../domain/form/filled-form';
import type { ResponseAnswer } from '../../../../domain/form/response';
import { useFiller } from '../fill/filler-context';
import { AnswerControl } from './answer-control';
import { labelOfItem } from './item-label';
import { ManyControl } from './many-control';
import styles from './questions.module.css';

/** The controls of a question: one, a list to tick, or one per answer where it repeats. */
export function QuestionControls({
  node,
  hint,
  error,
}: {
  readonly node: FilledQuestion;
  readonly hint: string | undefined;
  readonly error: string | undefined;
}) {
  const { session } = useFiller();
  const { item, options } = node;
  const label = labelOfItem(item);
  const setAll = (answers: readonly ResponseAnswer[]): void => session.setAnswers(node.path, answers);
  const isChoice = item.type === 'choice' || item.type === 'open-choice';
  if (options.length > 0 && isChoice && (item.repeats || item.control === 'check-box')) {
    const only = (answers: readonly ResponseAnswer[]): void => setAll(item.repeats ? answers : answers.slice(-1));
    return <ManyControl node={node} label={label} hint={hint} error={error} onAnswers={only} />;
  }
  if (item.repeats) return <Repeated node={node} label={label} hint={hint} error={error} onAnswers={setAll} />;
  return (
    <AnswerControl
      node={node}
      label={label}
      hint={hint}
      error={error}
      place={node.key}
      answer={node.answers[0]}
      onAnswer={(answer) => setAll(answer === undefined ? [] : [answer])}
    />
  );
}

/** A question that takes several answers of a kind: one control each, and one more on request. */
function Repeated({
  node,
  label,
  hint,
  error,
  onAnswers,
}: {
  readonly node: FilledQuestion;
  readonly label: string;
  readonly hint: string | undefined;
  readonly error: string | undefined;
  readonly onAnswers: (answers: readonly ResponseAnswer[]) => void;
}) {
  const { t } = useTranslation('forms');
  const [more, setMore] = useState(0);
  const given = node.answers;
  const count = Math.max(1, given.length + more);
  const set = (at: number, answer: ResponseAnswer | undefined): void => {
    const next = Array.from({ length: count }, (_, index) => (index === at ? answer : given[index]));
    const kept = next.filter((one) => one !== undefined);
    setMore(Math.max(0, count - kept.length - (kept.length === 0 ? 1 : 0)));
    onAnswers(kept);
  };
  return (
    <div className={styles.repeated}>
      {Array.from({ length: count }, (_, at) => (
        <AnswerControl
          key={at}
          node={node}
          label={at === 0 ? label : t('question.another', { label, number: at + 1 })}
          hint={at === 0 ? hint : undefined}
          error={at === 0 ? error : undefined}
          place={`${node.key}#${at}`}
          answer={given[at]}
          onAnswer={(answer) => set(at, answer)}
        />
      ))}
      {count < (node.item.maxOccurs ?? Infinity) && given.length === count && (
        <Button onClick={() => setMore(more + 1)}>{t('question.addAnswer')}</Button>
      )}
    </div>
  );
}
