import type { SpaceState } from '../../electron/ipc/contract';

/** Room on the disk of this PC. */
export interface SpaceWatch {
  /** Told when a limit is passed, in either direction. Answers how to stop. */
  onChange(listener: (state: SpaceState) => void): () => void;
}
