import type { Result } from '../domain/basics/result';
import type { Instant } from '../domain/basics/time';
import type { Entry } from '../domain/ledger/entry';
import type { Snapshot } from '../domain/patient/patient';
import type { Person, Quarantined } from './ports';

/** How much of each kind a backup holds. */
export interface BackupCounts {
  readonly entries: number;
  readonly snapshots: number;
  readonly drafts: number;
  /** Library content the site brought in: signed forms name its versions for ever. */
  readonly library: number;
}

/** What a backup file is. */
export interface BackupSummary extends BackupCounts {
  readonly vault: string;
  readonly site: string;
  readonly ward: string;
  readonly workstation: string;
  readonly createdAt: Instant;
  /** Version of the app that wrote it. */
  readonly version: string;
  /** Of the whole file, lower-case hex. */
  readonly sha256: string;
}

/** A finished backup, read back and checked in memory. */
export interface MadeBackup {
  readonly bytes: Uint8Array;
  readonly summary: BackupSummary;
  /** Entries that neither copy still holds as they were written; they cannot be in the file. */
  readonly leftOut: readonly { readonly device: string; readonly seq: number }[];
}

/** Why a file is no backup this app takes. Whatever it is, nothing was changed. */
export type BackupRefusal =
  | { readonly code: 'not-a-backup' }
  | { readonly code: 'older-format'; readonly format: number }
  | { readonly code: 'newer-format'; readonly format: number }
  | { readonly code: 'backup-damaged'; readonly part: 'header' | 'vault' | 'content' }
  | { readonly code: 'other-vault' }
  /** Both hold an entry at one place of a device's chain, and they are not the same. */
  | { readonly code: 'backup-differs' }
  | { readonly code: 'wrong-passphrase' };

/** What a restore did. */
export interface Restored {
  readonly summary: BackupSummary;
  /** True on a workstation that had no vault; false when its own vault was completed. */
  readonly fresh: boolean;
  readonly added: BackupCounts;
  /** People whose PIN belonged to the other PC: each needs a new one here. */
  readonly pinsToRenew: number;
  /** Entries whose patients retention removed: they came back as unreadable lines, and stay so. */
  readonly stayRemoved?: number;
  readonly openedWith: 'passphrase' | 'recovery-code';
}

/** The whole vault as one sealed file. */
export interface BackupStore {
  /** Needs no sign-in: what is sealed stays sealed, and the file is sealed once more. Throws PortFailure locked, … */
  make(): Promise<MadeBackup>;
  /** Whether a file is a whole backup of this vault; opens its seal and counts. */
  check(bytes: Uint8Array): Promise<Result<BackupSummary, BackupRefusal>>;
  /**
   * Into a workstation without a vault, or into the same vault. `secret` is a manager's passphrase or the recovery code.
   * Everything is checked before anything is written.
   */
  restore(input: {
    readonly bytes: Uint8Array;
    readonly secret: string;
    /** Another name for this PC, when the old one goes on working: two PCs of one name would issue the same numbers. */
    readonly workstation?: string;
  }): Promise<Result<Restored, BackupRefusal>>;
}

/** A file as recovery gets it. */
export interface RecoveryFile {
  readonly name: string;
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A line of a journal, or a snapshot, that recovery could not read. */
export interface Unreadable {
  readonly file: string;
  /** Counted from 1; 0 where the whole file is meant. */
  readonly line: number;
  readonly device?: string;
  readonly seq?: number;
  readonly type?: string;
  readonly why: Quarantined['reason'] | 'no-entry' | 'missing' | 'other-vault' | 'newer-format';
}

/** What a journal folder held. */
export interface Recovered {
  readonly vault: string;
  readonly site: string;
  readonly ward: string;
  readonly workstation: string;
  readonly people: readonly Person[];
  /** In fold order. */
  readonly entries: readonly Entry[];
  /** The newest one that opened. */
  readonly snapshot: Snapshot | undefined;
  readonly unreadable: readonly Unreadable[];
}

/** Why recovery did not begin. */
export type RecoveryRefusal =
  | { readonly code: 'vault-file-damaged' }
  | { readonly code: 'newer-format'; readonly format: number }
  | { readonly code: 'no-journal' }
  | { readonly code: 'other-vault' }
  | { readonly code: 'wrong-passphrase' };

/** Reads a journal without the database and without this PC: all it needs is files and a passphrase or recovery code. */
export type ReadJournal = (input: {
  readonly journal: readonly RecoveryFile[];
  /** The vault file, or a backup, which has it inside. */
  readonly vault: Uint8Array;
  /** Files of the folder `sealed`, for the patients the journal only names by id. */
  readonly snapshots: readonly RecoveryFile[];
  readonly secret: string;
}) => Promise<Result<Recovered, RecoveryRefusal>>;
