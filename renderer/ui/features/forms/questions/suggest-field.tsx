import { useId } from 'react';
import { Field } from '../../../components/field/field';
import type { ControlProps } from './control-props';
import { optionKey } from './choice-style';
import { useTyped } from './use-typed';

/** Type a few letters and take a proposal, or write something else: the form's words become its code, others stay words. */
export function SuggestField({ node, label, answer, onAnswer, hint, error }: ControlProps) {
  const id = useId();
  const { options, item } = node;
  const key = optionKey(options, answer);
  const value =
    key === null ? (answer?.valueString ?? answer?.valueCoding?.display ?? '') : (options[Number(key)]?.label ?? '');
  const [text, setText] = useTyped(value, (one) => one);
  const change = (next: string): void => {
    const wanted = next.trim().toLowerCase();
    const option = options.find((one) => one.label.toLowerCase() === wanted || one.prefix?.toLowerCase() === wanted);
    setText(next, option ? option.label : next.trim() === '' ? '' : next);
    onAnswer(option?.value ?? (wanted === '' ? undefined : { valueString: next }));
  };
  return (
    <Field label={label} hint={hint} error={error} required={item.required}>
      {(control) => (
        <>
          <input
            {...control}
            list={id}
            autoComplete="off"
            spellCheck={false}
            value={text}
            onChange={(event) => change(event.currentTarget.value)}
          />
          <datalist id={id}>
            {options.map((option) => (
              <option key={option.label} value={option.label} label={option.prefix} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}
