import { NO_PATIENT } from '../domain/form/about-whom';
import type { Entry } from '../domain/ledger/entry';
import type { OutageState } from '../domain/outage/outage';
import type { CountedSheet } from '../domain/reconciliation/missing-pages';
import type { PaperScene } from '../domain/reconciliation/page-commands';
import { returnedPages } from '../domain/reconciliation/pages';
import { printedInOutage } from '../domain/reconciliation/sheet-items';
import type { World } from './world';

/** Every sheet that left a printer in this outage, once, with its pages. */
export function countedSheets(entries: Iterable<Entry>, outage: OutageState): readonly CountedSheet[] {
  const sheets = new Map<string, CountedSheet>();
  for (const { payload } of printedInOutage(entries, outage))
    for (const { serial, form, pages, patient } of payload.sheets)
      if (!sheets.has(serial)) sheets.set(serial, { serial, form, pages, patient: patient ?? NO_PATIENT });
  return [...sheets.values()];
}

/** The paper of an outage: what was printed, what came back. */
export function paperScene(world: World, outage: OutageState): PaperScene {
  return {
    outage: outage.id,
    sheets: new Map(countedSheets(world.entries, outage).map((sheet) => [sheet.serial, sheet])),
    returned: returnedPages(world.backEntry, outage.id),
  };
}
