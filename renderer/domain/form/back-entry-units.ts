import { hasValue, snapshotTimeOf } from './answer-values';
import type { EnabledSlots } from './enabled';
import type { BackEntry } from './form';
import type { Container, FormTree, Slot } from './form-tree';
import type { ResponseAnswer, ResponseItem } from './response';
import { textOfAnswer } from './text-of-answer';

/** One part of a form that is entered as one thing. */
export interface BackEntryUnit {
  /** Names it within its form for ever: rows by their own id, not by their place. */
  readonly key: string;
  readonly backEntry: BackEntry;
  readonly label: string;
  /** The row it stands in, as a path of row ids; empty outside rows. */
  readonly row: string;
  /** Its own answered questions, in the order of the form. */
  readonly slots: readonly Slot[];
  /** Questions above it that say what it is about: the medicine of a dose. */
  readonly context: readonly Slot[];
  /** Set when one answer of several is the unit: one requested test. */
  readonly answer?: ResponseAnswer;
}

/** The units of a response: rows, groups, single questions and answers that carry a back-entry mark. */
export function findUnits(tree: FormTree, isEnabled: EnabledSlots): readonly BackEntryUnit[] {
  const units: BackEntryUnit[] = [];
  const { backEntry, title } = tree.definition;
  if (backEntry) {
    const slots = answeredBelow(tree.root, isEnabled);
    if (slots.length > 0) units.push({ key: 'form', backEntry, label: title, row: '', slots, context: [] });
  }

  function visit(container: Container, row: string, context: readonly Slot[]): void {
    const split = new Map<string, Slot[]>();
    for (const slot of container.slots) {
      if (!isEnabled(slot)) continue;
      if (slot.item.type === 'group') visitGroup(slot, row, context);
      else if (slot.item.backEntry && answered(slot)) {
        if (row === '') addQuestion(slot, slot.item.backEntry);
        else {
          const owner = `${slot.item.backEntry.owner}-${slot.item.backEntry.priority}`;
          split.set(owner, [...(split.get(owner) ?? []), slot]);
        }
      }
    }
    // Questions of a row with another owner than the row: the dose of a once-only order.
    for (const [owner, slots] of split) {
      const mark = slots[0]?.item.backEntry;
      if (mark && !slots.every(isKnown))
        units.push({ key: `${row}:${owner}`, backEntry: mark, label: ownerLabel(mark), row, slots, context });
    }
  }

  function visitGroup(slot: Slot, above: string, context: readonly Slot[]): void {
    for (const inner of slot.inner) {
      const row = slot.item.repeats ? `${above === '' ? '' : `${above}/`}${rowName(slot, inner)}` : above;
      const plain = inner.slots.filter((each) => each.item.type !== 'group' && isEnabled(each) && answered(each));
      const mark = slot.item.backEntry;
      if (mark) {
        const slots = slot.item.repeats
          ? plain.filter((each) => !each.item.backEntry)
          : answeredBelow(inner, isEnabled);
        const label = slot.item.shortText ?? slot.item.text;
        const key = slot.item.repeats ? row : slot.item.linkId;
        if (slots.length > 0 && !isKnownRow(slots)) units.push({ key, backEntry: mark, label, row, slots, context });
      }
      visit(inner, row, [...context, ...plain.filter(saysWhatItIs)]);
    }
  }

  function addQuestion(slot: Slot, mark: BackEntry): void {
    const base = { backEntry: mark, row: '', slots: [slot], context: [] };
    const label = slot.item.shortText ?? slot.item.text;
    if (!slot.item.repeats) {
      if (!isKnown(slot)) units.push({ ...base, key: slot.item.linkId, label });
      return;
    }
    for (const answer of slot.answers.filter(hasValue)) {
      units.push({ ...base, key: `${slot.item.linkId}:${answerName(slot, answer)}`, label: title, answer });
    }
  }

  visit(tree.root, '', []);
  return units;
}

/** What names a row: what it cannot do without, and what the EHR would have told of it. */
const NAMING: ReadonlySet<string> = new Set(['medicine.name', 'medicine.dose', 'medicine.route', 'medicine.frequency']);

function saysWhatItIs({ item }: Slot): boolean {
  return !item.backEntry && (item.required || NAMING.has(item.prefill ?? ''));
}

function answered(slot: Slot): boolean {
  return slot.answers.some(hasValue);
}

/** What carries a mark of its own is entered by itself: the lines of an assessment are not part of its note. */
function answeredBelow(container: Container, isEnabled: EnabledSlots): readonly Slot[] {
  return container.slots.flatMap((slot): readonly Slot[] => {
    if (slot.item.backEntry) return [];
    const own = slot.item.type !== 'group' && !slot.item.hidden && isEnabled(slot) && answered(slot);
    return [...(own ? [slot] : []), ...slot.inner.flatMap((inner) => answeredBelow(inner, isEnabled))];
  });
}

/** What the EHR knows already: taken over from the snapshot and left as it was. */
function isKnown(slot: Slot): boolean {
  return slot.answers.every((answer) => snapshotTimeOf(answer) !== undefined);
}

/** A row is known when something of it came over and none of what could come over was changed. */
function isKnownRow(slots: readonly Slot[]): boolean {
  const filled = slots.filter((slot) => slot.item.prefill !== undefined);
  return filled.some(isKnown) && filled.every((slot) => isKnown(slot) || slot.item.prefill === 'medicine.nextDue');
}

function rowName(slot: Slot, row: Container): string {
  const id = (row.source as ResponseItem | undefined)?.id;
  return id === undefined ? `${slot.item.linkId}-${row.index + 1}` : (id.split('.').at(-1) ?? id);
}

function answerName(slot: Slot, answer: ResponseAnswer): string {
  const name = answer.valueCoding?.code ?? textOfAnswer(slot.item, answer);
  return name
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 60);
}

function ownerLabel(mark: BackEntry): string {
  return mark.dataClass === 'infusion-totals' ? 'Infusion' : mark.dataClass === 'doses' ? 'Dose' : 'Entry';
}
