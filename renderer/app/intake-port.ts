import type { IntakeState } from '../../electron/ipc/contract';
import type { InputProblem } from '../exchange/problem';

export type { IntakeState } from '../../electron/ipc/contract';

/** Where something came from without a person's hand: the watched folder or the live feed. */
export type IntakeSource = 'folder' | 'feed';

/** A file of the folder, or one message of the feed. */
export interface IntakeFile {
  readonly name: string;
  /** ISO instant. */
  readonly modifiedAt: string;
  readonly bytes: Uint8Array;
}

/** One pick-up of the folder, or one message. Boxes that do not open are `damaged`. */
export interface IntakeItem {
  readonly n: number;
  readonly source: IntakeSource;
  readonly at: string;
  readonly files: readonly IntakeFile[];
  readonly damaged?: true;
}

/** What one pick-up came to. Kept sealed: names of files may be names of patients. */
export interface IntakeReport {
  readonly at: string;
  readonly source: IntakeSource;
  readonly files: readonly string[];
  /** Null: refused whole, the last good list stays. */
  readonly patients: number | null;
  readonly refused: readonly InputProblem[];
  readonly warnings: readonly InputProblem[];
}

/** What came in while nobody had to be signed in; sealed until somebody is. */
export interface Intake {
  state(): Promise<IntakeState>;
  /** Makes the key pair of this vault once and gives the shell its public half. Needs an unlocked vault. */
  ready(): Promise<void>;
  /** The oldest that wait, some at a time. Needs an unlocked vault. */
  next(): Promise<readonly IntakeItem[]>;
  settle(n: number): Promise<void>;
  /** The newest first. */
  reports(): Promise<readonly IntakeReport[]>;
  keepReports(reports: readonly IntakeReport[]): Promise<void>;
  onChange(listener: (state: IntakeState) => void): () => void;
}
