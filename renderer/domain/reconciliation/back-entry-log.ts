import type { Instant } from '../basics/time';
import type { Entry } from '../ledger/entry';
import type { BackEntryFacts } from './back-entry-facts';

type LogEntry = Extract<Entry, { readonly type: keyof BackEntryFacts }>;

/** What was written about the back-entry of each outage as a whole, in fold order. */
export interface BackEntryLog {
  readonly books: ReadonlyMap<string, readonly LogEntry[]>;
}

/** Nothing yet. */
export const NO_BACK_ENTRY_LOG: BackEntryLog = { books: new Map() };

const TYPES: ReadonlySet<string> = new Set([
  'policy.chosen',
  'page.scanned',
  'page.filed',
  'page.unfiled',
  'page.set-aside',
  'ward.signed-off',
  'ward-sign-off.undone',
  'reconciliation.closed',
] satisfies (keyof BackEntryFacts)[]);

function isAbout(entry: Entry): entry is LogEntry {
  return TYPES.has(entry.type);
}

/** Folds one entry. */
export function foldBackEntryLog(state: BackEntryLog, entry: Entry): BackEntryLog {
  if (!isAbout(entry)) return state;
  return { books: new Map(state.books).set(entry.book, [...(state.books.get(entry.book) ?? []), entry]) };
}

/** Folds a whole ledger in one pass. */
export function projectBackEntryLog(entries: Iterable<Entry>): BackEntryLog {
  const books = new Map<string, LogEntry[]>();
  for (const entry of entries) {
    if (!isAbout(entry)) continue;
    const of = books.get(entry.book);
    if (of) of.push(entry);
    else books.set(entry.book, [entry]);
  }
  return { books };
}

/** The preset chosen last. */
export function chosenPolicy(log: BackEntryLog, book: string): string | undefined {
  const chosen = (log.books.get(book) ?? []).findLast((entry) => entry.type === 'policy.chosen');
  return chosen?.type === 'policy.chosen' ? chosen.payload.policy : undefined;
}

/** A ward's sign-off that counts. */
export interface WardSignOff {
  readonly ward: string;
  readonly entry: string;
  readonly by: string;
  readonly at: Instant;
  readonly openItems: number;
  readonly note?: string;
}

/** The sign-off of each ward that nobody took back; the last one of a ward counts. */
export function wardSignOffs(log: BackEntryLog, book: string): readonly WardSignOff[] {
  const entries = log.books.get(book) ?? [];
  const undone = new Set(entries.flatMap((one) => (one.type === 'ward-sign-off.undone' ? [one.corrects] : [])));
  const live = new Map<string, WardSignOff>();
  for (const entry of entries) {
    if (entry.type !== 'ward.signed-off' || undone.has(entry.id)) continue;
    const { id, by, at, payload } = entry;
    live.set(payload.ward, { ...payload, entry: id, by, at });
  }
  return [...live.values()];
}
