import type { Quarantined, VerifyReport } from '../../app/ports';
import { FIRST_PREV, type SealedEntry } from '../../domain/ledger/entry';
import { asPortFailure } from '../database';
import { hashMatches } from '../seal';
import type { CheckpointGuard } from './checkpoints';
import type { DatabaseCopy } from './database-copy';
import type { DeviceHead } from './heads';
import type { JournalMirror } from './journal-mirror';
import { place } from './places';

type Broken = NonNullable<VerifyReport['firstBroken']>;
type CopyName = 'database' | 'journal';

interface Walk {
  /** `device seq` -> hash. */
  readonly hashes: ReadonlyMap<string, string>;
  readonly last: ReadonlyMap<string, SealedEntry>;
  readonly firstBroken: Broken | undefined;
}

const CHUNK = 1000;

// A copy that cannot be read holds nothing anybody could rely on.
const UNREADABLE: Walk = { hashes: new Map(), last: new Map(), firstBroken: undefined };

/** Walks both copies from their first entries and compares them row by row. Needs no key. Throws only when neither can be read. */
export async function verifyCopies(
  { journal, database }: { readonly journal: JournalMirror; readonly database: DatabaseCopy },
  quarantined: readonly Quarantined[],
  guard?: Pick<CheckpointGuard, 'judgeAll'>,
): Promise<VerifyReport> {
  const found = await Promise.allSettled([walk('database', database.pages()), walk('journal', inOrder(journal))]);
  const [inDatabase, inJournal] = found.map((one) => (one.status === 'fulfilled' ? one.value : UNREADABLE)) as [
    Walk,
    Walk,
  ];
  if (found[0].status === 'rejected' && found[1].status === 'rejected') throw asPortFailure(found[0].reason);
  // An unreadable journal shows in the comparison.
  const journalDamage = await journal.damage().catch(() => []);
  const comparison = compare(inDatabase.hashes, inJournal.hashes);
  const longer = inDatabase.hashes.size >= inJournal.hashes.size ? inDatabase : inJournal;
  const firstBroken = earlier(earlier(inDatabase.firstBroken, inJournal.firstBroken), comparison.firstDiffering);
  return {
    entries: longer.hashes.size,
    devices: [...longer.last.values()].map(({ device, hash }) => ({
      device,
      entries: count(longer.hashes, device),
      head: hash,
    })),
    chain: inDatabase.firstBroken || inJournal.firstBroken ? 'broken' : 'whole',
    ...(firstBroken && { firstBroken }),
    copies: comparison.copies,
    journalDamage,
    quarantined,
    ...(guard && {
      checkpoints: await guard.judgeAll(
        (head) => [inDatabase.hashes.get(place(head)), inJournal.hashes.get(place(head))],
        headsOf(inDatabase, inJournal),
      ),
    }),
  };
}

function headsOf(...walks: readonly Walk[]): ReadonlyMap<string, DeviceHead> {
  const heads = new Map<string, DeviceHead>();
  for (const { last } of walks)
    for (const { device, seq, hash } of last.values())
      if (seq > (heads.get(device)?.lastSeq ?? 0))
        heads.set(device, { device, entries: seq, lastSeq: seq, lastHash: hash });
  return heads;
}

async function walk(copy: CopyName, pages: AsyncIterable<readonly SealedEntry[]>): Promise<Walk> {
  const hashes = new Map<string, string>();
  const last = new Map<string, SealedEntry>();
  let firstBroken: Broken | undefined;
  for await (const page of pages) {
    const intact = await Promise.all(page.map((row) => hashMatches(row).catch(() => false)));
    for (const [index, row] of page.entries()) {
      const why = fault(copy, row, last.get(row.device), intact[index] === true);
      if (why) firstBroken = earlier(firstBroken, why);
      // A changed row is not the other copy's row, whatever hash stands in it.
      hashes.set(`${row.device} ${row.seq}`, intact[index] ? row.hash : `changed in the ${copy}`);
      last.set(row.device, row);
    }
  }
  return { hashes, last, firstBroken };
}

function fault(copy: CopyName, row: SealedEntry, before: SealedEntry | undefined, intact: boolean): Broken | undefined {
  const expected = (before?.seq ?? 0) + 1;
  const at = (seq: number, why: 'changed' | 'missing' | 'does not follow its predecessor'): Broken => ({
    device: row.device,
    seq,
    why: `${why} in the ${copy}`,
  });
  if (!intact) return at(row.seq, 'changed');
  if (row.seq > expected) return at(expected, 'missing');
  if (row.prev !== (before?.hash ?? FIRST_PREV)) return at(row.seq, 'does not follow its predecessor');
  return undefined;
}

function compare(
  database: ReadonlyMap<string, string>,
  journal: ReadonlyMap<string, string>,
): { readonly copies: VerifyReport['copies']; readonly firstDiffering: Broken | undefined } {
  const both = [...database].filter(([place]) => journal.has(place));
  const differing = both.filter(([place, hash]) => journal.get(place) !== hash).map(([place]) => place);
  const firstDiffering = differing.map(brokenAt).reduce<Broken | undefined>(earlier, undefined);
  if (firstDiffering) return { copies: 'differ', firstDiffering };
  const [short, long] = [both.length < database.size, both.length < journal.size];
  const copies = short && long ? 'differ' : short ? 'journal-short' : long ? 'database-short' : 'equal';
  return { copies, firstDiffering: undefined };
}

function brokenAt(place: string): Broken {
  const [device = '', seq = '0'] = place.split(' ');
  return { device, seq: Number(seq), why: 'differs between database and journal' };
}

function earlier(a: Broken | undefined, b: Broken | undefined): Broken | undefined {
  if (!a || !b) return a ?? b;
  if (a.device !== b.device) return a.device < b.device ? a : b;
  return b.seq < a.seq ? b : a;
}

// Mended lines stand at the end of the journal.
async function* inOrder(journal: JournalMirror): AsyncGenerator<readonly SealedEntry[]> {
  const rows: SealedEntry[] = [];
  for await (const page of journal.pages()) rows.push(...page);
  rows.sort((a, b) => (a.device === b.device ? a.seq - b.seq : a.device < b.device ? -1 : 1));
  for (let at = 0; at < rows.length; at += CHUNK) yield rows.slice(at, at + CHUNK);
}

function count(hashes: ReadonlyMap<string, string>, device: string): number {
  let entries = 0;
  for (const place of hashes.keys()) if (place.startsWith(`${device} `)) entries += 1;
  return entries;
}
