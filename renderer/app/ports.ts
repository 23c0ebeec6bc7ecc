import type { Instant } from '../domain/basics/time';
import type { Evaluate } from '../domain/form/expression-batch';
import type { AcceptedFinding } from '../domain/form/entries';
import type { Entry, NewEntry, SealedEntry } from '../domain/ledger/entry';
import type { PersonRole } from '../domain/workstation/entries';
import type { Snapshot } from '../domain/patient/patient';
import type { Badges } from './badge-port';
import type { BreakGlassInput, BreakGlassRefusal } from './break-glass-port';
import type { CheckpointReport, HeadFound, Quarantined, VerifyReport } from './verify-port';

/** An outside failure a port can throw: disk, key, file, printer. The literal code is the key of its sentence. */
export class PortFailure extends Error {
  override readonly name = 'PortFailure';
  constructor(
    readonly code: PortFailureCode,
    /** Detail for the log; never patient data. */
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}

/** Every outside failure. */
export type PortFailureCode =
  | 'disk-full'
  | 'not-writable'
  | 'database-unopenable'
  | 'database-timeout'
  | 'journal-damaged'
  | 'newer-version'
  | 'wrong-key'
  | 'locked'
  | 'damaged'
  | 'fewer-than-journal'
  | 'device-secret-missing'
  | 'keyring-unsafe'
  | 'slot-closed'
  | 'not-found'
  | 'not-allowed'
  | 'too-large'
  | 'printer-failed'
  | 'paper-overflow'
  | 'expression-timeout'
  | 'cancelled';

/** The wall clock with its offset, handed in so that commands stay pure and tests stay fixed. */
export interface Clock {
  now(): Instant;
}

/** New unique ids (ULID). */
export interface Ids {
  newId(): string;
}

/** What an append came to. "Saved" is shown only when both copies have it. */
export interface AppendReceipt {
  readonly entries: readonly Entry[];
  readonly journal: 'written' | 'failed';
  readonly database: 'written' | 'failed';
}

/** What `open` found when comparing the two copies. */
export interface StorageState {
  readonly generation: string;
  readonly recovered?: { readonly from: 'journal' | 'database'; readonly entries: number; readonly reason: string };
  readonly journal: 'ok' | 'failed';
  readonly database: 'ok' | 'failed';
  /** The record is not what was signed of it. */
  readonly doubt?: CheckpointReport;
}

/**
 * The ledger on disk: two copies, appended in one order. Appends are serialised inside; each gets seq, lamport,
 * prev and its seal, goes to the journal (fsync) first, then to the database (strict), and is read back.
 */
export interface LedgerStore {
  /** Compares and mends the copies. Needs no key. Throws PortFailure database-unopenable, newer-version, disk-full … */
  open(onProgress?: (done: number, of: number) => void): Promise<StorageState>;
  /**
   * Throws PortFailure only when neither copy could take it. All or none of the batch. Needs an unlocked vault, except
   * for open facts (domain/ledger/open-types: sealed under epoch 0, the workstation key). Sealed payloads of other
   * types while locked: PortFailure `locked`.
   */
  append(entries: readonly NewEntry[]): Promise<AppendReceipt>;
  /**
   * All entries in fold order, opened; unreadable ones quarantined. While the vault is locked only open facts are
   * answered, the others are left out (not quarantined). Called again after a sign-in.
   */
  readAll(): Promise<{ readonly entries: readonly Entry[]; readonly quarantined: readonly Quarantined[] }>;
  /** Sealed entries of both copies for backup, in (device, seq) order. */
  readSealed(): Promise<readonly SealedEntry[]>;
  /** Adds entries of another copy or device that are missing here (restore, second PC). Returns how many were new. */
  addSealed(entries: readonly SealedEntry[]): Promise<number>;
  verify(): Promise<VerifyReport>;
  /** Brings a copy that failed up again, after space or a drive came back. Never throws: it answers how both are. */
  mend(): Promise<Pick<StorageState, 'journal' | 'database'>>;
  /** Head hash of this device's chain, for paper. */
  headCode(): string;
  /** Entries at which a chain had the head that a paper shows; `code` as printed, with or without the dash. */
  findHead(code: string): Promise<readonly HeadFound[]>;
  close(): Promise<void>;
}

/** Somebody who can sign in here. Names of staff are not secret: the list is shown before anyone signs in. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly role: PersonRole;
  readonly hasPin: boolean;
  /** Neither PIN nor passphrase: known here, but needs a new PIN (after a restore on another PC). */
  readonly hasPassphrase?: boolean;
  /** Came in with a one-time code under this name; on no list of people, but what they wrote keeps it. */
  readonly breakGlass?: true;
}

/** Who is signed in now. */
export interface SignedIn {
  readonly person: Person;
  readonly with: 'pin' | 'passphrase' | 'recovery-code' | 'break-glass' | 'batch';
  readonly since: Instant;
}

/** The vault's state before any key is given. */
export interface VaultStatus {
  readonly exists: boolean;
  readonly vaultId?: string;
  readonly site?: string;
  readonly ward?: string;
  readonly workstation?: string;
  readonly device?: string;
  readonly people: readonly Person[];
  /** One-time codes made and not used yet. */
  readonly breakGlassCodes?: number;
  readonly unlocked: boolean;
  /** How the device secret is kept; `basic_text` is no protection and is shown as such. */
  readonly keyring: string;
  readonly keyringSafe: boolean;
}

/** Refusals of signing in. */
export type SignInRefusal =
  | { readonly code: 'wrong-secret'; readonly strikesLeft: number; readonly waitMs: number }
  | { readonly code: 'slot-closed' }
  | { readonly code: 'wait'; readonly waitMs: number }
  | { readonly code: 'unknown-person' }
  | { readonly code: 'keyring-unsafe' }
  | { readonly code: 'no-vault' };

/** Refusals of set-up and enrolment. */
export type EnrolRefusal =
  | { readonly code: 'vault-exists' }
  /** A backup was being restored here and the restore did not finish: it has to, before anything else. */
  | { readonly code: 'restore-unfinished' }
  | { readonly code: 'passphrase-too-short'; readonly min: number }
  | { readonly code: 'pin-too-short'; readonly min: number }
  | { readonly code: 'pin-too-common' }
  | { readonly code: 'pin-not-digits' }
  | { readonly code: 'name-missing' }
  | { readonly code: 'person-exists' }
  /** Only a manager makes one-time codes or opens a closed PIN again; who broke the glass gives nobody a way in. */
  | { readonly code: 'not-manager' }
  | { readonly code: 'too-many-codes'; readonly max: number; readonly there: number }
  | { readonly code: 'keyring-unsafe' }
  /** The keyring no longer opens this PC's secret, so PINs neither open nor can be given, until `discardPins`. */
  | { readonly code: 'device-secret-missing' }
  | { readonly code: 'locked' };

/** The keys: one vault per workstation, slots per person. Keys live in memory only and are non-extractable in use. */
export interface Vault {
  status(): Promise<VaultStatus>;
  /**
   * Opens the workstation key (epoch 0) at start, without a sign-in. It is random, wrapped twice in the vault file: under
   * HKDF(device secret) for this PC, and under the root key for a restore elsewhere. Answers false when there is no vault
   * or the device secret is gone (then open facts need a sign-in too). Allowed with an unsafe keyring: no patient in it.
   */
  openWorkstation(): Promise<boolean>;
  /** First set-up; answers the recovery code once, to be printed and locked away. */
  create(input: {
    readonly site: string;
    readonly ward: string;
    readonly workstation: string;
    readonly managerName: string;
    readonly passphrase: string;
  }): Promise<
    { ok: true; value: { vault: string; recoveryCode: string; person: Person } } | { ok: false; error: EnrolRefusal }
  >;
  /** Also gives a new PIN to somebody known here, same name and role, who has none or (by a manager) a closed one. */
  enrol(input: {
    readonly name: string;
    readonly role: PersonRole;
    readonly pin: string;
  }): Promise<{ ok: true; value: Person } | { ok: false; error: EnrolRefusal }>;
  readonly badges: Badges;
  /** Takes every PIN away, for a PC that lost its secret; people stay and get new ones by `enrol`. Answers how many. */
  discardPins(): Promise<{ ok: true; value: number } | { ok: false; error: EnrolRefusal }>;
  /** New one-time codes, answered once, to be printed into envelopes. Managers only. */
  makeBreakGlass(count: number): Promise<{ ok: true; value: readonly string[] } | { ok: false; error: EnrolRefusal }>;
  /** Opens with a one-time code under the name given; the code is dead before this answers. */
  breakGlass(input: BreakGlassInput): Promise<{ ok: true; value: Person } | { ok: false; error: BreakGlassRefusal }>;
  /** `person` may be left out for a passphrase (any passphrase slot is tried) and for the recovery code. */
  unlock(input: {
    readonly person?: string;
    readonly secret: string;
    readonly kind: 'pin' | 'passphrase' | 'recovery-code';
  }): Promise<{ ok: true; value: Person } | { ok: false; error: SignInRefusal }>;
  /** Proves the person again for a signature without opening anything new. */
  prove(input: {
    readonly person: string;
    readonly secret: string;
  }): Promise<
    { ok: true; value: { with: 'pin' | 'passphrase' | 'break-glass' } } | { ok: false; error: SignInRefusal }
  >;
  /** Drops the keys. The shell then destroys the renderer, which wipes its memory. */
  lock(): void;
}

/** What someone is typing; sealed, one per patient (or ward) + form + author; not history. */
export interface Draft {
  readonly id: string;
  readonly outage: string;
  readonly form: string;
  readonly version: string;
  readonly patient: string;
  readonly ward?: string;
  readonly author: string;
  readonly updatedAt: Instant;
  readonly response: unknown;
  /** Unusual values the author said yes to. */
  readonly accepted?: readonly AcceptedFinding[];
  /** Serial printed on paper already, or being amended. */
  readonly serial?: string;
  readonly amends?: string;
}

/** Sealed drafts. */
export interface DraftStore {
  put(draft: Draft): Promise<void>;
  get(id: string): Promise<Draft | undefined>;
  list(author?: string): Promise<readonly Draft[]>;
  remove(id: string): Promise<void>;
}

/** The sealed snapshot, in two copies; kept: the last three. */
export interface SnapshotStore {
  replace(snapshot: Snapshot): Promise<{ readonly sha256: string }>;
  current(): Promise<Snapshot | undefined>;
}

/** Imported library content (forms a site brought in), open text: no patient in it. */
export interface LibraryStore {
  list(): Promise<
    readonly { readonly kind: string; readonly id: string; readonly version: string; readonly json: string }[]
  >;
  put(item: {
    readonly kind: string;
    readonly id: string;
    readonly version: string;
    readonly json: string;
  }): Promise<void>;
}

/** Non-patient settings of this workstation: ward, role, theme, paper, printer, remembered column mappings. */
export interface SettingsStore {
  read(): Promise<Record<string, unknown>>;
  write(patch: Record<string, unknown>): Promise<void>;
}

export type { BadgeRefusal, Badges } from './badge-port';
export type { BreakGlassInput, BreakGlassRefusal } from './break-glass-port';
export type { ClockWatch } from './clock-port';
export type { PatientRemoval } from './removal-port';
export type { PageStore } from './scan-port';
export type { PackSignature, PackSigner } from './pack-port';
export type { Intake, IntakeFile, IntakeItem, IntakeReport, IntakeSource } from './intake-port';
export type { Receiver } from './receiver-port';
export type { SecondPlace, SpaceWatch } from './space-port';
export type { CheckpointReport, HeadFound, JournalDamage, Quarantined, VerifyReport } from './verify-port';
export type { Paper, PaperOverflow, Printing, PrintJob } from './printing-port';

/** Files the user chose, and files the app makes. Names carry no patient data. */
export interface Files {
  choose(
    kind: 'census' | 'library' | 'backup' | 'scans',
  ): Promise<readonly { readonly name: string; readonly bytes: Uint8Array }[]>;
  /** `sha256` is that of the file as it read back from disk. */
  save(
    suggestedName: string,
    bytes: Uint8Array,
  ): Promise<{ readonly saved: boolean; readonly name?: string; readonly sha256?: string }>;
  saveFolder(
    files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  ): Promise<{ readonly saved: boolean; readonly name?: string }>;
}

/** Evaluates FHIRPath off the page, with a deadline and an allow-list. Errors and time-outs are answered, not thrown. */
export interface ExpressionEngine {
  readonly evaluate: Evaluate;
}
