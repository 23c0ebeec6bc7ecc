import { PortFailure } from '../../app/ports';
import type { Shell } from '../shell';
import { readVaultFile, type VaultFile, writeVaultFile } from './vault-file';

/** Where the vault file lies: read once, written through, read back after each write. */
export interface VaultShelf {
  /** Undefined before set-up. Throws PortFailure damaged, newer-version. */
  load(): Promise<VaultFile | undefined>;
  store(file: VaultFile): Promise<void>;
  /** What was loaded or stored last. */
  current(): VaultFile | undefined;
}

/** The vault file through the shell, which keeps it twice. */
export function createVaultShelf(shell: Shell): VaultShelf {
  let current: VaultFile | undefined;
  return {
    async load() {
      if (current) return current;
      const { file } = await shell.call('vault.read');
      current = file === null ? undefined : await readVaultFile(file);
      return current;
    },
    async store(file) {
      const text = await writeVaultFile(file);
      await shell.call('vault.write', { file: text });
      // Without the vault file everything is lost: what was written is read once more before anyone relies on it.
      if ((await shell.call('vault.read')).file !== text)
        throw new PortFailure('not-writable', 'the vault file reads back differently');
      current = file;
    },
    current: () => current,
  };
}
