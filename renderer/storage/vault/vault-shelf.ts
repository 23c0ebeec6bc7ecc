import { PortFailure } from '../../app/ports';
import type { Shell } from '../shell';
import { mergeEpochs } from './merge-epochs';
import { readVaultFile, type VaultFile, writeVaultFile } from './vault-file';

/** Where the vault file lies: read once, written through, read back after each write. */
export interface VaultShelf {
  /** Undefined before set-up. Throws PortFailure damaged, newer-version. */
  load(): Promise<VaultFile | undefined>;
  /** One after the other. `wipe`: a key was destroyed, older copies go for good. Data keys made or destroyed since the file was read stay made or destroyed. */
  store(file: VaultFile, options?: { readonly wipe?: boolean }): Promise<void>;
  /** What was loaded or stored last. */
  current(): VaultFile | undefined;
}

/** The vault file through the shell, which keeps it twice. */
export function createVaultShelf(shell: Shell): VaultShelf {
  let current: VaultFile | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const write = async (given: VaultFile, wipe: boolean): Promise<void> => {
    const file = current && current.vault === given.vault ? mergeEpochs(given, current) : given;
    const text = await writeVaultFile(file);
    await shell.call('vault.write', { file: text, wipe });
    // Without the vault file everything is lost: what was written is read once more before anyone relies on it.
    if ((await shell.call('vault.read')).file !== text)
      throw new PortFailure('not-writable', 'the vault file reads back differently');
    current = file;
  };

  return {
    async load() {
      if (current) return current;
      const { file } = await shell.call('vault.read');
      current = file === null ? undefined : await readVaultFile(file);
      return current;
    },
    store(file, { wipe = false } = {}) {
      const turn = last.then(() => write(file, wipe));
      last = turn.catch(() => undefined);
      return turn;
    },
    current: () => current,
  };
}
