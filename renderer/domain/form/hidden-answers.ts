import { labelOf } from './check/finding';
import { hasContent } from './check-response';
import { clearItem } from './edit-response';
import { enabledSlots, type EnabledSlots } from './enabled';
import type { ExpressionResults } from './expression-results';
import type { HiddenAnswer } from './filled-form';
import type { FormDefinition } from './form';
import { everySlot, treeOf, type Container, type Slot } from './form-tree';
import type { FormResponse } from './response';
import { textOfAnswers } from './text-of-answer';

/** The answers that are kept though their question is off; the outermost place of each. */
export function hiddenAnswersOf(root: Container, isEnabled: EnabledSlots): readonly HiddenAnswer[] {
  const hidden: HiddenAnswer[] = [];
  const visit = (container: Container): void => {
    for (const slot of container.slots) {
      if (isEnabled(slot)) slot.inner.forEach(visit);
      else if (hasContent(slot))
        hidden.push({ linkId: slot.item.linkId, path: slot.path, label: labelOf(slot.item), text: textBelow(slot) });
    }
  };
  visit(root);
  return hidden;
}

/** Takes out every answer whose question is off, and says which: nothing leaves a record in silence. */
export function clearHiddenAnswers(
  definition: FormDefinition,
  response: FormResponse,
  results?: ExpressionResults,
): { readonly response: FormResponse; readonly cleared: readonly HiddenAnswer[] } {
  const tree = treeOf(definition, response);
  const cleared = hiddenAnswersOf(tree.root, enabledSlots(tree, results));
  return { response: cleared.reduce((now, each) => clearItem(definition, now, each.path), response), cleared };
}

function textBelow(slot: Slot): string {
  const texts = [textOfAnswers(slot.item, slot.answers)];
  for (const row of slot.inner) for (const each of everySlot(row)) texts.push(textOfAnswers(each.item, each.answers));
  return texts.filter((text) => text !== '').join('; ');
}
