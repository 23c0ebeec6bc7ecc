import { compareValues, hasValue, sameValue } from './answer-values';
import { outcomeOf, type ExpressionResults } from './expression-results';
import type { EnableCondition } from './form';
import { indexOf } from './form-index';
import { everySlot, slotsNear, type FormTree, type Slot } from './form-tree';
import type { ResponseAnswer } from './response';

/** Which places are on. A place is off when its condition is not met or when anything above it is off. */
export type EnabledSlots = (slot: Slot) => boolean;

/**
 * Works out which places are on. A question that is off counts as unanswered in other conditions, even while its
 * old answer is kept (FHIR enableWhen). Results of enableWhenExpression come from outside; without one the item
 * is on: something asked too much is safer than something never asked.
 */
export function enabledSlots(tree: FormTree, results?: ExpressionResults): EnabledSlots {
  const off = new Set<Slot>();
  for (const linkId of indexOf(tree.definition).enableOrder) {
    for (const slot of tree.byLinkId.get(linkId) ?? []) {
      const parent = slot.container.slot;
      if ((parent && off.has(parent)) || !conditionsMet(slot, tree, off) || !expressionMet(slot, results))
        off.add(slot);
    }
  }
  return (slot) => !off.has(slot);
}

function conditionsMet(slot: Slot, tree: FormTree, off: ReadonlySet<Slot>): boolean {
  const { enableWhen, enableBehavior } = slot.item;
  if (enableWhen.length === 0) return true;
  const met = (condition: EnableCondition): boolean =>
    conditionMet(
      condition,
      slotsNear(slot, condition.question, tree).filter((each) => !off.has(each)),
    );
  return enableBehavior === 'any' ? enableWhen.some(met) : enableWhen.every(met);
}

function conditionMet(condition: EnableCondition, questions: readonly Slot[]): boolean {
  const answers = questions.flatMap((question) => question.answers).filter(hasValue);
  if (condition.operator === 'exists') {
    const exists =
      answers.length > 0 || questions.some((question) => question.item.type === 'group' && groupAnswered(question));
    return exists === condition.answer.valueBoolean;
  }
  return answers.some((answer) => holds(answer, condition));
}

function holds(answer: ResponseAnswer, { operator, answer: wanted }: EnableCondition): boolean {
  if (operator === '=') return sameValue(answer, wanted);
  if (operator === '!=') return !sameValue(answer, wanted);
  const order = compareValues(answer, wanted);
  if (order === undefined) return false;
  if (operator === '>') return order > 0;
  if (operator === '<') return order < 0;
  return operator === '>=' ? order >= 0 : order <= 0;
}

function groupAnswered(group: Slot): boolean {
  for (const row of group.inner) for (const slot of everySlot(row)) if (slot.answers.some(hasValue)) return true;
  return false;
}

function expressionMet(slot: Slot, results: ExpressionResults | undefined): boolean {
  if (slot.item.enableWhenExpression === undefined) return true;
  const outcome = outcomeOf(results, 'enable', slot.key);
  return outcome?.result === undefined || outcome.result[0] === true;
}
