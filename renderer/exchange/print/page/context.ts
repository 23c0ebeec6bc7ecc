import type { Instant } from '../../../domain/basics/time';

/** What every page says about its own printing. */
export interface PaperContext {
  readonly printedAt: Instant;
  readonly printedBy?: string;
  readonly workstation: string;
  readonly ward: string;
  /** Time of the data the page was filled from. */
  readonly snapshotAsOf?: Instant;
  /** Practice: every page says so. */
  readonly drill: boolean;
  /** Head of the ledger as a short code: ties the paper to the records behind it. */
  readonly headCode?: string;
}
