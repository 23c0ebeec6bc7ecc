/** An entry that cannot be opened or does not decode: shown, never dropped; the rest works. */
export interface Quarantined {
  readonly id: string;
  readonly device: string;
  readonly seq: number;
  readonly type: string;
  readonly reason: 'wrong-key' | 'damaged' | 'unknown-type' | 'newer-shape' | 'broken-payload' | 'chain-broken';
}

/** What is wrong with an entry, in which copy. */
export type BrokenWhy =
  | `${'changed' | 'missing' | 'does not follow its predecessor'} in the ${'database' | 'journal'}`
  | 'differs between database and journal';

/** What `verify` found. */
export interface VerifyReport {
  readonly entries: number;
  readonly devices: readonly { readonly device: string; readonly entries: number; readonly head: string }[];
  readonly chain: 'whole' | 'broken';
  /** First entry where a chain breaks. */
  readonly firstBroken?: { readonly device: string; readonly seq: number; readonly why: BrokenWhy };
  readonly copies: 'equal' | 'journal-short' | 'database-short' | 'differ';
  /**
   * Lines of the journal's files that are not as they were written. `mended`: what stood there was taken from the
   * database and written again, so nothing is missing; the line stays where it is, for whoever looks into it.
   */
  readonly journalDamage?: readonly JournalDamage[];
  readonly quarantined: readonly Quarantined[];
  /** Missing only where nothing is ever signed (ports in memory). */
  readonly checkpoints?: CheckpointReport;
}

/** What the signed ends of the record say about it. Signed by this PC every 100 entries or 60 s, kept outside the journal. */
export interface CheckpointReport {
  /**
   * `none`: nothing was signed yet (an older record, or no safe place for a key). `ends-before`: the record ends before
   * the last signed entry. `differs`: another entry stands where one was signed. `bad-signature`, `list-changed`,
   * `list-cut`: somebody changed the signed list itself. `unread`: it could not be asked for.
   */
  readonly state:
    | 'none'
    | 'good'
    | 'ends-before'
    | 'differs'
    | 'bad-signature'
    | 'list-changed'
    | 'list-cut'
    | 'unread';
  /** How many there are. */
  readonly signed: number;
  /** Signed by a key this PC does not have (any more): their hashes were compared all the same. */
  readonly unknownKey: number;
  readonly last?: { readonly at: string; readonly device: string; readonly seq: number };
  /** The signed place that the record does not hold as it was signed, and where the record of that device ends. */
  readonly wrong?: { readonly device: string; readonly seq: number; readonly at: string; readonly lastSeq: number };
}

/** An entry whose hash begins with the code on a paper. */
export interface HeadFound {
  readonly device: string;
  readonly seq: number;
  readonly at: string;
  readonly type: string;
  /** Nothing came after it. */
  readonly newest: boolean;
}

/** A line of the journal that is not as it was written. */
export interface JournalDamage {
  readonly file: string;
  readonly line: number;
  readonly why: string;
  readonly mended: boolean;
}
