import { toEpochMs, type Instant } from '../basics/time';
import type { BackEntryOwner } from '../form/form';
import { itemKeyText, type BackEntryItem, type ItemKey } from './back-entry-item';
import {
  liveCheck,
  liveMarks,
  type ItemCheck,
  type ItemMark,
  type ItemMarks,
  type MarksState,
  type Signed,
} from './marks';
import { SETTLED, type ItemState } from './rules';
import { isOnScannedPaper, scanTasks, withdrawnItems, withIdentityWaits, withoutNeverEntered } from './derived-items';

/** Owners in the order their work comes up: identity first, scanning last. */
export const OWNERS = [
  'registration',
  'nursing',
  'pharmacy',
  'physician',
  'laboratory',
  'blood-bank',
  'imaging',
  'medical-records',
] as const satisfies readonly BackEntryOwner[];

/** An item with where it stands. */
export interface QueueItem extends BackEntryItem {
  readonly key: string;
  readonly state: ItemState;
  /** Keys it waits for that are not settled. */
  readonly waitingFor: readonly ItemKey[];
  /** The mark that counts: the last of `marks`. */
  readonly mark?: ItemMark;
  readonly marks: readonly ItemMark[];
  readonly check?: ItemCheck;
  readonly claimedBy?: Signed;
  /** Two live marks: perhaps entered twice in the EHR. */
  readonly conflict: boolean;
  /** It was marked, then its form changed: compare with the EHR and mark again. */
  readonly changedSince?: Signed;
  /** The paper was withdrawn after it was entered: take it out of the EHR. */
  readonly withdrawn: boolean;
  /** Not needed by policy, nobody had to say so. */
  readonly byPolicy: boolean;
}

/** The back-entry of one outage. */
export interface Reconciliation {
  readonly outage: string;
  /** Nothing is entered before the official all-clear. */
  readonly down: boolean;
  /** In order of entry. */
  readonly items: readonly QueueItem[];
  /** The same by key. */
  readonly byKey: ReadonlyMap<string, QueueItem>;
  /** The same by owner. */
  readonly byOwner: ReadonlyMap<BackEntryOwner, readonly QueueItem[]>;
}

/** Builds the queues from items (of forms, movements, sheets) and what the ledger says about them. */
export function reconcile(
  outage: { readonly id: string; readonly down: boolean },
  sources: readonly BackEntryItem[],
  marks: MarksState,
): Reconciliation {
  const own = Object.values(marks.items).filter((item) => item.book === outage.id);
  // What stays on scanned paper is one task per sheet, unless somebody entered it before the policy changed.
  const isEntered = (item: BackEntryItem): boolean =>
    item.disposition !== 'scan' || !isOnScannedPaper(item) || liveMarks(marks.items[itemKeyText(item)]).length > 0;
  const asked = withoutNeverEntered(sources, marks);
  const known = [...asked.filter(isEntered), ...scanTasks(asked)];
  const all = withIdentityWaits([...known, ...withdrawnItems(known, own)]);
  const keys = all.map(itemKeyText);
  const state = new Map(all.map((item, index) => [keys[index] ?? '', ownState(item, marks.items[keys[index] ?? ''])]));
  const items = all.map((item, index) => queueItem(item, keys[index] ?? '', marks.items[keys[index] ?? ''], state));
  const ordered = inOrderOfEntry(items);
  return {
    outage: outage.id,
    down: outage.down,
    items: ordered,
    byKey: new Map(ordered.map((item) => [item.key, item])),
    byOwner: byOwner(ordered),
  };
}

function byOwner(items: readonly QueueItem[]): ReadonlyMap<BackEntryOwner, readonly QueueItem[]> {
  const owners = new Map<BackEntryOwner, QueueItem[]>(OWNERS.map((owner) => [owner, []]));
  for (const item of items) owners.get(item.owner)?.push(item);
  return owners;
}

function ownState(item: BackEntryItem, marks: ItemMarks | undefined): ItemState {
  const mark = liveMarks(marks).at(-1);
  if (!mark) return item.disposition === 'not-needed' ? 'not-needed' : 'to-enter';
  return liveCheck(marks) ? 'verified' : mark.as;
}

function queueItem(
  item: BackEntryItem,
  key: string,
  marks: ItemMarks | undefined,
  states: ReadonlyMap<string, ItemState>,
): QueueItem {
  const own = states.get(key) ?? 'to-enter';
  // Taking something out of the EHR waits for nothing.
  const waitingFor = (item.removed ? [] : (item.waitsFor ?? [])).filter((other) => {
    const state = states.get(itemKeyText(other));
    return state !== undefined && !SETTLED.includes(state);
  });
  const live = liveMarks(marks);
  const mark = live.at(-1);
  const check = mark ? liveCheck(marks) : undefined;
  const overtaken = marks?.marks.findLast((one) => one.overtaken && !one.undone && one.as !== 'not-needed')?.overtaken;
  return {
    ...item,
    key,
    state: own === 'to-enter' && waitingFor.length > 0 ? 'waiting' : own,
    waitingFor,
    ...(mark ? { mark } : {}),
    marks: live,
    ...(check ? { check } : {}),
    ...(marks?.claimedBy ? { claimedBy: marks.claimedBy } : {}),
    conflict: live.length > 1,
    ...(!mark && overtaken ? { changedSince: overtaken } : {}),
    withdrawn: item.removed === true,
    byPolicy: !mark && item.disposition === 'not-needed',
  };
}

/** Priority, then true time, then key: two PCs show the same list. */
function inOrderOfEntry(items: readonly QueueItem[]): QueueItem[] {
  const msOf = instants();
  const timed = items.map((item) => ({ item, ms: msOf(item.occurredAt) }));
  timed.sort((a, b) => a.item.priority - b.item.priority || a.ms - b.ms || (a.item.key < b.item.key ? -1 : 1));
  return timed.map(({ item }) => item);
}

/** Reads each instant once: a ward writes thousands of lines at the same few minutes. */
function instants(): (instant: Instant) => number {
  const known = new Map<Instant, number>();
  return (instant) => {
    let ms = known.get(instant);
    if (ms === undefined) {
      ms = toEpochMs(instant);
      known.set(instant, ms);
    }
    return ms;
  };
}

/** One owner's items, in order of entry. */
export function queueOf(state: Reconciliation, owner: BackEntryOwner): readonly QueueItem[] {
  return state.byOwner.get(owner) ?? [];
}

/** One item by its key. */
export function findItem(state: Reconciliation, key: ItemKey): QueueItem | undefined {
  return state.byKey.get(itemKeyText(key));
}

/** How far one owner is. */
export interface OwnerCount {
  readonly owner: BackEntryOwner;
  readonly total: number;
  readonly settled: number;
  readonly verified: number;
  readonly waiting: number;
  readonly toEnter: number;
  /** True time of the oldest open item, for ageing. */
  readonly oldestOpen?: Instant;
}

/** Counters of every owner that has items, in working order. */
export function countByOwner(state: Reconciliation): readonly OwnerCount[] {
  return OWNERS.map((owner) => countOf(owner, queueOf(state, owner))).filter((count) => count.total > 0);
}

function countOf(owner: BackEntryOwner, items: readonly QueueItem[]): OwnerCount {
  const states: Partial<Record<ItemState, number>> = {};
  let open = 0;
  let oldest: { readonly at: Instant; readonly ms: number } | undefined;
  const msOf = instants();
  for (const item of items) {
    states[item.state] = (states[item.state] ?? 0) + 1;
    if (SETTLED.includes(item.state)) continue;
    open += 1;
    const ms = msOf(item.occurredAt);
    if (!oldest || ms < oldest.ms) oldest = { at: item.occurredAt, ms };
  }
  return {
    owner,
    total: items.length,
    settled: items.length - open,
    verified: states.verified ?? 0,
    waiting: states.waiting ?? 0,
    toEnter: states['to-enter'] ?? 0,
    ...(oldest === undefined ? {} : { oldestOpen: oldest.at }),
  };
}
