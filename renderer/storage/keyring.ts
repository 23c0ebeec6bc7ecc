/** The keys as the stores see them; lives as long as the vault, and changes when somebody signs in or locks. */
export interface Keyring {
  /** Id of the vault the keys belong to; undefined before set-up. */
  readonly vault: string | undefined;
  /** This PC's device id; undefined before set-up. */
  readonly device: string | undefined;
  /** Newest data key epoch that is no single book's, while somebody is signed in; undefined while locked. */
  readonly epoch: number | undefined;
  /** A data key by epoch; undefined where it is not open. */
  key(epoch: number): CryptoKey | undefined;
  /** Whether retention destroyed the key: what is sealed under it is removed, not damaged. Needs no sign-in. */
  isRemoved?(epoch: number): boolean;
  /**
   * The epoch of one book (an outage), made and written to the vault file when there is none. Undefined while locked.
   * Missing: everything goes under the newest epoch. Throws PortFailure not-allowed for a book whose key was destroyed.
   */
  epochFor?(book: string): Promise<number | undefined>;
}
