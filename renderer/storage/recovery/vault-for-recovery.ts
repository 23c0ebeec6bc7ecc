import type { RecoveryRefusal } from '../../app/backup-port';
import { PortFailure } from '../../app/ports';
import { type Result, ok, refuse } from '../../domain/basics/result';
import { readBackupFile } from '../backup/backup-file';
import { fromUtf8 } from '../bytes';
import { readVaultFile, type VaultFile } from '../vault/vault-file';

/** The vault file out of whatever somebody has of it: a copy from the profile, its content alone, or a backup. */
export async function vaultForRecovery(bytes: Uint8Array): Promise<Result<VaultFile, RecoveryRefusal>> {
  const backup = await readBackupFile(bytes);
  if (backup.ok) return ok(backup.value.vaultFile);
  if (backup.error.code === 'newer-format') return refuse(backup.error);
  const outer = parseObject(textOf(bytes));
  // The main process keeps the file as text inside a copy with counter and checksum (electron/keys/vault-file).
  const text = typeof outer?.['file'] === 'string' ? outer['file'] : textOf(bytes);
  try {
    return ok(await readVaultFile(text));
  } catch (error) {
    if (!(error instanceof PortFailure)) throw error;
    const found = parseObject(text);
    if (error.code === 'newer-version') return refuse({ code: 'newer-format', format: Number(found?.['format']) });
    // A wrong checksum is no reason to give up here: what opens is authentic, since every key in it is sealed.
    return looksLikeVault(found) ? ok(found) : refuse({ code: 'vault-file-damaged' });
  }
}

function looksLikeVault(value: unknown): value is VaultFile {
  const { vault, people, slots, epochs } = (value ?? {}) as Partial<Record<keyof VaultFile, unknown>>;
  return typeof vault === 'string' && [people, slots, epochs].every((list) => Array.isArray(list) && list.length > 0);
}

function textOf(bytes: Uint8Array): string {
  try {
    return fromUtf8(bytes);
  } catch {
    return '';
  }
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
