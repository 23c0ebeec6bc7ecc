/** The system's keyring as Electron's safeStorage offers it; handed in, so that the rest runs without Electron. */
export interface Keyring {
  /** Such as gnome_libsecret, dpapi, keychain; basic_text and unknown are no protection. */
  backend(): string;
  available(): boolean;
  /** Makes `wrap` work without a keyring, on a key every Chromium has. */
  allowPlain(): void;
  wrap(text: string): Buffer;
  unwrap(wrapped: Buffer): string;
}

/** How the device secret can be kept here. */
export interface KeyringState {
  readonly keyring: string;
  readonly keyringSafe: boolean;
  readonly keyringAllowed: boolean;
}

const unsafeBackends = ['basic_text', 'unknown'];

/** Judges the keyring. `allowUnsafe` comes from policy, or from not being a release. */
export function judgeKeyring(keyring: Keyring, allowUnsafe: boolean): KeyringState {
  const backend = keyring.backend();
  const keyringSafe = keyring.available() && !unsafeBackends.includes(backend);
  return { keyring: backend, keyringSafe, keyringAllowed: keyringSafe || allowUnsafe };
}
