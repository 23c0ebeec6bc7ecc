import type { Keyring } from '../keyring';
import type { Bytes } from '../bytes';
import { createOpenKeys } from './open-keys';
import { readRecoveryCode } from './recovery-code';
import type { SignIn } from './sign-in';
import type { VaultFile } from './vault-file';

/** A vault file opened beside the one this PC works with. */
export interface OpenedVaultFile {
  readonly keyring: Keyring;
  /** The caller wipes it. */
  readonly root: Bytes;
  readonly with: 'passphrase' | 'recovery-code';
}

/** Opens a vault file with a manager's passphrase or the recovery code; undefined where the secret is neither. */
export async function openWithSecret(
  signIn: SignIn,
  file: VaultFile,
  secret: string,
): Promise<OpenedVaultFile | undefined> {
  // What reads as a code with its check character is one; a passphrase does so once in a very long while, and then both
  // are tried.
  const byCode = readRecoveryCode(secret) === undefined ? undefined : await signIn.withRecoveryCode(file, secret);
  const opened = byCode?.ok ? byCode : await signIn.withPassphrase(file, undefined, secret);
  if (!opened.ok) return undefined;
  const { root } = opened.value;
  const keys = createOpenKeys();
  await keys.adoptRoot(file, root);
  const isRemoved = (epoch: number): boolean => (file.removed ?? []).some((one) => one.epoch === epoch);
  const keyring = { vault: file.vault, device: file.device, epoch: keys.epoch, key: keys.key, isRemoved };
  return { keyring, root, with: byCode?.ok ? 'recovery-code' : 'passphrase' };
}
