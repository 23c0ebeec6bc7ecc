import { DateField } from '../../../components/date-field/date-field';
import { DateTimeField } from '../../../components/date-time-field/date-time-field';
import { TimeField } from '../../../components/time-field/time-field';
import { noteUnread, useFiller } from '../fill/filler-context';
import type { ControlProps } from './control-props';
import { useTyped } from './use-typed';

/** A day, three boxes. */
export function DateControl({ label, answer, onAnswer, hint, error }: ControlProps) {
  const value = answer?.valueDate ?? null;
  return (
    <DateField
      label={label}
      partial
      hint={hint ?? ''}
      error={error}
      value={value}
      onChange={(next) => onAnswer(next === null ? undefined : { valueDate: next })}
    />
  );
}

/** A moment: time first, the day fills itself. */
export function DateTimeControl({ node, label, answer, onAnswer, hint, error }: ControlProps) {
  const { now } = useFiller();
  return (
    <DateTimeField
      label={label}
      dateOnly
      required={node.item.required}
      hint={hint}
      error={error}
      now={now}
      value={answer?.valueDateTime ?? null}
      onChange={(next) => onAnswer(next === null ? undefined : { valueDateTime: next })}
    />
  );
}

/** A time of day. */
export function TimeControl({ node, label, answer, onAnswer, hint, error, place }: ControlProps) {
  const filler = useFiller();
  const value = answer?.valueTime?.slice(0, 5) ?? null;
  const [text, setText] = useTyped(value, (one) => one ?? '', filler.unread.get().get(place));
  return (
    <TimeField
      label={label}
      hint={hint ?? null}
      error={error}
      required={node.item.required}
      text={text}
      onChange={(next, time) => {
        setText(next, time);
        noteUnread(filler, place, next.trim() !== '' && time === null ? next : undefined);
        onAnswer(time === null ? undefined : { valueTime: `${time}:00` });
      }}
    />
  );
}
