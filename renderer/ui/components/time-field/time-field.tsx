import { useTranslation } from 'react-i18next';
import { Field, type FieldProps } from '../field/field';
import { readTime } from './read-time';

/** A 24-hour time typed as four digits; shown back as 07:40 when left. */
export function TimeField({
  text,
  onChange,
  hint,
  ...field
}: Omit<FieldProps, 'hint'> & {
  /** Null: the label says it all. */
  readonly hint?: string | null;
  readonly text: string;
  /** `value` is HH:MM, or null while the text is no time. */
  readonly onChange: (text: string, value: string | null) => void;
}) {
  const { t } = useTranslation('components');
  const read = readTime(text);
  const wrong = text.trim().length >= 4 && read === null;
  return (
    <Field
      {...field}
      hint={hint === null ? undefined : (hint ?? t('timeOfDay.hint'))}
      error={field.error ?? (wrong ? t('timeOfDay.impossible') : undefined)}
    >
      {(control) => (
        <input
          {...control}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          value={text}
          onChange={(event) => onChange(event.currentTarget.value, readTime(event.currentTarget.value))}
          onBlur={() => read !== null && read !== text && onChange(read, read)}
        />
      )}
    </Field>
  );
}
