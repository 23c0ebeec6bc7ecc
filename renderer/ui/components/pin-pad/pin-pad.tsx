import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BigButton } from '../big-button/big-button';
import { FieldFoot } from '../field/field';
import fieldStyles from '../field/field.module.css';
import { Icon } from '../icon/icon';
import styles from './pin-pad.module.css';

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/** A PIN by keyboard, paste or glove-size keys. The digits are never shown; the field says how many there are. */
export function PinPad({
  onSubmit,
  submitLabel,
  error,
  busy,
  takesFocus,
}: {
  readonly onSubmit: (pin: string) => void;
  readonly submitLabel: string;
  readonly error?: string | undefined;
  /** While a PIN is being checked, or a delay runs. */
  readonly busy?: boolean;
  /** Takes the focus when it appears: somebody just chose a name. */
  readonly takesFocus?: boolean;
}) {
  const { t } = useTranslation('components');
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [pin, setPin] = useState('');
  useEffect(() => {
    if (takesFocus) input.current?.focus();
  }, [takesFocus]);
  const submit = (): void => {
    if (busy || pin === '') return;
    onSubmit(pin);
    setPin('');
    input.current?.focus();
  };
  const key = (digit: string): void => setPin((before) => before + digit);
  return (
    <div className={styles.pad}>
      <div className={fieldStyles.field} data-error={Boolean(error) || undefined}>
        <label htmlFor={id} className={fieldStyles.label}>
          {t('pin.label')}
        </label>
        <input
          id={id}
          ref={input}
          className={`${fieldStyles.input ?? ''} ${styles.pin ?? ''}`}
          type="password"
          inputMode="numeric"
          autoComplete="off"
          data-autofocus
          value={pin}
          aria-describedby={error ? `${id}-error` : undefined}
          aria-invalid={error ? true : undefined}
          onChange={(event) => setPin(event.currentTarget.value.replaceAll(/\D/g, ''))}
          onKeyDown={(event) => {
            if (event.key === 'Enter') {
              event.preventDefault();
              submit();
            }
          }}
        />
        <div role="alert">
          <FieldFoot id={id} error={error} />
        </div>
      </div>
      <div className={styles.keys}>
        {DIGITS.map((digit) => (
          <button key={digit} type="button" className={styles.key} onClick={() => key(digit)}>
            {digit}
          </button>
        ))}
        <button type="button" className={styles.key} aria-label={t('pin.clear')} onClick={() => setPin('')}>
          <Icon name="close" />
        </button>
        <button type="button" className={styles.key} onClick={() => key('0')}>
          0
        </button>
        <button
          type="button"
          className={styles.key}
          aria-label={t('pin.back')}
          onClick={() => setPin((before) => before.slice(0, -1))}
        >
          <Icon name="erase" />
        </button>
      </div>
      <BigButton
        tone="brand"
        onClick={submit}
        disabled={busy ?? false}
        shortcut={{ shown: t('pin.enterKey'), aria: 'Enter' }}
      >
        {submitLabel}
      </BigButton>
    </div>
  );
}
