/** The keys as the stores see them; lives as long as the vault, and changes when somebody signs in or locks. */
export interface Keyring {
  /** Id of the vault the keys belong to; undefined before set-up. */
  readonly vault: string | undefined;
  /** This PC's device id; undefined before set-up. */
  readonly device: string | undefined;
  /** Newest data key epoch while somebody is signed in; undefined while locked. */
  readonly epoch: number | undefined;
  /** A data key by epoch; undefined where it is not open. */
  key(epoch: number): CryptoKey | undefined;
}
