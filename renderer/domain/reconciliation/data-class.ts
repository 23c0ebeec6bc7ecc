import { BACK_ENTRY_PRIORITY, type BackEntryItem, type DataClass } from './back-entry-item';
import { MOVEMENT_FORM } from './movement-items';

/** Forms whose items are of one class, by library id (forms.md). */
const CLASS_OF_FORM: Readonly<Record<string, DataClass>> = {
  [MOVEMENT_FORM]: 'identity',
  F01: 'identity',
  F02: 'identity',
  F03: 'orders',
  F06: 'vital-signs',
  F07: 'intake-output',
  F10: 'laboratory',
  F11: 'laboratory',
  F12: 'imaging',
  F15: 'consents',
  F20: 'consents',
  F23: 'infusion-totals',
};

/**
 * The row of the policy table an item falls under. Its own word first, then its place in the order of entry (a MAR
 * holds orders and doses), then its form; what nobody knows is a note.
 */
export function dataClassOf(item: BackEntryItem): DataClass {
  if (item.dataClass !== undefined) return item.dataClass;
  if (item.priority === BACK_ENTRY_PRIORITY.identity) return 'identity';
  if (item.priority === BACK_ENTRY_PRIORITY.allergies) return item.owner === 'physician' ? 'code-status' : 'allergies';
  if (item.priority === BACK_ENTRY_PRIORITY['medication-orders']) return 'medication-orders';
  if (item.priority === BACK_ENTRY_PRIORITY.doses) return 'doses';
  return CLASS_OF_FORM[item.form] ?? 'notes';
}
