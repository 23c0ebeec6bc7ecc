import type { Instant } from '../basics/time';
import {
  DATA_CLASSES,
  type BackEntryItem,
  type BackEntryValue,
  type DataClass,
} from '../reconciliation/back-entry-item';
import { labelOf } from './check/finding';
import { findUnits, type BackEntryUnit } from './back-entry-units';
import { enabledSlots } from './enabled';
import type { FormDefinition } from './form';
import { treeOf, type FormTree, type Slot } from './form-tree';
import { latestVersion, type FormVersion, type SignedForm } from './forms-state';
import { namesHighAlert } from './medicine-section';
import { textOfAnswers } from './text-of-answer';

/** How many values tell what an item is about, in its one line. */
const IN_LABEL = 3;

/**
 * What of a signed form must get back into the EHR: one item per dose, per set of vital signs, per requested test.
 * Made from the newest version; what an amendment took out is asked to be taken out of the EHR as well. Nothing that
 * came from the snapshot and was left as it was.
 */
export function backEntryItems(definition: FormDefinition, form: SignedForm): readonly BackEntryItem[] {
  if (form.struck) return [];
  const latest = latestVersion(form);
  const items = itemsOf(definition, form, latest);
  const keys = new Set(items.map(({ item }) => item));
  const gone = new Map<string, BackEntryItem>();
  for (const version of form.versions.slice(0, -1)) {
    for (const item of itemsOf(definition, form, version)) if (!keys.has(item.item)) gone.set(item.item, removed(item));
  }
  return [...items, ...gone.values()].sort((a, b) => a.priority - b.priority);
}

function itemsOf(definition: FormDefinition, form: SignedForm, version: FormVersion): readonly BackEntryItem[] {
  const tree = treeOf(definition, version.response);
  const units = findUnits(tree, enabledSlots(tree));
  return units.map((unit) => itemOf(unit, units, tree, form, version));
}

function itemOf(
  unit: BackEntryUnit,
  all: readonly BackEntryUnit[],
  tree: FormTree,
  form: SignedForm,
  version: FormVersion,
): BackEntryItem {
  const { owner, disposition, priority, dataClass } = unit.backEntry;
  const others = (unit.backEntry.with ?? []).flatMap((linkId) => tree.byLinkId.get(linkId) ?? []);
  const own = unit.slots.flatMap((slot) => valueOf(slot, unit));
  const context = unit.context.flatMap((slot) => valueOf(slot));
  const values = [...context, ...own, ...others.flatMap((slot) => valueOf(slot))];
  const told = [...context, ...own].slice(0, IN_LABEL).map(({ text }) => text);
  const waitsFor = all.filter((other) => other !== unit && other.backEntry.priority < priority && isAbove(other, unit));
  const linkIds = new Set([...unit.slots, ...unit.context].map((slot) => slot.item.linkId));
  const notable =
    version.accepted.some((each) => linkIds.has(each.linkId)) ||
    [...context, ...own].some(({ text }) => namesHighAlert(text));
  return {
    serial: form.serial,
    item: unit.key,
    owner,
    disposition,
    priority,
    ...(isDataClass(dataClass) ? { dataClass } : {}),
    label: [unit.label, ...told].join(' · '),
    patient: form.patient,
    ...(form.ward === undefined ? {} : { ward: form.ward }),
    values,
    occurredAt: occurredAt(unit, tree, version.occurredAt),
    form: form.form,
    formVersion: form.version,
    author: version.signature.name,
    series: context[0]?.text ?? unit.label,
    ...(notable ? { notable } : {}),
    ...(waitsFor.length === 0 ? {} : { waitsFor: waitsFor.map((other) => ({ serial: form.serial, item: other.key })) }),
  };
}

/** The order of the row a dose stands in; things of the whole form wait for nothing within it. */
function isAbove(other: BackEntryUnit, unit: BackEntryUnit): boolean {
  return other.row !== '' && (unit.row === other.row || unit.row.startsWith(`${other.row}/`));
}

function valueOf(slot: Slot, unit?: BackEntryUnit): readonly BackEntryValue[] {
  const answers = unit?.answer ? [unit.answer] : slot.answers;
  const text = textOfAnswers(slot.item, answers);
  return text === '' ? [] : [{ label: labelOf(slot.item), text }];
}

function occurredAt(unit: BackEntryUnit, tree: FormTree, otherwise: Instant): Instant {
  const { occurred } = unit.backEntry;
  if (occurred === undefined) return otherwise;
  const slot = unit.slots.find((each) => each.item.linkId === occurred) ?? tree.byLinkId.get(occurred)?.[0];
  const time = slot?.answers[0]?.valueDateTime;
  return time !== undefined && /T.*(Z|[+-]\d\d:\d\d)$/.test(time) ? time : otherwise;
}

function removed(item: BackEntryItem): BackEntryItem {
  const words = 'Taken out by an amendment. If it was entered, take it out of the EHR.';
  return {
    ...item,
    removed: true,
    label: `Removed: ${item.label}`,
    values: [{ label: 'Amendment', text: words }, ...item.values],
  };
}

function isDataClass(text: string | undefined): text is DataClass {
  return text !== undefined && (DATA_CLASSES as readonly string[]).includes(text);
}
