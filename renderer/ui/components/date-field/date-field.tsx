import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldFoot } from '../field/field';
import fieldStyles from '../field/field.module.css';
import styles from './date-field.module.css';
import { datePartsOf, type DateParts, readDate } from './read-date';

/** A date in three boxes, day, month, year (as the NHS asks for birth dates): no picker, no order to guess, nothing emptied. */
export function DateField({
  label,
  value,
  onChange,
  hint,
  error,
  partial = false,
}: {
  readonly label: string;
  /** `YYYY-MM-DD`, or less of it when `partial`. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly partial?: boolean;
}) {
  const { t } = useTranslation('components');
  const id = useId();
  const [parts, setParts] = useState<DateParts>(() => datePartsOf(value));
  const [left, setLeft] = useState(false);
  const reading = readDate(parts, partial);
  const own =
    reading.state === 'impossible'
      ? t('date.impossible')
      : left && reading.state === 'incomplete'
        ? t('date.incomplete')
        : undefined;
  const shown = error ?? own;
  const change = (part: Partial<DateParts>): void => {
    const next = { ...parts, ...part };
    setParts(next);
    const read = readDate(next, partial);
    onChange(read.state === 'date' ? read.date : null);
  };
  return (
    <fieldset
      className={fieldStyles.field}
      data-error={Boolean(shown) || undefined}
      aria-describedby={[`${id}-hint`, shown && `${id}-error`].filter(Boolean).join(' ')}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setLeft(true);
      }}
    >
      <legend className={fieldStyles.label}>{label}</legend>
      <div className={styles.boxes}>
        {(['day', 'month', 'year'] as const).map((part) => (
          <label key={part} className={styles.part}>
            <span className={styles.partLabel}>{t(`date.${part}`)}</span>
            <input
              className={fieldStyles.input}
              data-part={part}
              inputMode="numeric"
              autoComplete="off"
              maxLength={part === 'year' ? 4 : 2}
              value={parts[part]}
              onChange={(event) => change({ [part]: event.currentTarget.value })}
            />
          </label>
        ))}
      </div>
      <FieldFoot id={id} hint={hint ?? t('date.hint')} error={shown} />
    </fieldset>
  );
}
