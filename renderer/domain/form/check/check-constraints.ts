import type { EnabledSlots } from '../enabled';
import { outcomeOf, type ExpressionResults } from '../expression-results';
import type { Finding, FormConstraint } from '../form';
import { indexOf } from '../form-index';
import { slotsNear, type FormTree, type Slot } from '../form-tree';

/**
 * Messages of the form's own rules, at the place the rule names. A rule of the whole form without a place still
 * speaks, at the top: smart-forms marked it and showed the user nothing (standards.md 1.2).
 */
export function checkConstraints(
  tree: FormTree,
  isEnabled: EnabledSlots,
  results: ExpressionResults | undefined,
): readonly Finding[] {
  const findings: Finding[] = [];
  for (const constraint of tree.definition.constraints) {
    if (isBroken(constraint, '', results)) findings.push(...spread(constraint, undefined, tree));
  }
  for (const slot of indexOf(tree.definition).constrained.flatMap((linkId) => tree.byLinkId.get(linkId) ?? [])) {
    if (!isEnabled(slot)) continue;
    const places = slot.item.type === 'group' ? slot.inner.map((row) => row.key) : [slot.key];
    for (const constraint of slot.item.constraints) {
      for (const place of places)
        if (isBroken(constraint, place, results)) findings.push(...spread(constraint, slot, tree));
    }
  }
  return findings;
}

function isBroken(constraint: FormConstraint, place: string, results: ExpressionResults | undefined): boolean {
  return outcomeOf(results, 'constraint', place, constraint.key)?.result?.[0] === false;
}

function spread(constraint: FormConstraint, carrier: Slot | undefined, tree: FormTree): readonly Finding[] {
  const said = { code: 'constraint', severity: constraint.severity, message: constraint.human } as const;
  const places = constraint.locations.flatMap((linkId) =>
    (carrier ? slotsNear(carrier, linkId, tree) : (tree.byLinkId.get(linkId) ?? [])).slice(0, 1),
  );
  if (places.length > 0) return places.map((slot) => ({ linkId: slot.item.linkId, path: slot.path, ...said }));
  return [{ linkId: carrier?.item.linkId ?? '', path: carrier?.path ?? [], ...said }];
}
