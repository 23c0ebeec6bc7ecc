/** A defect in the program, never a user's mistake; thrown in production too. */
export class InvariantBroken extends Error {
  override readonly name = 'InvariantBroken';
}

/** Makes a switch exhaustive: the compiler refuses a missing case, the run time names it. */
export function assertNever(value: never, what = 'value'): never {
  throw new InvariantBroken(`unexpected ${what}: ${JSON.stringify(value)}`);
}

/** Stops at once where an assumption of ours does not hold. `message` must carry no patient data. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new InvariantBroken(message);
}
