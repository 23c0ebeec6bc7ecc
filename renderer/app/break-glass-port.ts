import type { BreakGlassRole } from '../domain/workstation/entries';

/** A one-time code, and who, as what and why. */
export interface BreakGlassInput {
  readonly code: string;
  readonly name: string;
  readonly role: BreakGlassRole;
  readonly reason: string;
}

/** Refusals of a one-time code. A used one is gone from the file, so it cannot be told from a wrong one. */
export type BreakGlassRefusal =
  | { readonly code: 'wrong-code' }
  | { readonly code: 'name-missing' }
  | { readonly code: 'reason-missing' }
  | { readonly code: 'keyring-unsafe' }
  | { readonly code: 'no-vault' };
