import { Field, type FieldProps } from '../field/field';

/** One of a short list by the system's own list: works with every keyboard, reader and glove. */
export function Select<T extends string>({
  value,
  onChange,
  options,
  empty,
  ...field
}: FieldProps & {
  readonly value: T | null;
  readonly onChange: (value: T) => void;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  /** Words of the line that chooses nothing yet. */
  readonly empty?: string;
}) {
  return (
    <Field {...field}>
      {(control) => (
        <select {...control} value={value ?? ''} onChange={(event) => onChange(event.currentTarget.value as T)}>
          {(empty !== undefined || value === null) && (
            <option value="" disabled={empty === undefined}>
              {empty ?? ''}
            </option>
          )}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
