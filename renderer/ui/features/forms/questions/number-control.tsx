import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { unitText } from '../../../../domain/form/text-of-answer';
import type { Coding, Quantity } from '../../../../domain/form/response';
import { NumberField } from '../../../components/number-field/number-field';
import { Select } from '../../../components/select/select';
import { noteUnread, useFiller } from '../fill/filler-context';
import { answerOfNumber, numberOfAnswer } from './answer-values';
import type { ControlProps } from './control-props';
import styles from './questions.module.css';
import { useTyped } from './use-typed';

/** A number with its unit; a quantity with several units asks which, and never converts. */
export function NumberControl({ node, label, answer, onAnswer, hint, error, place }: ControlProps) {
  const { t } = useTranslation('forms');
  const filler = useFiller();
  const { item } = node;
  const units = item.unitOptions.length > 0 ? item.unitOptions : item.unit ? [item.unit] : [];
  const given = answer?.valueQuantity;
  // Chosen before the number is there; an answer that has a unit of its own goes before it.
  const [picked, setPicked] = useState<Coding>();
  const unit: Coding | undefined =
    (given && units.find((one) => isUnitOf(one, given))) ?? picked ?? (units.length === 1 ? units[0] : item.unit);
  const value = numberOfAnswer(answer);
  const [text, setText] = useTyped(value, (one) => (one === null ? '' : String(one)), filler.unread.get().get(place));
  const choose = units.length > 1;
  const field = (
    <NumberField
      label={label}
      hint={hint}
      error={error}
      required={item.required}
      unit={choose ? undefined : unitText(item) || (unit?.display ?? unit?.code)}
      text={text}
      onChange={(next, number) => {
        setText(next, number);
        noteUnread(filler, place, next.trim() !== '' && number === null ? next : undefined);
        onAnswer(number === null ? undefined : answerOfNumber(item, number, unit));
      }}
    />
  );
  if (!choose) return field;
  return (
    <div className={styles.quantity}>
      {field}
      <Select
        label={t('question.unit')}
        value={unit ? keyOfUnit(unit) : null}
        empty={t('question.chooseUnit')}
        options={units.map((one) => ({ value: keyOfUnit(one), label: one.display ?? one.code ?? '' }))}
        onChange={(key) => {
          const chosen = units.find((one) => keyOfUnit(one) === key);
          setPicked(chosen);
          if (value !== null) onAnswer(answerOfNumber(item, value, chosen));
        }}
      />
    </div>
  );
}

/** Units of public forms often have words and no code: two of those are not one unit. */
function keyOfUnit(unit: Coding): string {
  return unit.code ?? unit.display ?? '';
}

function isUnitOf(unit: Coding, { code, unit: words }: Quantity): boolean {
  return unit.code === undefined ? unit.display === words : unit.code === code;
}
