/** An entry that cannot be opened or does not decode: shown, never dropped; the rest works. */
export interface Quarantined {
  readonly id: string;
  readonly device: string;
  readonly seq: number;
  readonly type: string;
  readonly reason: 'wrong-key' | 'damaged' | 'unknown-type' | 'newer-shape' | 'broken-payload' | 'chain-broken';
}

/** What `verify` found. */
export interface VerifyReport {
  readonly entries: number;
  readonly devices: readonly { readonly device: string; readonly entries: number; readonly head: string }[];
  readonly chain: 'whole' | 'broken';
  /** First entry where a chain breaks. */
  readonly firstBroken?: { readonly device: string; readonly seq: number; readonly why: string };
  readonly copies: 'equal' | 'journal-short' | 'database-short' | 'differ';
  /**
   * Lines of the journal's files that are not as they were written. `mended`: what stood there was taken from the
   * database and written again, so nothing is missing; the line stays where it is, for whoever looks into it.
   */
  readonly journalDamage?: readonly JournalDamage[];
  readonly quarantined: readonly Quarantined[];
}

/** A line of the journal that is not as it was written. */
export interface JournalDamage {
  readonly file: string;
  readonly line: number;
  readonly why: string;
  readonly mended: boolean;
}
