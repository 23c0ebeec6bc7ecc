import { ok } from '../domain/basics/result';
import { WORKSTATION_BOOK } from '../domain/ledger/entry';
import { currentOutage } from '../domain/outage/projection';
import type { PlacedLabel } from '../exchange/print/labels/paper-labels';
import type { Core } from './core';
import type { PrintPlan } from './print-plan';

/** Where paper of a plan went. */
export interface PrintTarget {
  readonly target: 'pdf' | 'printer' | 'zpl';
  readonly printer?: string;
  readonly job?: string;
  readonly batch?: number;
}

/** Writes down that paper left the app: serials and opaque ids, never a name. */
export async function recordPrint(core: Core, plan: PrintPlan, where: PrintTarget): Promise<void> {
  await core.run((world, { by }) => {
    const { snapshot } = core.state.get();
    const book = currentOutage(world.outages)?.id ?? WORKSTATION_BOOK;
    const reason = plan.reprintReason ?? (plan.request.kind === 'sheet' ? plan.request.reason : undefined);
    const payload = {
      pages: plan.pages,
      sheets: plan.sheets.map(({ title: _title, ...sheet }) => sheet),
      ...where,
      ...(plan.request.kind === 'labels' ? { labels: labelsPrinted(plan.request.label, plan.labels ?? []) } : {}),
      ...(snapshot ? { snapshotAsOf: snapshot.asOf } : {}),
      ...(reason === undefined || reason === '' ? {} : { reprintReason: reason }),
    };
    return ok([{ book, subject: 'paper', by, type: 'pack.printed', payload }]);
  });
}

const labelsPrinted = (kind: string, labels: readonly PlacedLabel[]) => ({
  kind,
  count: labels.length,
  patients: [...new Set(labels.map(({ patient }) => patient))],
});
