import { useTranslation } from 'react-i18next';
import { sameValue } from '../../../../domain/form/answer-values';
import type { FilledQuestion } from '../../../../domain/form/filled-form';
import type { ResponseAnswer } from '../../../../domain/form/response';
import { CheckList } from '../../../components/check-list/check-list';
import { TextField } from '../../../components/text-field/text-field';
import styles from './questions.module.css';

/** Any number of the options; an exclusive one ("none of these") clears the others, and they clear it. */
export function ManyControl({
  node,
  label,
  onAnswers,
  hint,
  error,
}: {
  readonly node: FilledQuestion;
  readonly label: string;
  readonly onAnswers: (answers: readonly ResponseAnswer[]) => void;
  readonly hint: string | undefined;
  readonly error: string | undefined;
}) {
  const { t } = useTranslation('forms');
  const { item, options, answers } = node;
  const own = answers.filter((answer) => !options.some((option) => sameValue(option.value, answer)));
  const chosen = options.flatMap((option, at) =>
    answers.some((answer) => sameValue(answer, option.value)) ? [String(at)] : [],
  );
  const change = (keys: readonly string[]): void => {
    const added = keys.find((key) => !chosen.includes(key));
    const exclusive = (key: string): boolean => options[Number(key)]?.exclusive === true;
    const kept = added === undefined ? keys : exclusive(added) ? [added] : keys.filter((key) => !exclusive(key));
    // In the order of the form, whatever the order of the ticks.
    const values = options.flatMap((option, at) => (kept.includes(String(at)) ? [option.value] : []));
    onAnswers([...values, ...(added !== undefined && exclusive(added) ? [] : own)]);
  };
  const ownText = own.map((answer) => answer.valueString ?? answer.valueCoding?.display ?? '').join('; ');
  const open = item.type === 'open-choice' || item.optionsAreSuggestions === true;
  return (
    <div className={styles.many}>
      <CheckList
        label={label}
        hint={hint}
        error={error}
        items={options.map((option, at) => ({ value: String(at), label: option.label }))}
        value={chosen}
        onChange={change}
      />
      {open && (
        <TextField
          label={item.openLabel ?? t('question.otherText')}
          value={ownText}
          onChange={(text) =>
            onAnswers([
              ...answers.filter((answer) => !own.includes(answer)),
              ...(text === '' ? [] : [{ valueString: text }]),
            ])
          }
        />
      )}
    </div>
  );
}
