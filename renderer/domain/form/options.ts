import { outcomeOf, type ExpressionResults } from './expression-results';
import type { AnswerOption } from './form';
import type { Slot } from './form-tree';
import { answerOfResult } from './result-answers';
import { textOfAnswer } from './text-of-answer';

/** The options a question offers now: those of the form, or what its answerExpression came to. */
export function optionsOf(slot: Slot, results: ExpressionResults | undefined): readonly AnswerOption[] {
  const { item } = slot;
  if (item.answerExpression === undefined) return item.options;
  const outcome = outcomeOf(results, 'options', slot.key);
  if (outcome?.result === undefined) return item.options;
  return outcome.result.flatMap((each) => {
    const value = answerOfResult(each, item);
    return value === undefined
      ? []
      : [{ value, label: textOfAnswer(item, value), exclusive: false, initialSelected: false }];
  });
}
