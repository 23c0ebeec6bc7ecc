import type { CommandContext } from '../basics/command-context';
import { ok, refuse, type Result } from '../basics/result';
import type { Instant } from '../basics/time';
import type { BackEntryOwner } from '../form/form';
import type { NewEntry } from '../ledger/entry';
import type { ItemKey } from './back-entry-item';
import type { ReconciliationEntries } from './entries';
import { findItem, type QueueItem, type Reconciliation } from './queue';
import { mayItem, type ItemCommand, type ItemState } from './rules';

/** Why a reconciliation command did nothing. */
export type ReconciliationRefusal =
  | { readonly code: 'unknown-item'; readonly serial: string; readonly item: string }
  /** The official all-clear has not been given: nobody enters anything yet. */
  | { readonly code: 'still-down' }
  | {
      readonly code: 'waits-for';
      readonly items: readonly (ItemKey & { readonly label: string; readonly owner: string })[];
    }
  | { readonly code: 'already-marked'; readonly as: string; readonly by: string; readonly at: Instant }
  | { readonly code: 'claimed-by-other'; readonly by: string; readonly at: Instant }
  | { readonly code: 'not-claimed' }
  | { readonly code: 'reason-missing' }
  | { readonly code: 'not-marked' }
  | { readonly code: 'same-person' }
  | { readonly code: 'not-allowed-now'; readonly command: ItemCommand; readonly state: ItemState };

type Outcome = Result<NewEntry[], ReconciliationRefusal>;
type By = Pick<CommandContext, 'by'>;

/** Says what became of an item in the EHR. */
export function markItem(state: Reconciliation, input: ReconciliationEntries['item.marked'], { by }: By): Outcome {
  const item = findItem(state, input);
  if (!item) return unknown(input);
  if (state.down) return refuse({ code: 'still-down' });
  const command = `mark-${input.as}` as const;
  if (item.state === 'waiting' && !mayItem(command, 'waiting'))
    return refuse({ code: 'waits-for', items: waits(state, item) });
  if (item.mark) return refuse({ code: 'already-marked', as: item.mark.as, by: item.mark.by, at: item.mark.at });
  // Left out by policy, and somebody enters it all the same: that is care, not a mistake.
  if (!item.byPolicy && !mayItem(command, item.state))
    return refuse({ code: 'not-allowed-now', command, state: item.state });
  const other = claimOfOther(item, by);
  if (other) return refuse(other);
  const [ref, reason] = [input.ref?.trim() ?? '', input.reason?.trim() ?? ''];
  if (input.as === 'not-needed' && reason === '') return refuse({ code: 'reason-missing' });
  const { serial, item: id, as } = input;
  const payload = { serial, item: id, as, ...(ref === '' ? {} : { ref }), ...(reason === '' ? {} : { reason }) };
  return ok([fact(state, item, by, { type: 'item.marked', payload })]);
}

/** A second person looked at it in the EHR; never the one who marked it. */
export function verifyItem(state: Reconciliation, input: ItemKey, { by }: By): Outcome {
  const item = findItem(state, input);
  if (!item) return unknown(input);
  if (!item.mark) return refuse({ code: 'not-marked' });
  if (!mayItem('verify', item.state)) return refuse({ code: 'not-allowed-now', command: 'verify', state: item.state });
  if (item.marks.some((mark) => mark.by === by)) return refuse({ code: 'same-person' });
  return ok([fact(state, item, by, { type: 'item.verified', payload: { serial: item.serial, item: item.item } })]);
}

/**
 * Takes back what was said about an item: its verification and its marks. With `entry` only that one: after two
 * people marked at once, the one that was wrong.
 */
export function reopenItem(
  state: Reconciliation,
  input: ItemKey & { readonly reason: string; readonly entry?: string },
  { by }: By,
): Outcome {
  const item = findItem(state, input);
  if (!item) return unknown(input);
  const reason = input.reason.trim();
  if (reason === '') return refuse({ code: 'reason-missing' });
  if (!item.mark) return refuse({ code: 'not-marked' });
  const said = [...(item.check ? [item.check] : []), ...item.marks.toReversed()].map((one) => one.entry);
  const targets = input.entry === undefined ? said : said.filter((entry) => entry === input.entry);
  if (targets.length === 0) return refuse({ code: 'not-marked' });
  const payload = { serial: item.serial, item: item.item, reason };
  return ok(targets.map((corrects) => ({ ...fact(state, item, by, { type: 'item.reopened', payload }), corrects })));
}

/** Takes an item into one's own hands, so that nobody enters it twice. `takeOver` after its holder went home. */
export function claimItem(
  state: Reconciliation,
  input: ItemKey & { readonly takeOver?: boolean },
  { by }: By,
): Outcome {
  const item = findItem(state, input);
  if (!item) return unknown(input);
  if (!mayItem('claim', item.state)) return refuse({ code: 'not-allowed-now', command: 'claim', state: item.state });
  const other = claimOfOther(item, by);
  if (other && input.takeOver !== true) return refuse(other);
  if (item.claimedBy?.by === by) return ok([]);
  return ok([fact(state, item, by, { type: 'item.claimed', payload: { serial: item.serial, item: item.item } })]);
}

/** Gives an item to somebody else, by name: at the end of a shift nobody guesses who goes on. */
export function handOverItem(state: Reconciliation, input: ItemKey & { readonly to: string }, { by }: By): Outcome {
  const item = findItem(state, input);
  if (!item) return unknown(input);
  if (!mayItem('claim', item.state)) return refuse({ code: 'not-allowed-now', command: 'claim', state: item.state });
  const other = claimOfOther(item, by);
  if (other) return refuse(other);
  if (item.claimedBy?.by === input.to) return ok([]);
  const payload = { serial: item.serial, item: item.item, for: input.to };
  return ok([fact(state, item, by, { type: 'item.claimed', payload })]);
}

/** Everything one person has in hand, given to another at once. */
export function handOverAll(
  state: Reconciliation,
  { to, owner }: { readonly to: string; readonly owner?: BackEntryOwner },
  context: By,
): Outcome {
  const mine = state.items.filter(
    (item) =>
      item.claimedBy?.by === context.by &&
      mayItem('claim', item.state) &&
      (owner === undefined || item.owner === owner),
  );
  if (mine.length === 0) return refuse({ code: 'not-claimed' });
  return ok(
    mine.flatMap((item) => {
      const given = handOverItem(state, { serial: item.serial, item: item.item, to }, context);
      return given.ok ? given.value : [];
    }),
  );
}

/** Gives an item back to the queue. */
export function releaseItem(state: Reconciliation, input: ItemKey, { by }: By): Outcome {
  const item = findItem(state, input);
  if (!item) return unknown(input);
  if (!item.claimedBy) return refuse({ code: 'not-claimed' });
  const other = claimOfOther(item, by);
  if (other) return refuse(other);
  return ok([fact(state, item, by, { type: 'item.released', payload: { serial: item.serial, item: item.item } })]);
}

function unknown({ serial, item }: ItemKey): Outcome {
  return refuse({ code: 'unknown-item', serial, item });
}

function claimOfOther(
  item: QueueItem,
  by: string,
): Extract<ReconciliationRefusal, { code: 'claimed-by-other' }> | undefined {
  if (!item.claimedBy || item.claimedBy.by === by) return undefined;
  return { code: 'claimed-by-other', by: item.claimedBy.by, at: item.claimedBy.at };
}

function waits(state: Reconciliation, item: QueueItem): Extract<ReconciliationRefusal, { code: 'waits-for' }>['items'] {
  return item.waitingFor.map(({ serial, item: id }) => {
    const other = findItem(state, { serial, item: id });
    return { serial, item: id, label: other?.label ?? id, owner: other?.owner ?? '' };
  });
}

type Fact = Pick<Extract<NewEntry, { type: `item.${string}` }>, 'type' | 'payload'>;

function fact(state: Reconciliation, item: QueueItem, by: string, what: Fact): NewEntry {
  return { book: state.outage, subject: item.serial, by, ...what } as NewEntry;
}
