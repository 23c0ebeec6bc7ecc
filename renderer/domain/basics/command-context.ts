import type { Instant } from './time';

/** What a command needs besides state and input, handed in so that commands stay pure and tests stay fixed. */
export interface CommandContext {
  readonly now: Instant;
  readonly newId: () => string;
  /** User id of the author; NOBODY where nobody needs to sign in. */
  readonly by: string;
}
