import { useTranslation } from 'react-i18next';
import { ChoiceButtons } from '../../../components/choice-buttons/choice-buttons';
import { Select } from '../../../components/select/select';
import { TextField } from '../../../components/text-field/text-field';
import { choiceStyle, optionKey } from './choice-style';
import type { ControlProps } from './control-props';
import styles from './questions.module.css';
import { SuggestField } from './suggest-field';

const OTHER = 'other';

/** One answer of several: large buttons for a few, the system's list for many, words of one's own where the form allows. */
export function ChoiceControl(props: ControlProps) {
  const { t } = useTranslation('forms');
  const { node, label, answer, onAnswer, hint, error } = props;
  const { item, options } = node;
  const style = choiceStyle(node);
  if (style === 'suggest') return <SuggestField {...props} />;
  const open = item.type === 'open-choice' || item.optionsAreSuggestions === true;
  const own = open && answer !== undefined && optionKey(options, answer) === null;
  const value = own ? OTHER : optionKey(options, answer);
  const choose = (key: string | null): void =>
    onAnswer(
      key === null || key === '' ? undefined : key === OTHER ? { valueString: ' ' } : options[Number(key)]?.value,
    );
  const otherLabel = item.openLabel ?? t('question.other');
  return (
    <div className={styles.choice}>
      {style === 'buttons' ? (
        <ChoiceButtons
          clearable
          label={label}
          hint={hint}
          error={error}
          choices={[
            ...options.map((option, at) => ({
              value: String(at),
              label: option.label,
              ...(option.prefix === undefined ? {} : { code: option.prefix }),
            })),
            ...(open ? [{ value: OTHER, label: otherLabel }] : []),
          ]}
          value={value}
          onChange={choose}
        />
      ) : (
        <Select
          label={label}
          hint={hint}
          error={error}
          required={item.required}
          empty={t('question.none')}
          options={[
            ...options.map((option, at) => ({ value: String(at), label: option.label })),
            ...(open ? [{ value: OTHER, label: otherLabel }] : []),
          ]}
          value={value}
          onChange={choose}
        />
      )}
      {own && (
        <TextField
          label={otherLabel}
          value={(answer.valueString ?? answer.valueCoding?.display ?? '').trimStart()}
          onChange={(text) => onAnswer({ valueString: text === '' ? ' ' : text })}
        />
      )}
    </div>
  );
}
