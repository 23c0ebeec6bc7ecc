/** A set-up step that cannot go on; the message says what the person at the keyboard can do about it. */
export class SetupError extends Error {
  /** @override */
  name = 'SetupError';
}
