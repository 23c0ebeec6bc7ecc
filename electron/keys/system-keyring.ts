import type { SafeStorage } from 'electron';
import type { Keyring } from './keyring';

// The synchronous calls are deprecated in Electron 45's typings, yet the development runtime (33) has no others, and one path
// that is tested everywhere is better than two. What they wrapped, decryptStringAsync opens, so the change can wait.
/* oxlint-disable typescript/no-deprecated */

/** Electron's safeStorage as a Keyring. */
export function systemKeyring(safeStorage: SafeStorage): Keyring {
  return {
    backend() {
      if (process.platform === 'win32') return 'dpapi';
      if (process.platform === 'darwin') return 'keychain';
      return safeStorage.getSelectedStorageBackend();
    },
    available: () => safeStorage.isEncryptionAvailable(),
    allowPlain: () => safeStorage.setUsePlainTextEncryption(true),
    wrap: (text) => safeStorage.encryptString(text),
    unwrap: (wrapped) => safeStorage.decryptString(wrapped),
  };
}
