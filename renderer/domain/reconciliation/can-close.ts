import type { BackEntryOwner } from '../form/form';
import type { Reconciliation } from './queue';
import { isCritical, SETTLED } from './rules';

/** One reason why the event cannot, or should not yet, be closed. */
export interface CloseReason {
  readonly code: 'still-down' | 'critical-open' | 'critical-not-verified' | 'entered-twice' | 'open' | 'not-verified';
  /** Stops closing; else it is only counted and written into the closing. */
  readonly blocks: boolean;
  readonly count: number;
  readonly owners: readonly BackEntryOwner[];
}

/** Whether an event can be signed off. */
export interface CloseCheck {
  readonly ready: boolean;
  readonly criticalOpen: number;
  readonly openItems: number;
  readonly reasons: readonly CloseReason[];
}

/**
 * Identity, allergies, medication orders and doses must be in the EHR and looked at by a second person (RB-C6 steps 24
 * and 46); the rest may stay open with its owner and is counted.
 */
export function canClose(state: Reconciliation): CloseCheck {
  const open = state.items.filter((item) => !SETTLED.includes(item.state));
  const unverified = state.items.filter((item) => item.state === 'entered');
  const twice = state.items.filter((item) => item.conflict);
  const reasons = [
    reason('critical-open', true, open.filter(isCritical)),
    reason('critical-not-verified', true, unverified.filter(isCritical)),
    reason('entered-twice', true, twice),
    reason(
      'open',
      false,
      open.filter((item) => !isCritical(item)),
    ),
    reason(
      'not-verified',
      false,
      unverified.filter((item) => !isCritical(item)),
    ),
  ].filter((one) => one.count > 0);
  const all = state.down ? [{ code: 'still-down', blocks: true, count: 1, owners: [] } as const, ...reasons] : reasons;
  const criticalOpen = reasons.filter((one) => one.blocks).reduce((sum, one) => sum + one.count, 0);
  return { ready: all.every((one) => !one.blocks), criticalOpen, openItems: open.length, reasons: all };
}

function reason(
  code: CloseReason['code'],
  blocks: boolean,
  items: readonly { readonly owner: BackEntryOwner }[],
): CloseReason {
  return { code, blocks, count: items.length, owners: [...new Set(items.map((item) => item.owner))] };
}
