/** The ends of the chains at one moment, signed by this PC, and what the signature is worth. */
export interface SignedCheckpoint {
  readonly n: number;
  readonly at: string;
  readonly heads: readonly { readonly device: string; readonly seq: number; readonly hash: string }[];
  /** `unknown-key`: by a key this PC does not have (any more). */
  readonly signature: 'good' | 'bad' | 'unknown-key';
}

/** The list of signed checkpoints, oldest first. */
export interface CheckpointReading {
  readonly checkpoints: readonly SignedCheckpoint[];
  /** How many there are. */
  readonly signed: number;
  readonly problems: readonly ('list-changed' | 'list-cut')[];
}
