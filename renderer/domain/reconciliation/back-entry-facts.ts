import type { Instant } from '../basics/time';

/** Facts about the back-entry as a whole: its rule, its paper, its end. book = the outage. */
export interface BackEntryFacts {
  /** Which preset says what is entered; before the first one the library's own. subject = the outage. */
  readonly 'policy.chosen': { readonly policy: string; readonly version: string };
  /** A page was scanned; without serial no code could be read and it lies in the tray. subject = the image. */
  readonly 'page.scanned': {
    /** Names the sealed image. */
    readonly image: string;
    readonly sha256: string;
    readonly serial?: string;
    readonly page?: number;
    readonly form?: string;
    readonly version?: string;
  };
  /** A person says which page it is; without image the code of the paper was scanned by hand. subject = the serial. */
  readonly 'page.filed': { readonly serial: string; readonly page: number; readonly image?: string };
  /** Takes a filing back: the page is not seen any more, its image lies in the tray. */
  readonly 'page.unfiled': { readonly serial: string; readonly page: number; readonly reason: string };
  /** An image that belongs to no sheet: empty back, twice, not ours. It stays sealed beside the ledger. */
  readonly 'page.set-aside': { readonly image: string; readonly reason: string };
  /** A ward says that its back-entry is whole. subject = the outage. */
  readonly 'ward.signed-off': { readonly ward: string; readonly openItems: number; readonly note?: string };
  /** Takes a sign-off back; the entry `corrects` names it. */
  readonly 'ward-sign-off.undone': { readonly ward: string; readonly reason: string };
  /** All of it is closed: retention starts here. Counts are those of the certificate. */
  readonly 'reconciliation.closed': {
    readonly closedAt: Instant;
    readonly items: number;
    readonly entered: number;
    readonly scanned: number;
    readonly notNeeded: number;
    readonly verified: number;
    readonly openItems: number;
    readonly wards: readonly string[];
  };
}
