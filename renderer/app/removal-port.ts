import type { Instant } from '../domain/basics/time';
import type { RemovalSurvey } from '../domain/retention/commands';

/** Destroys the keys of an outage. What is decided, and that it was decided, is in the ledger before. */
export interface PatientRemoval {
  /** Counts what lies there, without opening it. */
  survey(outage: string): Promise<RemovalSurvey>;
  /**
   * Takes the outage's data keys out of both copies of the vault file, overwrites older copies, removes drafts and
   * snapshots. May be called again. `snapshotsUpTo` null: snapshots stay. `stillNeeded`: patient ids a snapshot that
   * stays goes on knowing.
   */
  remove(
    outage: string,
    options: { readonly snapshotsUpTo: Instant | null; readonly stillNeeded: ReadonlySet<string> },
  ): Promise<void>;
  /** Decided, and a key is still there: killed in between, or brought back by a copy. */
  isUnfinished(outage: string): boolean;
}
