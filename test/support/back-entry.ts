import { BACK_ENTRY_PRIORITY, type BackEntryItem } from '../../renderer/domain/reconciliation/back-entry-item';

const PRIORITY = BACK_ENTRY_PRIORITY;

/** A dose of a MAR; waits for the order on the same sheet when `order` names it. */
export function dose(serial: string, item: string, more: Partial<BackEntryItem> = {}): BackEntryItem {
  return {
    serial,
    item,
    owner: 'nursing',
    disposition: 'enter',
    priority: PRIORITY.doses,
    label: `Dose · morphine 2.5 mg IV · ${item}`,
    patient: 'p-lindqvist',
    values: [{ label: 'Medicine', text: 'morphine sulfate 10 mg/mL' }],
    occurredAt: '2026-11-22T06:10:00.000+01:00',
    form: 'F04',
    ...more,
  };
}

/** A medication order of a MAR, entered by pharmacy. */
export function order(serial: string, item: string, more: Partial<BackEntryItem> = {}): BackEntryItem {
  return dose(serial, item, {
    owner: 'pharmacy',
    priority: PRIORITY['medication-orders'],
    label: `Order · ${item}`,
    ...more,
  });
}
