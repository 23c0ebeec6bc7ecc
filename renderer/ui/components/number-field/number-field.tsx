import { useTranslation } from 'react-i18next';
import { Field, type FieldProps } from '../field/field';
import { readNumber } from './read-number';

/** A number that keeps exactly what was typed: nothing is rounded, emptied or spun by a mouse wheel. */
export function NumberField({
  text,
  onChange,
  onBlur,
  ...field
}: FieldProps & {
  readonly text: string;
  /** `value` is null while the text is no number. */
  readonly onChange: (text: string, value: number | null) => void;
  readonly onBlur?: () => void;
}) {
  const { t } = useTranslation('components');
  const wrong = text.trim() !== '' && readNumber(text) === null;
  return (
    <Field {...field} error={field.error ?? (wrong ? t('number.notANumber') : undefined)}>
      {(control) => (
        <input
          {...control}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          value={text}
          onBlur={onBlur}
          onChange={(event) => onChange(event.currentTarget.value, readNumber(event.currentTarget.value))}
        />
      )}
    </Field>
  );
}
