import { hasValue } from './answer-values';
import { labelOf } from './check/finding';
import type { EnabledSlots } from './enabled';
import type { FilledScore } from './filled-form';
import type { ScoreBand } from './form';
import { slotsNear, type FormTree, type Slot } from './form-tree';

const RANK: Readonly<Record<ScoreBand['level'], number>> = { none: 0, warning: 1, critical: 2 };

/**
 * A score with what it means, or with the parts still missing. In FHIRPath a missing part makes a sum smaller or
 * empty without any sign (standards.md 1.5): a NEWS2 of 2 with no respiratory rate looks like a well patient.
 */
export function scoreOf(slot: Slot, tree: FormTree, isEnabled: EnabledSlots): FilledScore {
  const { item } = slot;
  const parts = item.score?.parts ?? [];
  const missing = missingParts(slot, tree, isEnabled).map((part) => ({
    linkId: part.item.linkId,
    label: labelOf(part.item),
    path: part.path,
  }));
  const value = missing.length > 0 ? undefined : numberOf(slot);
  const band = value === undefined ? undefined : bandOf(slot, value, tree, isEnabled);
  return {
    key: slot.key,
    item,
    path: slot.path,
    ...(value === undefined ? {} : { value }),
    ...(band === undefined ? {} : { band }),
    parts: parts.length,
    missing,
  };
}

/** The parts of a score that have no value yet; a part that is off counts as missing. */
export function missingParts(slot: Slot, tree: FormTree, isEnabled: EnabledSlots): readonly Slot[] {
  return (slot.item.score?.parts ?? []).flatMap((linkId) =>
    slotsNear(slot, linkId, tree).filter((part) => !isEnabled(part) || !part.answers.some(hasValue)),
  );
}

function numberOf(slot: Slot): number | undefined {
  const [answer] = slot.answers;
  return answer?.valueInteger ?? answer?.valueDecimal ?? answer?.valueQuantity?.value;
}

function bandOf(slot: Slot, value: number, tree: FormTree, isEnabled: EnabledSlots): ScoreBand | undefined {
  const score = slot.item.score;
  const band = score?.bands.find((each) => value >= each.from && value <= each.to);
  const trigger = score?.trigger;
  if (!trigger || RANK[trigger.level] <= RANK[band?.level ?? 'none']) return band;
  const pulled = slotsNear(slot, trigger.linkId, tree).some(
    (each) => isEnabled(each) && each.answers[0]?.valueBoolean === true,
  );
  return pulled ? { from: value, to: value, text: trigger.text, level: trigger.level } : band;
}
