import type { SecondJournalState, ShellInfo } from '../../electron/ipc/contract';
import type { Snapshot } from '../domain/patient/patient';
import type { IntakeReport, IntakeState } from './intake-port';
import { type Library, NO_LIBRARY } from './library';
import type { Draft, Quarantined, SignedIn, StorageState, VaultStatus } from './ports';
import type { BoxFailure } from './refusal';
import { DEFAULT_SETTINGS, type Settings } from './settings';
import { EMPTY_WORLD, type World } from './world';

/** Everything a screen can show. One immutable object; members keep their identity while they do not change. */
export interface BoxState {
  readonly stage: 'opening' | 'failed' | 'running';
  /** Comparing or mending the two copies; shown when it takes longer than a second. */
  readonly opening: { readonly done: number; readonly of: number } | null;
  /** Why the box could not open; the start page says what is safe and what to do. */
  readonly failure: BoxFailure | null;
  readonly shell: ShellInfo | null;
  readonly vault: VaultStatus | null;
  readonly storage: StorageState | null;
  /** The journal's second place; null before it was asked. */
  readonly secondJournal: SecondJournalState | null;
  /** What comes in by itself; null before it was asked. */
  readonly intake: IntakeState | null;
  /** What the last pick-ups came to, the newest first; read after a sign-in. */
  readonly intakeReports: readonly IntakeReport[];
  readonly signedIn: SignedIn | null;
  readonly settings: Settings;
  /** Folds of the ledger: open facts before a sign-in, everything after it. */
  readonly world: World;
  /** The last known patients; null before a sign-in or before the first import. */
  readonly snapshot: Snapshot | null;
  readonly library: Library;
  readonly drafts: readonly Draft[];
  /** The print job that goes out now, and the batch the spooler is given. */
  readonly sending: { readonly job: string; readonly batch: number } | null;
  readonly quarantined: readonly Quarantined[];
  /** Time of the last acknowledged write and where it went; null before the first. */
  readonly saved: { readonly at: string; readonly copies: 'both' | 'journal-only' | 'database-only' } | null;
}

/** Before anything is open. */
export const CLOSED_BOX: BoxState = {
  stage: 'opening',
  opening: null,
  failure: null,
  shell: null,
  vault: null,
  storage: null,
  secondJournal: null,
  intake: null,
  intakeReports: [],
  signedIn: null,
  settings: DEFAULT_SETTINGS,
  world: EMPTY_WORLD,
  snapshot: null,
  library: NO_LIBRARY,
  drafts: [],
  sending: null,
  quarantined: [],
  saved: null,
};
