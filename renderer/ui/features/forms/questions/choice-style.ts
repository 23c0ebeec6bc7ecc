import { sameValue } from '../../../../domain/form/answer-values';
import type { AnswerOption } from '../../../../domain/form/form';
import type { FilledQuestion } from '../../../../domain/form/filled-form';
import type { ResponseAnswer } from '../../../../domain/form/response';

/** More than so many answers are a list, not a row of buttons. */
const MOST_BUTTONS = 6;
const MOST_ASKED_BUTTONS = 9;

/** How a question with one answer out of several asks. */
export function choiceStyle({
  item,
  options,
}: Pick<FilledQuestion, 'item' | 'options'>): 'buttons' | 'list' | 'suggest' {
  if (item.control === 'autocomplete') return item.type === 'open-choice' ? 'suggest' : 'list';
  if (item.control === 'drop-down') return 'list';
  return options.length <= (item.control === 'radio-button' ? MOST_ASKED_BUTTONS : MOST_BUTTONS) ? 'buttons' : 'list';
}

/** Position of an answer among the options, as the key of a control. */
export function optionKey(options: readonly AnswerOption[], answer: ResponseAnswer | undefined): string | null {
  const at = answer === undefined ? -1 : options.findIndex((option) => sameValue(option.value, answer));
  return at < 0 ? null : String(at);
}
