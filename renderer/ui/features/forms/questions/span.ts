import type { FilledQuestion } from '../../../../domain/form/filled-form';
import { choiceStyle } from './choice-style';

/** How many of six columns a question takes: short values three on a line, words and long choices the whole line. */
export function spanOf(node: FilledQuestion): 2 | 3 | 6 {
  const { item, options } = node;
  if (item.readOnly) return 2;
  if (item.control === 'check-box' || (item.repeats && options.length > 0) || node.children.length > 0) return 6;
  switch (item.type) {
    case 'text':
    case 'attachment':
    case 'url':
      return 6;
    case 'date':
    case 'dateTime':
      return 3;
    case 'quantity':
      return item.unitOptions.length > 1 ? 3 : 2;
    case 'choice':
    case 'open-choice':
      if (choiceStyle(node) !== 'buttons') return 2;
      return options.length <= 2 && options.every((option) => option.label.length <= 16) ? 3 : 6;
    default:
      return 2;
  }
}
