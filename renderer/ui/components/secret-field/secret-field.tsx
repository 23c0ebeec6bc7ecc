import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field, type FieldProps } from '../field/field';
import { Icon } from '../icon/icon';
import styles from './secret-field.module.css';

/** A passphrase: hidden while typed, can be shown, may be pasted (WCAG 3.3.8). */
export function SecretField({
  value,
  onChange,
  onEnter,
  takesFocus,
  ...field
}: FieldProps & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onEnter?: () => void;
  /** First in its dialog: the cursor stands here when it opens. */
  readonly takesFocus?: boolean;
}) {
  const { t } = useTranslation('components');
  const [shown, setShown] = useState(false);
  return (
    <div className={styles.row}>
      <Field {...field}>
        {(control) => (
          <input
            {...control}
            {...(takesFocus ? { 'data-autofocus': true } : {})}
            type={shown ? 'text' : 'password'}
            value={value}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => onChange(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && onEnter) {
                event.preventDefault();
                onEnter();
              }
            }}
          />
        )}
      </Field>
      <button type="button" className={styles.show} aria-pressed={shown} onClick={() => setShown(!shown)}>
        <Icon name="eye" size={20} />
        {t('secret.show')}
      </button>
    </div>
  );
}
