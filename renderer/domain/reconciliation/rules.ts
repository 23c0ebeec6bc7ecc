import type { BackEntryItem } from './back-entry-item';
import { BACK_ENTRY_PRIORITY } from './back-entry-item';

/** Where an item stands. `waiting`: something it depends on is not in the EHR yet. */
export type ItemState = 'waiting' | 'to-enter' | 'entered' | 'scanned' | 'not-needed' | 'verified';

/** What somebody can do with an item. */
export type ItemCommand =
  | 'mark-entered'
  | 'mark-scanned'
  | 'mark-not-needed'
  | 'verify'
  | 'reopen'
  | 'claim'
  | 'release';

/**
 * What may be done when. A waiting item (a dose whose order is not entered) can only be set aside: entering it
 * would chart a dose without its order (RB-C6, [H-BANQ]).
 */
export const ITEM_RULES = {
  waiting: ['mark-not-needed', 'claim', 'release'],
  'to-enter': ['mark-entered', 'mark-scanned', 'mark-not-needed', 'claim', 'release'],
  entered: ['verify', 'reopen'],
  scanned: ['verify', 'reopen'],
  'not-needed': ['verify', 'reopen'],
  verified: ['reopen'],
} as const satisfies Record<ItemState, readonly ItemCommand[]>;

/** Whether the rules allow a command. */
export function mayItem(command: ItemCommand, state: ItemState): boolean {
  return (ITEM_RULES[state] as readonly ItemCommand[]).includes(command);
}

/** States in which nobody has to do anything more for others to go on. */
export const SETTLED: readonly ItemState[] = ['entered', 'scanned', 'not-needed', 'verified'];

/** Identity, allergies, medication orders and doses: an event cannot be closed while one is open. */
export function isCritical(item: Pick<BackEntryItem, 'priority'>): boolean {
  return item.priority <= BACK_ENTRY_PRIORITY.doses;
}
