import { type Result, ok, refuse } from '../basics/result';
import type { Instant } from '../basics/time';
import { type Entry, type NewEntry, WORKSTATION_BOOK } from '../ledger/entry';
import type { BreakGlassRole } from './entries';

/** One use of a one-time code, and who looked at it since. */
export interface BreakGlassUse {
  /** Its entry. */
  readonly id: string;
  readonly at: Instant;
  readonly person: string;
  readonly name: string;
  readonly role: BreakGlassRole;
  readonly reason: string;
  readonly reviewed?: { readonly by: string; readonly at: Instant };
}

/** Why a review is not written. */
export type ReviewRefusal = { readonly code: 'unknown-use' } | { readonly code: 'already-reviewed' };

/** Every use in ledger order; the first review of each stands. */
export function breakGlassUses(entries: readonly Entry[]): readonly BreakGlassUse[] {
  const uses = new Map<string, BreakGlassUse>();
  for (const entry of entries) {
    const { id, at, by } = entry;
    if (entry.type === 'break-glass.used') {
      const { name, role, reason } = entry.payload;
      uses.set(id, { id, at, person: by, name, role, reason });
    }
    if (entry.type !== 'break-glass.reviewed') continue;
    const use = uses.get(entry.payload.use);
    if (use && !use.reviewed) uses.set(use.id, { ...use, reviewed: { by, at } });
  }
  return [...uses.values()];
}

/** A manager has looked at a use. */
export function reviewUse(
  entries: readonly Entry[],
  use: string,
  by: string,
): Result<readonly NewEntry[], ReviewRefusal> {
  const found = breakGlassUses(entries).find(({ id }) => id === use);
  if (!found) return refuse({ code: 'unknown-use' });
  if (found.reviewed) return refuse({ code: 'already-reviewed' });
  return ok([{ book: WORKSTATION_BOOK, subject: found.person, by, type: 'break-glass.reviewed', payload: { use } }]);
}
