import { useId } from 'react';
import { FieldFoot } from '../field/field';
import fieldStyles from '../field/field.module.css';
import styles from './choice-buttons.module.css';

/** One answer; `code` is the letter or number the ward knows it by (A C V P U). */
export interface Choice<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly code?: string;
}

/** One of a few answers as large buttons; native radio buttons underneath. A second click on the chosen one takes it back. */
export function ChoiceButtons<T extends string>({
  label,
  choices,
  value,
  onChange,
  hint,
  error,
  hideLabel,
}: {
  readonly label: string;
  readonly choices: readonly Choice<T>[];
  readonly value: T | null;
  readonly onChange: (value: T | null) => void;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly hideLabel?: boolean;
}) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <fieldset
      className={fieldStyles.field}
      data-error={Boolean(error) || undefined}
      aria-describedby={described || undefined}
    >
      <legend className={hideLabel ? 'visually-hidden' : fieldStyles.label}>{label}</legend>
      <div className={styles.row}>
        {choices.map((choice) => (
          <label key={choice.value} className={styles.choice}>
            <input
              type="radio"
              name={id}
              className={styles.radio}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
              onClick={() => choice.value === value && onChange(null)}
            />
            {choice.code && <b className={styles.code}>{choice.code}</b>}
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
      <FieldFoot id={id} hint={hint} error={error} />
    </fieldset>
  );
}
