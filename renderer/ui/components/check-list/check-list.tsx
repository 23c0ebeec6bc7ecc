import { useId, type ReactNode } from 'react';
import { FieldFoot } from '../field/field';
import fieldStyles from '../field/field.module.css';
import styles from './check-list.module.css';

/** One line that can be ticked; `aside` stands at its end ("2 pages"). */
export interface CheckItem<T extends string> {
  readonly value: T;
  readonly label: ReactNode;
  readonly aside?: string;
  readonly disabled?: boolean;
}

/** Any number of a list, each line its own large target. */
export function CheckList<T extends string>({
  label,
  items,
  value,
  onChange,
  hint,
  error,
  hideLabel,
}: {
  readonly label: string;
  readonly items: readonly CheckItem<T>[];
  readonly value: readonly T[];
  readonly onChange: (value: readonly T[]) => void;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly hideLabel?: boolean;
}) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <fieldset className={fieldStyles.field} aria-describedby={described || undefined}>
      <legend className={hideLabel ? 'visually-hidden' : fieldStyles.label}>{label}</legend>
      <div className={styles.list}>
        {items.map((item) => (
          <label key={item.value} className={styles.line}>
            <input
              type="checkbox"
              className={styles.box}
              checked={value.includes(item.value)}
              disabled={item.disabled}
              onChange={(event) =>
                onChange(
                  event.currentTarget.checked ? [...value, item.value] : value.filter((one) => one !== item.value),
                )
              }
            />
            <span className={styles.label}>{item.label}</span>
            {item.aside && <span className={styles.aside}>{item.aside}</span>}
          </label>
        ))}
      </div>
      <FieldFoot id={id} hint={hint} error={error} />
    </fieldset>
  );
}
