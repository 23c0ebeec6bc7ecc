import { TextField } from '../../../components/text-field/text-field';
import { answerOfText, textOfText } from './answer-values';
import type { ControlProps } from './control-props';
import { useTyped } from './use-typed';

/** A line or several of text, an address, or a reference by its words. */
export function TextControl({ node, label, answer, onAnswer, hint, error }: ControlProps) {
  const { item } = node;
  const value = textOfText(answer);
  const [text, setText] = useTyped(value, (one) => one);
  return (
    <TextField
      label={label}
      hint={hint}
      error={error}
      required={item.required}
      value={text}
      {...(item.type === 'text' ? { rows: 3 } : {})}
      {...(item.entryFormat === undefined ? {} : { placeholder: item.entryFormat })}
      onChange={(next) => {
        setText(next, next.trim() === '' ? '' : next);
        onAnswer(next.trim() === '' ? undefined : answerOfText(item, next));
      }}
    />
  );
}
