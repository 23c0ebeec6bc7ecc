import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldFoot } from '../field/field';
import { Icon } from '../icon/icon';
import fieldStyles from '../field/field.module.css';
import styles from './choice-buttons.module.css';

/** One answer; `code` is the letter or number the ward knows it by (A C V P U). */
export interface Choice<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly code?: string;
}

/**
 * One of a few answers as large buttons; native radio buttons underneath. A second click on the chosen one confirms it and
 * never takes it back: with gloves on, a double click would leave nothing. Taking it back has a button of its own.
 */
export function ChoiceButtons<T extends string>({
  label,
  choices,
  value,
  onChange,
  hint,
  error,
  hideLabel,
  clearable,
}: {
  readonly label: string;
  readonly choices: readonly Choice<T>[];
  readonly value: T | null;
  readonly onChange: (value: T | null) => void;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly hideLabel?: boolean;
  /** Offers to take the answer back; `onChange` then hears null. */
  readonly clearable?: boolean;
}) {
  const { t } = useTranslation('components');
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <fieldset
      className={fieldStyles.field}
      data-error={Boolean(error) || undefined}
      aria-describedby={described || undefined}
    >
      <legend className={hideLabel ? 'visually-hidden' : fieldStyles.label}>{label}</legend>
      <div className={styles.row} data-clearable={clearable}>
        {choices.map((choice) => (
          <label key={choice.value} className={styles.choice}>
            <input
              type="radio"
              name={id}
              className={styles.radio}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
            />
            {choice.code && <b className={styles.code}>{choice.code}</b>}
            <span>{choice.label}</span>
          </label>
        ))}
        {clearable && value !== null && (
          <button
            type="button"
            className={styles.clear}
            aria-label={t('choice.clear', { label })}
            onClick={() => onChange(null)}
          >
            <Icon name="close" size={16} />
          </button>
        )}
      </div>
      <FieldFoot id={id} hint={hint} error={error} />
    </fieldset>
  );
}
