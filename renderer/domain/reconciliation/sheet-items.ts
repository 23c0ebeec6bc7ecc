import { toEpochMs, type Instant } from '../basics/time';
import { NO_PATIENT } from '../form/about-whom';
import { WORKSTATION_BOOK, type Entry, type EntryOf } from '../ledger/entry';
import type { PrintedSheet } from '../workstation/entries';
import { BACK_ENTRY_PRIORITY, type BackEntryItem } from './back-entry-item';

/** Item id of a sheet of paper as a whole. */
export const SHEET = 'sheet';

type OutageTimes = { readonly id: string; readonly since: Instant; readonly until?: Instant };

/** What was printed in an outage, also by a PC that did not know of it yet. */
export function* printedInOutage(entries: Iterable<Entry>, outage: OutageTimes): Generator<EntryOf<'pack.printed'>> {
  for (const entry of entries) if (entry.type === 'pack.printed' && belongs(entry, outage)) yield entry;
}

/**
 * Paper that left the printer during the outage and never came back as a signed form: medical records scans it or says
 * why it is not needed (unused, spoiled). Paper gets lost between ward and scanning; what is not listed is not missed.
 */
export function sheetItems(entries: Iterable<Entry>, outage: OutageTimes): BackEntryItem[] {
  const printed = new Map<string, BackEntryItem>();
  const returned = new Set<string>();
  for (const entry of entries) {
    if (entry.type === 'form.signed') returned.add(entry.payload.serial);
    if (entry.type !== 'pack.printed' || !belongs(entry, outage)) continue;
    // A reprint is the same sheet: it is asked for once.
    for (const sheet of entry.payload.sheets)
      if (!printed.has(sheet.serial)) printed.set(sheet.serial, sheetItem(sheet, entry));
  }
  return [...printed.values()].filter((item) => !returned.has(item.serial));
}

function belongs(entry: EntryOf<'pack.printed'>, outage: OutageTimes): boolean {
  if (entry.book !== WORKSTATION_BOOK) return entry.book === outage.id;
  const at = toEpochMs(entry.at);
  return at >= toEpochMs(outage.since) && (outage.until === undefined || at <= toEpochMs(outage.until));
}

function sheetItem(sheet: PrintedSheet, entry: EntryOf<'pack.printed'>): BackEntryItem {
  const pages = sheet.pages === 1 ? '1 page' : `${sheet.pages} pages`;
  return {
    serial: sheet.serial,
    item: SHEET,
    owner: 'medical-records',
    disposition: 'scan',
    priority: BACK_ENTRY_PRIORITY.rest,
    dataClass: 'notes',
    label: `Paper · ${sheet.form}, ${pages}`,
    patient: sheet.patient ?? NO_PATIENT,
    values: [
      { label: 'Serial', text: sheet.serial },
      { label: 'Form', text: `${sheet.form} version ${sheet.version}` },
      { label: 'Pages', text: String(sheet.pages) },
      { label: 'Printed', text: entry.at },
    ],
    occurredAt: entry.at,
    form: sheet.form,
    formVersion: sheet.version,
  };
}
