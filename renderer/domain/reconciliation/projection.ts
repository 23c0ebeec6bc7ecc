import type { Entry, EntryOf } from '../ledger/entry';
import { itemKeyText, type ItemKey } from './back-entry-item';
import type { ItemMarks, MarksState, Signed } from './marks';

/** Nothing marked yet. */
export const NO_MARKS: MarksState = { items: {} };

type Items = Record<string, ItemMarks>;

/** Folds one entry: marks, and changes of the forms they were made from. */
export function foldMarks(state: MarksState, entry: Entry): MarksState {
  if (!isAboutMarks(entry)) return state;
  const items = { ...state.items };
  apply(items, entry);
  return { items };
}

/** Folds a whole ledger, in one pass over one record: copying it per entry would cost the square of 20,000 marks. */
export function projectMarks(entries: Iterable<Entry>): MarksState {
  const items: Items = {};
  for (const entry of entries) if (isAboutMarks(entry)) apply(items, entry);
  return { items };
}

function isAboutMarks({ type }: Entry): boolean {
  return (
    type.startsWith('item.') || type === 'form.amended' || type === 'form.struck-through' || type === 'patient.unlinked'
  );
}

function apply(items: Items, entry: Entry): void {
  switch (entry.type) {
    case 'item.marked':
      return change(items, entry, (item) => ({ ...item, marks: [...item.marks, markOf(entry)] }));
    case 'item.verified':
      return change(items, entry, (item) => ({ ...item, checks: [...item.checks, signed(entry)] }));
    case 'item.reopened':
      return change(items, entry, (item) => reopened(item, entry));
    case 'item.claimed':
      return change(items, entry, (item) => ({ ...item, claimedBy: claimOf(entry) }));
    case 'item.released':
      return change(items, entry, ({ claimedBy: _claimedBy, ...item }) => item);
    case 'form.amended':
    case 'form.struck-through':
      return overtake(items, signed(entry), (item) => item.serial === entry.payload.serial);
    case 'patient.unlinked':
      return overtake(items, signed(entry), (item) => item.serial === entry.subject && item.item.startsWith('link:'));
    default:
      return undefined;
  }
}

function signed({ id, by, at }: Entry): Signed {
  return { entry: id, by, at };
}

/** Handed over, the item is in the hands of whom it names. */
function claimOf(entry: EntryOf<'item.claimed'>): Signed {
  const to = entry.payload.for;
  return to === undefined ? signed(entry) : { ...signed(entry), by: to };
}

function markOf(entry: EntryOf<'item.marked'>): ItemMarks['marks'][number] {
  const { as, ref, reason } = entry.payload;
  return { ...signed(entry), as, ...(ref === undefined ? {} : { ref }), ...(reason === undefined ? {} : { reason }) };
}

function change(items: Items, entry: Entry & { payload: ItemKey }, how: (item: ItemMarks) => ItemMarks): void {
  const { serial, item } = entry.payload;
  const key = itemKeyText({ serial, item });
  items[key] = how(items[key] ?? { serial, item, book: entry.book, marks: [], checks: [], faults: [] });
}

function reopened(item: ItemMarks, entry: EntryOf<'item.reopened'>): ItemMarks {
  const target = entry.corrects;
  const known = [...item.marks, ...item.checks].some((one) => one.entry === target);
  if (!known) return { ...item, faults: [...item.faults, { code: 'reopen-without-target', entry: entry.id }] };
  const undone = { ...signed(entry), reason: entry.payload.reason };
  const take = <T extends Signed & { readonly undone?: unknown }>(one: T): T =>
    one.entry === target && !one.undone ? { ...one, undone } : one;
  return { ...item, marks: item.marks.map(take), checks: item.checks.map(take) };
}

/** What was entered changed afterwards: its items are looked at again, whoever ticked them. */
function overtake(items: Items, by: Signed, touches: (item: ItemMarks) => boolean): void {
  const take = <T extends { readonly overtaken?: unknown }>(one: T): T =>
    one.overtaken ? one : { ...one, overtaken: by };
  for (const [key, item] of Object.entries(items)) {
    if (touches(item)) items[key] = { ...item, marks: item.marks.map(take), checks: item.checks.map(take) };
  }
}
