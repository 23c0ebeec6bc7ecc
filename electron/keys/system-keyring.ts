import type { SafeStorage } from 'electron';
import type { Keyring } from './keyring';

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
