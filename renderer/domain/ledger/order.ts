import type { EntryHead } from './entry';

/**
 * The one order in which entries fold: (lamport, device, seq). Never the wall clock: two ward PCs
 * disagree about the time exactly when it matters (style-anchors 2.2: ordering by clock lost facts).
 */
export function compareEntries(a: EntryHead, b: EntryHead): number {
  if (a.lamport !== b.lamport) return a.lamport - b.lamport;
  if (a.device !== b.device) return a.device < b.device ? -1 : 1;
  return a.seq - b.seq;
}

/** Merges by set union on id, in fold order. The same entry from two copies counts once. */
export function mergeEntries<E extends EntryHead>(...lists: readonly (readonly E[])[]): E[] {
  const byId = new Map<string, E>();
  for (const list of lists) for (const entry of list) if (!byId.has(entry.id)) byId.set(entry.id, entry);
  return [...byId.values()].sort(compareEntries);
}
