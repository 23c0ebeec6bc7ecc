import { absentReasonOf, hasValue, sameValue } from './answer-values';
import { checkAnswer } from './check/check-answer';
import { checkConstraints } from './check/check-constraints';
import { caution, fault, labelOf, placed } from './check/finding';
import { enabledSlots, type EnabledSlots } from './enabled';
import type { ExpressionResults } from './expression-results';
import type { Finding, FormDefinition } from './form';
import { indexOf } from './form-index';
import { everySlot, treeOf, type Container, type FormTree, type Slot } from './form-tree';
import { optionsOf } from './options';
import type { FormResponse, ResponseItem } from './response';

/**
 * Checks answers against their form; no npm package does (standards.md 2). In the order of the form, only what is
 * on. Results of expressions come from outside; without them constraints are not judged.
 */
export function checkResponse(
  definition: FormDefinition,
  response: FormResponse,
  results?: ExpressionResults,
): readonly Finding[] {
  const tree = treeOf(definition, response);
  return checkTree(tree, enabledSlots(tree, results), results);
}

/** The same over a tree that is there already. */
export function checkTree(tree: FormTree, isEnabled: EnabledSlots, results?: ExpressionResults): readonly Finding[] {
  const findings: Finding[] = [];
  const visit = (container: Container): void => {
    for (const slot of container.slots) {
      if (!isEnabled(slot)) {
        if (hasContent(slot))
          findings.push(
            placed(
              slot,
              0,
              fault(
                'not-enabled',
                `“${labelOf(slot.item)}” no longer applies but still has an answer. Clear it or change what it depends on.`,
              ),
            ),
          );
        continue;
      }
      checkSlot(slot, results, findings);
      slot.inner.forEach(visit);
    }
    for (const each of container.unknown) findings.push(unknown(each, container, tree));
  };
  visit(tree.root);
  findings.push(...checkConstraints(tree, isEnabled, results));
  return findings;
}

/** An answer the form does not ask for here; from outside it may even lack its linkId. */
function unknown(each: Partial<ResponseItem>, container: Container, tree: FormTree): Finding {
  const linkId = typeof each.linkId === 'string' ? each.linkId : '';
  const message =
    linkId === ''
      ? 'An answer does not say which question it belongs to (no linkId). It is kept.'
      : indexOf(tree.definition).byLinkId.has(linkId)
        ? `The answer to "${linkId}" stands in the wrong place of the form.`
        : `The form has no question "${linkId}". The answer is kept.`;
  return { linkId, path: [...container.path, { linkId, index: 0 }], ...fault('unknown-item', message) };
}

function checkSlot(slot: Slot, results: ExpressionResults | undefined, findings: Finding[]): void {
  const { item } = slot;
  if (item.type === 'display') {
    if (slot.answers.length > 0)
      findings.push(
        placed(slot, 0, fault('wrong-type', `“${labelOf(item)}” is a text of the form and takes no answer.`)),
      );
    return;
  }
  if (item.type === 'group') checkRows(slot, findings);
  else checkAnswers(slot, results, findings);
}

function checkRows(slot: Slot, findings: Finding[]): void {
  const { item, found } = slot;
  if (slot.answers.length > 0)
    findings.push(
      placed(slot, 0, fault('wrong-type', `“${labelOf(item)}” is a group and takes no answer of its own.`)),
    );
  if (!item.repeats && found.length > 1)
    findings.push(
      placed(slot, 1, fault('too-many', `“${labelOf(item)}” is there ${found.length} times; it may be there once.`)),
    );
  if (item.required && !item.hidden && !hasContent(slot))
    findings.push(placed(slot, 0, fault('required', `“${labelOf(item)}” has no answer yet.`)));
  else checkCount(slot, found.length, 'rows', findings);
}

function checkAnswers(slot: Slot, results: ExpressionResults | undefined, findings: Finding[]): void {
  const { item, answers } = slot;
  if (slot.found.some((each) => each.item !== undefined)) {
    findings.push(
      placed(
        slot,
        0,
        fault('wrong-type', `“${labelOf(item)}” has answers beside its own answer; they belong below it.`),
      ),
    );
  }
  const given = answers.filter((answer) => hasValue(answer) || absentReasonOf(answer));
  if (!item.repeats && answers.length > 1)
    findings.push(
      placed(slot, 1, fault('too-many', `“${labelOf(item)}” has ${answers.length} answers; it takes one.`)),
    );
  // Nobody can fill what is hidden or locked; calculated results that are missing say so themselves.
  if (item.required && !item.hidden && !item.readOnly && given.length === 0)
    findings.push(placed(slot, 0, fault('required', `“${labelOf(item)}” is not answered yet.`)));
  else checkCount(slot, given.length, 'answers', findings);
  const options = optionsOf(slot, results);
  answers.forEach((answer, index) => {
    for (const complaint of checkAnswer(item, answer, options)) findings.push(placed(slot, index, complaint));
    if (answers.findIndex((other) => hasValue(other) && sameValue(other, answer)) < index && options.length > 0) {
      findings.push(placed(slot, index, caution('too-many', `“${labelOf(item)}” has the same answer twice.`)));
    }
  });
  const exclusive = options.find(
    (option) => option.exclusive && answers.some((answer) => sameValue(answer, option.value)),
  );
  if (exclusive && answers.length > 1) {
    findings.push(
      placed(
        slot,
        0,
        fault('exclusive', `“${labelOf(item)}”: “${exclusive.label}” cannot be chosen together with other answers.`),
      ),
    );
  }
}

function checkCount(slot: Slot, count: number, what: 'rows' | 'answers', findings: Finding[]): void {
  const { item } = slot;
  if (item.minOccurs !== undefined && count < item.minOccurs && !item.hidden && !item.readOnly) {
    findings.push(
      placed(
        slot,
        0,
        fault('too-few', `“${labelOf(item)}” has ${count} ${what}; it needs ${item.minOccurs} at least.`),
      ),
    );
  }
  if (item.maxOccurs !== undefined && count > item.maxOccurs) {
    findings.push(
      placed(
        slot,
        item.maxOccurs,
        fault('too-many', `“${labelOf(item)}” has ${count} ${what}; it takes ${item.maxOccurs} at most.`),
      ),
    );
  }
}

/** Whether anything is answered at a place or below it. */
export function hasContent(slot: Slot): boolean {
  if (slot.answers.some((answer) => hasValue(answer) || absentReasonOf(answer))) return true;
  for (const row of slot.inner)
    for (const each of everySlot(row))
      if (each.answers.some((answer) => hasValue(answer) || absentReasonOf(answer))) return true;
  return false;
}
