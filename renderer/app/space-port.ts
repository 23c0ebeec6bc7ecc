import type { SecondJournalState, SpaceState } from '../../electron/ipc/contract';

/** Room on the disk of this PC. */
export interface SpaceWatch {
  /** Told when a limit is passed, in either direction. Answers how to stop. */
  onChange(listener: (state: SpaceState) => void): () => void;
}

/** The journal once more in another place: a second disk, a stick, a share. No save ever waits for it. */
export interface SecondPlace {
  state(): Promise<SecondJournalState>;
  /** Asks for a folder. Throws PortFailure not-found, not-writable, not-allowed. */
  choose(): Promise<SecondJournalState>;
  /** Batch: a folder that stands on the command line. */
  use(path: string): Promise<SecondJournalState>;
  drop(): Promise<SecondJournalState>;
  onChange(listener: (state: SecondJournalState) => void): () => void;
}
