import { PortFailure } from '../../app/ports';
import { canonicalJson } from '../../domain/basics/json';
import type { Instant } from '../../domain/basics/time';
import type { PersonRole } from '../../domain/workstation/entries';
import { sha256Hex } from '../seal';

/** The newest vault file format this code reads and writes. */
export const VAULT_FORMAT = 1;

/** Argon2id with its cost; kept per slot, so that a stronger setting holds for new slots and old ones still open. */
export interface Argon2Kdf {
  readonly name: 'argon2id';
  readonly memoryKiB: number;
  readonly passes: number;
  readonly lanes: number;
  /** Base64. */
  readonly salt: string;
}

/** For secrets that are random already. */
export interface HkdfKdf {
  readonly name: 'hkdf';
  /** Base64. */
  readonly salt: string;
}

/** A key sealed by another: IV and AES-GCM cipher text, base64. */
export interface Wrapped {
  readonly iv: string;
  readonly ct: string;
}

/** Somebody who can sign in here; in clear, the list is shown before anyone signs in. */
export interface VaultPerson {
  readonly id: string;
  readonly name: string;
  readonly role: PersonRole;
  readonly createdAt: Instant;
  readonly createdBy: string;
  /** Came in with a one-time code and said this name; kept so that what they wrote keeps it. Never signs in again. */
  readonly breakGlass?: true;
  /** What their badge hashes to; chooses a name, opens nothing. */
  readonly badge?: string;
}

/** One way to the vault root key. */
export interface Slot {
  readonly id: string;
  readonly kind: 'passphrase' | 'pin' | 'recovery-code' | 'break-glass' | 'it-key';
  /** Null for codes: they belong to the house, not to a person. */
  readonly person: string | null;
  readonly kdf: Argon2Kdf | HkdfKdf;
  /** The slot key also needs this PC's device secret; a stolen disk alone is then no use, however short the PIN. */
  readonly device: boolean;
  readonly root: Wrapped;
  /** Of an IT slot: which public key, and the one-time public key its secret was made with (base64, raw P-256). */
  readonly sealedTo?: { readonly key: string; readonly once: string };
  readonly createdAt: Instant;
  readonly createdBy: string;
}

/** One data key under the root key. */
export interface WrappedEpoch {
  readonly epoch: number;
  readonly wrapped: Wrapped;
  readonly createdAt: Instant;
  /** The one book sealed under it, so that destroying the key takes that book and nothing else. Missing: everything else. */
  readonly book?: string;
}

/** A data key that retention destroyed: what was sealed under it stays unreadable, and it is never taken in again. */
export interface RemovedEpoch {
  readonly epoch: number;
  readonly book: string;
  readonly at: Instant;
}

/** The vault file; kept by the shell in two copies. */
export interface VaultFile {
  readonly format: number;
  readonly vault: string;
  readonly site: string;
  readonly ward: string;
  readonly workstation: string;
  readonly device: string;
  readonly createdAt: Instant;
  readonly createdBy: string;
  readonly people: readonly VaultPerson[];
  readonly slots: readonly Slot[];
  readonly epochs: readonly WrappedEpoch[];
  readonly removed?: readonly RemovedEpoch[];
  /** Data key epoch 0 once more, under the device secret: opens at this PC without a sign-in. */
  readonly workstationKey: Wrapped | null;
}

/**
 * A restore writes the vault file first, without a way in, and its slots last: cut short in between, a part of the
 * record must not look like all of it.
 */
export function isUnfinishedRestore(file: VaultFile): boolean {
  return file.slots.length === 0;
}

/** The text the shell keeps: the file and its checksum. */
export async function writeVaultFile(file: VaultFile): Promise<string> {
  return JSON.stringify({ ...file, checksum: await sha256Hex(canonicalJson(file)) }, undefined, 1);
}

/** Reads it back. Throws PortFailure newer-version or damaged: neither may look like a wrong key. */
export async function readVaultFile(text: string): Promise<VaultFile> {
  let stored: VaultFile & { readonly checksum?: unknown };
  try {
    stored = JSON.parse(text) as typeof stored;
  } catch (cause) {
    throw new PortFailure('damaged', 'the vault file is not JSON', { cause });
  }
  if (typeof stored?.format !== 'number') throw new PortFailure('damaged', 'the vault file has no format');
  // Before the checksum: a newer format may sum differently.
  if (stored.format > VAULT_FORMAT)
    throw new PortFailure('newer-version', `the vault file has format ${stored.format}`);
  const { checksum, ...file } = stored;
  if (checksum !== (await sha256Hex(canonicalJson(file))))
    throw new PortFailure('damaged', 'the vault file does not match its checksum');
  return file;
}
