import { afterAction } from '../domain/after-action/after-action';
import type { StepView } from '../domain/checklist/step-view';
import type { Instant } from '../domain/basics/time';
import { outageById } from '../domain/outage/projection';
import { liveSteps } from '../domain/tracking/projection';
import type { Reconciliation } from '../domain/reconciliation/queue';
import type { ExportFile } from '../exchange/export/export-input';
import type { AfterActionReport } from '../exchange/report/after-action-tables';
import type { Core } from './core';
import { peopleNames, systemNames } from './event-names';
import type { ChecklistUse } from './use-checklists';
import type { TrackingUse } from './use-tracking';

/** What an event came to. Needs a sign-in: forms and the log are sealed. */
export interface ReportUse {
  /** Undefined for an event that is not here. */
  afterAction(outage: string): AfterActionReport | undefined;
  /** The same as spreadsheets. */
  csv(outage: string): readonly ExportFile[];
  /** Into a folder somebody chooses; false when nobody did. Throws PortFailure when it cannot be written. */
  save(outage: string): Promise<boolean>;
}

/** Makes the use-cases of the report. */
export function createReportUse(
  core: Core,
  parts: {
    readonly checklists: ChecklistUse;
    readonly tracking: TrackingUse;
    readonly reconciliation: () => Reconciliation | undefined;
    readonly toCsv: (report: AfterActionReport) => readonly ExportFile[];
  },
): ReportUse {
  const { state, ports } = core;

  const stepsOf = (
    outage: string,
    now: Instant,
  ): readonly (StepView & { readonly checklist: string; readonly ward: string })[] =>
    Object.values(state.get().world.runs.runs)
      .filter((run) => run.outage === outage)
      .flatMap(({ checklist, ward }) =>
        (parts.checklists.view({ outage, ward, checklist, now })?.phases ?? [])
          .filter(({ status }) => status !== 'outside' && status !== 'waiting')
          .flatMap(({ steps }) => steps.map((step) => ({ ...step, checklist, ward }))),
      );

  const report: ReportUse['afterAction'] = (outage) => {
    const { world, library } = state.get();
    const event = outageById(world.outages, outage);
    if (!event) return undefined;
    const now = ports.clock.now();
    const forms = [...world.forms.bySerial.values()].filter(({ book }) => book === outage);
    const requests = forms.flatMap(({ serial }) => parts.tracking.named(serial, now) ?? []);
    const written = new Map(requests.map((request) => [request.serial, request.written]));
    const reconciliation = parts.reconciliation();
    return {
      event,
      report: afterAction({
        event,
        entries: world.entries,
        steps: stepsOf(outage, now),
        forms,
        requests,
        resultedAt: (serial) =>
          [...(written.get(serial) ?? []), ...liveSteps(world.tracking, serial)].find(({ step }) => step === 'resulted')
            ?.occurredAt,
        problems: Object.values(world.problems.problems).filter((open) => open.outage === outage),
        ...(reconciliation?.outage === outage ? { backEntry: reconciliation.items } : {}),
        now,
      }),
      systems: systemNames(state.get()),
      people: peopleNames(state.get()),
      titles: new Map([...library.checklists, ...library.forms].map(({ id, title }) => [id, title])),
    };
  };

  const csv: ReportUse['csv'] = (outage) => {
    const found = report(outage);
    return found ? parts.toCsv(found) : [];
  };

  return {
    afterAction: report,
    csv,
    save: async (outage) => (await ports.files.saveFolder(csv(outage))).saved,
  };
}
