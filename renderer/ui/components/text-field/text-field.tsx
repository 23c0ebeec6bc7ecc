import type { HTMLInputTypeAttribute, KeyboardEvent, Ref } from 'react';
import { Field, type FieldProps } from '../field/field';

/** A line of text, or several. Spelling help and history stay off: names and drugs are not dictionary words. */
export function TextField({
  value,
  onChange,
  rows,
  type = 'text',
  ref,
  onEnter,
  placeholder,
  maxLength,
  takesFocus,
  ...field
}: FieldProps & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** More than one makes it a text area. */
  readonly rows?: number;
  readonly type?: HTMLInputTypeAttribute;
  readonly ref?: Ref<HTMLInputElement>;
  readonly onEnter?: () => void;
  readonly placeholder?: string;
  readonly maxLength?: number;
  /** First in its dialog: the cursor stands here when it opens. */
  readonly takesFocus?: boolean;
}) {
  const shared = { value, placeholder, maxLength, autoComplete: 'off', spellCheck: false } as const;
  const enter = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !onEnter) return;
    event.preventDefault();
    onEnter();
  };
  const focus = takesFocus ? { 'data-autofocus': true } : {};
  return (
    <Field {...field}>
      {(control) =>
        rows && rows > 1 ? (
          <textarea
            {...control}
            {...shared}
            {...focus}
            rows={rows}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
        ) : (
          <input
            {...control}
            {...shared}
            {...focus}
            ref={ref}
            type={type}
            onKeyDown={enter}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
        )
      }
    </Field>
  );
}
