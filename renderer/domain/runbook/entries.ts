/**
 * Facts of one use of a runbook. subject = run id, new each time: a ward may use one runbook several times in an
 * outage, once per patient or event. No free text: these facts are written without a sign-in and hold no patient.
 */
export interface RunbookEntries {
  readonly 'runbook.opened': { readonly runbook: string; readonly ward: string };
  /** `round` counts repeated steps (every 15 min …) from 1; `pass` how often a loop came here, 1 when it is missing. */
  readonly 'runbook-step.done': { readonly step: string; readonly round: number; readonly pass?: number };
  /** The answer to a decision: which branch was taken. */
  readonly 'runbook.answered': { readonly step: string; readonly option: string; readonly pass?: number };
  /** Takes back a tick or an answer; the entry `corrects` names it. */
  readonly 'runbook-step.undone': { readonly step: string };
  readonly 'runbook.closed': { readonly outcome: 'finished' | 'not-needed' };
}
