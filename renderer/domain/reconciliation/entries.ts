import type { BackEntryFacts } from './back-entry-facts';

/** Facts of back-entry. subject = form serial (or patient id for ADT items); book = the outage. */
export interface ReconciliationEntries extends BackEntryFacts {
  readonly 'item.marked': {
    readonly serial: string;
    readonly item: string;
    readonly as: 'entered' | 'scanned' | 'not-needed';
    /** The EHR's own order or accession number. */
    readonly ref?: string;
    /** Required for `not-needed`. */
    readonly reason?: string;
  };
  /** A second person looked at it in the EHR. */
  readonly 'item.verified': { readonly serial: string; readonly item: string };
  /** Takes back a mark or a verification; the entry `corrects` names it. */
  readonly 'item.reopened': { readonly serial: string; readonly item: string; readonly reason: string };
  /** `for`: handed over to somebody else, who has it from now on. */
  readonly 'item.claimed': { readonly serial: string; readonly item: string; readonly for?: string };
  readonly 'item.released': { readonly serial: string; readonly item: string };
}
