import type { ShellInfo } from '../../electron/ipc/contract';
import type { Result } from '../domain/basics/result';
import type { Live } from './live';
import type { BoxFailure, Refused } from './refusal';
import type { CensusUse } from './use-census';
import type { ChecklistUse } from './use-checklists';
import type { RunbookUse } from './use-runbooks';
import type { LibraryUse } from './use-library';
import type { FormUse } from './use-forms';
import type { PrintUse } from './use-print';
import type { ReconcileUse } from './use-reconcile';
import type { OutageUse } from './use-outage';
import type { PatientUse } from './use-patients';
import type { Snapshot } from '../domain/patient/patient';
import type { Library } from './library';
import type { Clock, Draft, Quarantined, SignedIn, StorageState, Vault, VaultStatus, VerifyReport } from './ports';
import type { Settings } from './settings';
import type { World } from './world';

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
  readonly signedIn: SignedIn | null;
  readonly settings: Settings;
  /** Folds of the ledger: open facts before a sign-in, everything after it. */
  readonly world: World;
  /** The last known patients; null before a sign-in or before the first import. */
  readonly snapshot: Snapshot | null;
  readonly library: Library;
  readonly drafts: readonly Draft[];
  readonly quarantined: readonly Quarantined[];
  /** Time of the last acknowledged write and where it went; null before the first. */
  readonly saved: { readonly at: string; readonly copies: 'both' | 'journal-only' | 'database-only' } | null;
}

/** The running app: what screens and batch commands may do. Refusals are values; outside failures become notices. */
export interface Box {
  readonly state: Live<BoxState>;
  readonly clock: Clock;
  setUp(input: Parameters<Vault['create']>[0]): Promise<Result<{ readonly vault: string; readonly recoveryCode: string }, Refused>>;
  enrol(input: Parameters<Vault['enrol']>[0]): Promise<Result<{ readonly person: string }, Refused>>;
  signIn(input: Parameters<Vault['unlock']>[0]): Promise<Result<SignedIn, Refused>>;
  /** Saves drafts, drops the keys and lets the shell start a fresh renderer. */
  lock(): Promise<void>;
  saveSettings(patch: Partial<Settings>): Promise<void>;
  verify(): Promise<VerifyReport>;
  /** SHA-256 as lower-case hex. */
  sha256(bytes: Uint8Array): Promise<string>;
  readonly outage: OutageUse;
  readonly checklists: ChecklistUse;
  readonly runbooks: RunbookUse;
  readonly libraryUse: LibraryUse;
  readonly census: CensusUse;
  readonly patients: PatientUse;
  readonly forms: FormUse;
  readonly print: PrintUse;
  readonly reconcile: ReconcileUse;
}
