import { assertNever } from '../../../../domain/basics/assert-never';
import { AttachmentControl } from './attachment-control';
import { BooleanControl } from './boolean-control';
import { ChoiceControl } from './choice-control';
import type { ControlProps } from './control-props';
import { NumberControl } from './number-control';
import { TextControl } from './text-control';
import { DateControl, DateTimeControl, TimeControl } from './time-controls';

/** The control for one answer of a question, by its type. */
export function AnswerControl(props: ControlProps) {
  const { item } = props.node;
  if (item.options.length > 0 && item.type !== 'boolean' && item.type !== 'choice' && item.type !== 'open-choice')
    return <ChoiceControl {...props} />;
  switch (item.type) {
    case 'boolean':
      return <BooleanControl {...props} />;
    case 'decimal':
    case 'integer':
    case 'quantity':
      return <NumberControl {...props} />;
    case 'date':
      return <DateControl {...props} />;
    case 'dateTime':
      return <DateTimeControl {...props} />;
    case 'time':
      return <TimeControl {...props} />;
    case 'string':
    case 'text':
    case 'url':
    case 'reference':
      return <TextControl {...props} />;
    case 'choice':
    case 'open-choice':
      return props.node.options.length > 0 ? <ChoiceControl {...props} /> : <TextControl {...props} />;
    case 'attachment':
      return <AttachmentControl {...props} />;
    case 'group':
    case 'display':
      return null;
    default:
      return assertNever(item.type);
  }
}
