import { hasValue } from '../../../domain/form/answer-values';
import { enabledSlots, type EnabledSlots } from '../../../domain/form/enabled';
import type { ExpressionResults } from '../../../domain/form/expression-results';
import { type FormTree, type Slot, slotsNear } from '../../../domain/form/form-tree';

/**
 * Places of a sheet that is filled before printing: those that are on, and those whose condition nobody has answered
 * yet. A pen cannot open a question that was not printed: without this the reaction part of a transfusion record
 * would be missing on the very sheet that hangs at the bed.
 */
export function mayApply(tree: FormTree, results?: ExpressionResults): EnabledSlots {
  const isOn = enabledSlots(tree, results);
  return (slot) => {
    for (let at: Slot | undefined = slot; at; at = at.container.slot) {
      if (isOn(at)) return true;
      if (at.item.enableWhen.length > 0 && !isOpen(at, tree)) return false;
    }
    return true;
  };
}

/** Whether something its condition asks for is still unanswered. */
function isOpen(slot: Slot, tree: FormTree): boolean {
  return slot.item.enableWhen.some(({ question }) =>
    slotsNear(slot, question, tree).every(({ answers }) => !answers.some(hasValue)),
  );
}
