import { BACK_ENTRY_PRIORITY, itemKeyText, type BackEntryItem } from './back-entry-item';
import type { ItemMarks, MarksState } from './marks';
import { SHEET } from './sheet-items';

/** Item id of the arrival of somebody who was not in the snapshot. */
export const ARRIVAL = 'arrival';

/**
 * A sheet is scanned once, by medical records, however many of its items stay on paper; what is entered from it stays
 * with its owner.
 */
export function scanTasks(items: readonly BackEntryItem[]): BackEntryItem[] {
  const bySerial = new Map<string, BackEntryItem>();
  for (const item of items) {
    if (!isOnScannedPaper(item) || bySerial.has(item.serial)) continue;
    const { serial, patient, ward, occurredAt, form, formVersion } = item;
    bySerial.set(serial, {
      serial,
      item: 'scan',
      owner: 'medical-records',
      disposition: 'scan',
      priority: BACK_ENTRY_PRIORITY.rest,
      dataClass: 'notes',
      label: `Scan only · ${form}`,
      patient,
      values: [{ label: 'Serial', text: serial }],
      occurredAt,
      form,
      ...(ward === undefined ? {} : { ward }),
      ...(formVersion === undefined ? {} : { formVersion }),
    });
  }
  return [...bySerial.values()];
}

/** Whether the paper of an item has to be scanned. A sheet as a whole is a scan task already. */
export function isOnScannedPaper(item: BackEntryItem): boolean {
  return item.item !== SHEET && (item.disposition === 'scan' || item.disposition === 'enter-and-scan');
}

/** Orders need a visit to sit on: everything of a patient who arrived in downtime waits for the arrival. */
export function withIdentityWaits(items: readonly BackEntryItem[]): BackEntryItem[] {
  const arrived = new Set(items.filter((item) => item.item === ARRIVAL).map((item) => item.serial));
  return items.map((item) => {
    if (item.item === ARRIVAL || !arrived.has(item.patient)) return item;
    return { ...item, waitsFor: [{ serial: item.patient, item: ARRIVAL }, ...(item.waitsFor ?? [])] };
  });
}

/** The mark of something entered in the EHR whose form changed since; what was set aside never was in the EHR. */
function enteredBefore(marks: ItemMarks | undefined): ItemMarks['marks'][number] | undefined {
  return marks?.marks.findLast((mark) => mark.overtaken && !mark.undone && mark.as !== 'not-needed');
}

/** Leaves out what was taken out of its form before anybody entered it: there is nothing to undo. */
export function withoutNeverEntered(items: readonly BackEntryItem[], marks: MarksState): BackEntryItem[] {
  return items.filter((item) => item.removed !== true || enteredBefore(marks.items[itemKeyText(item)]) !== undefined);
}

/**
 * Something was entered in the EHR and its paper is gone (struck through, or the line amended away): it must come
 * out again, or the EHR keeps what the ward took back.
 */
export function withdrawnItems(items: readonly BackEntryItem[], marks: readonly ItemMarks[]): BackEntryItem[] {
  const known = new Set(items.map(itemKeyText));
  return marks.flatMap((one) => {
    const entered = enteredBefore(one);
    if (!entered || known.has(itemKeyText(one))) return [];
    const { serial, item } = one;
    return [
      {
        serial,
        item,
        owner: 'medical-records',
        disposition: 'enter',
        priority: BACK_ENTRY_PRIORITY.doses,
        label: `Withdrawn: take out of the EHR · ${serial}`,
        patient: '-',
        values: [
          { label: 'Serial', text: serial },
          ...(entered.ref === undefined ? [] : [{ label: 'EHR reference', text: entered.ref }]),
        ],
        occurredAt: entered.at,
        form: WITHDRAWN,
        removed: true,
      } satisfies BackEntryItem,
    ];
  });
}

/** Form id of an item whose paper was withdrawn. */
export const WITHDRAWN = 'withdrawn';
