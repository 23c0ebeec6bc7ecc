import type { Instant } from '../basics/time';

/** Facts of one run of a role card. subject = run id (`runId(outage, ward, checklist)`), so two PCs share one run. */
export interface ChecklistEntries {
  readonly 'run.started': { readonly checklist: string; readonly ward: string; readonly startedAt: Instant };
  /** `round` counts repeated items (every hour …) from 1; 1 for an item done once. */
  readonly 'step.done': { readonly step: string; readonly round: number; readonly evidence?: string };
  readonly 'step.marked-not-applicable': { readonly step: string; readonly round: number; readonly reason: string };
  /** Takes back the last answer of a step; the entry `corrects` names it. */
  readonly 'step.undone': { readonly step: string; readonly round: number };
}
