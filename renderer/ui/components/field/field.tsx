import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './field.module.css';

/** What a control inside a Field must carry so that its label, hint and error are read with it. */
export interface FieldControl {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean | undefined;
  readonly 'aria-required': boolean | undefined;
  readonly className: string;
}

/** What every field shows around its control. */
export interface FieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  /** Says what is wrong and what to do; stands under the control, with a shape. */
  readonly error?: string | undefined;
  readonly unit?: string | undefined;
  readonly optional?: boolean | undefined;
  readonly required?: boolean | undefined;
}

/** Label above, control, unit inside at the end, hint and error under it. */
export function Field({
  label,
  hint,
  error,
  unit,
  optional,
  required,
  children,
}: FieldProps & {
  readonly children: (control: FieldControl) => ReactNode;
}) {
  const id = useId();
  const { t } = useTranslation('components');
  const described = [hint && `${id}-hint`, unit && `${id}-unit`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={styles.field} data-error={Boolean(error) || undefined}>
      <label className={styles.label} htmlFor={id}>
        {label}
        {optional && <span className={styles.optional}> ({t('optional')})</span>}
      </label>
      <div className={styles.control}>
        {children({
          id,
          'aria-describedby': described || undefined,
          'aria-invalid': error ? true : undefined,
          'aria-required': required,
          className: styles.input ?? '',
        })}
        {unit && (
          <span id={`${id}-unit`} className={styles.unit}>
            {unit}
          </span>
        )}
      </div>
      <FieldFoot id={id} hint={hint} error={error} />
    </div>
  );
}

/** Hint and error under a control; also for groups of controls that are no single Field. */
export function FieldFoot({
  id,
  hint,
  error,
}: {
  readonly id: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
}) {
  return (
    <>
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className={styles.error}>
          <span aria-hidden="true" className={styles.mark}>
            !
          </span>
          {error}
        </p>
      )}
    </>
  );
}
