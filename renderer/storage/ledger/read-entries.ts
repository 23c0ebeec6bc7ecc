import type { Quarantined } from '../../app/ports';
import type { Entry, SealedEntry } from '../../domain/ledger/entry';
import { compareEntries } from '../../domain/ledger/order';
import type { Keyring } from '../keyring';
import type { DatabaseCopy } from './database-copy';
import type { JournalMirror } from './journal-mirror';
import { type Decode, type OpenedRow, openRows } from './open-entries';
import { missingPlaces, type Place, place } from './places';

interface Copies {
  readonly journal: JournalMirror;
  readonly database: DatabaseCopy;
}

interface Reading {
  readonly entries: readonly Entry[];
  readonly quarantined: readonly Quarantined[];
  /** False when the database could not be read and the journal was. */
  readonly databaseRead: boolean;
}

/**
 * Every entry that opens, in fold order. A row that is broken or missing in the database is taken from the journal:
 * what was acknowledged is shown as long as one copy holds it. What opens in neither is quarantined.
 */
export async function readEntries(
  { journal, database }: Copies,
  keyring: Keyring,
  decode: Decode,
  onProgress?: (done: number, of: number) => void,
): Promise<Reading> {
  const { rows, databaseRead } = await allRows({ journal, database });
  const opened = [...(await openRows(rows, keyring, decode, (done) => onProgress?.(done, rows.length)))];
  const gaps = missingPlaces(rows);
  const broken = opened.filter((one) => one.as === 'quarantined' && isFaultOfCopy(one.reason));
  if (broken.length + gaps.length > 0) {
    const wanted = new Set([...broken.map(({ row }) => place(row)), ...gaps.map(place)]);
    const spare = await openRows(await fromJournal(journal, wanted), keyring, decode);
    const better = new Map(spare.filter(({ as }) => as !== 'quarantined').map((one) => [place(one.row), one]));
    const kept = opened.filter(({ row }) => !better.has(place(row)));
    const left = gaps.filter((gap) => !better.has(place(gap)));
    return { ...sort([...kept, ...better.values()], left), databaseRead };
  }
  return { ...sort(opened, gaps), databaseRead };
}

function sort(opened: readonly OpenedRow[], gaps: readonly Place[]): Omit<Reading, 'databaseRead'> {
  const entries = opened.flatMap((one) => (one.as === 'entry' ? [one.entry] : []));
  const quarantined = opened.flatMap((one): Quarantined[] =>
    one.as === 'quarantined'
      ? [{ id: one.row.id, device: one.row.device, seq: one.row.seq, type: one.row.type, reason: one.reason }]
      : [],
  );
  const missing = gaps.map(({ device, seq }): Quarantined => ({
    id: '',
    device,
    seq,
    type: '',
    reason: 'chain-broken',
  }));
  return { entries: entries.toSorted(compareEntries), quarantined: [...quarantined, ...missing] };
}

/** All rows of the database in (device, seq) order; of the journal where the database cannot be read. */
async function allRows({
  journal,
  database,
}: Copies): Promise<{ readonly rows: readonly SealedEntry[]; readonly databaseRead: boolean }> {
  try {
    const rows: SealedEntry[] = [];
    for await (const page of database.pages()) rows.push(...page);
    return { rows, databaseRead: true };
  } catch {
    const rows = new Map<string, SealedEntry>();
    for await (const page of journal.pages())
      for (const row of page) if (!rows.has(place(row))) rows.set(place(row), row);
    const inOrder = [...rows.values()].sort((a, b) =>
      a.device === b.device ? a.seq - b.seq : a.device < b.device ? -1 : 1,
    );
    return { rows: inOrder, databaseRead: false };
  }
}

// A payload this version does not know is the same in both copies.
function isFaultOfCopy(reason: Quarantined['reason']): boolean {
  return reason === 'damaged' || reason === 'wrong-key';
}

async function fromJournal(journal: JournalMirror, wanted: ReadonlySet<string>): Promise<readonly SealedEntry[]> {
  const found: SealedEntry[] = [];
  try {
    for await (const page of journal.pages()) found.push(...page.filter((row) => wanted.has(place(row))));
  } catch {
    // The journal cannot help; what the database holds is what there is.
  }
  return found;
}
