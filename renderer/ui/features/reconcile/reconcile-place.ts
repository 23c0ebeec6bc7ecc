import type { BackEntryOwner } from '../../../domain/form/form';
import type { ItemKey } from '../../../domain/reconciliation/back-entry-item';
import { OWNERS } from '../../../domain/reconciliation/queue';

/** What the address asks for: `<owner>/<serial>/<item>`, `doses`, `complete`, `rule` or `paper`. Opaque ids and serials only. */
export type ReconcilePlace =
  | { readonly page: 'doses' | 'complete' | 'rule' | 'paper' }
  | { readonly page: 'queue'; readonly owner?: BackEntryOwner; readonly item?: ItemKey };

/** Reads the address; anything unknown is the first queue. */
export function readPlace([what, serial, item]: readonly string[]): ReconcilePlace {
  if (what === 'doses' || what === 'complete' || what === 'rule' || what === 'paper') return { page: what };
  const owner = OWNERS.find((one) => one === what);
  if (!owner) return { page: 'queue' };
  return { page: 'queue', owner, ...(serial && item ? { item: { serial, item } } : {}) };
}
