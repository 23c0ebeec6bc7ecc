import { useTranslation } from 'react-i18next';
import { ChoiceButtons } from '../../../components/choice-buttons/choice-buttons';
import type { ControlProps } from './control-props';

/** Yes or no, two buttons: an empty tick box would mean both "no" and "not asked". */
export function BooleanControl({ label, answer, onAnswer, hint, error }: ControlProps) {
  const { t } = useTranslation('common');
  const value = answer?.valueBoolean === undefined ? null : answer.valueBoolean ? 'yes' : 'no';
  return (
    <ChoiceButtons
      clearable
      label={label}
      hint={hint}
      error={error}
      choices={[
        { value: 'yes', label: t('yes') },
        { value: 'no', label: t('no') },
      ]}
      value={value}
      onChange={(next) => onAnswer(next === null ? undefined : { valueBoolean: next === 'yes' })}
    />
  );
}
