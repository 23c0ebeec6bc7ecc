import type { JournalDevice, JournalSummary } from '../../electron/ipc/contract';
import { FIRST_PREV, type SealedEntry } from '../../renderer/domain/ledger/entry';

/** One line of the fake journal, as text; a test may change it as it likes. */
export interface FakeJournalLine {
  text: string;
}

const PAGE = 500;

class OutOfOrder extends Error {
  readonly code = 'out-of-order';
}

/** The journal's rules in memory: a line continues its device's chain or repeats its end; broken lines are left out. */
export function createFakeJournal(disk: { journal: FakeJournalLine[] }) {
  const readable = (): readonly (SealedEntry | undefined)[] => disk.journal.map(({ text }) => read(text));
  const heads = (): Map<string, JournalDevice> => {
    const map = new Map<string, JournalDevice>();
    for (const entry of readable()) {
      if (!entry) continue;
      const head = map.get(entry.device);
      const newer = entry.seq > (head?.lastSeq ?? 0);
      map.set(entry.device, {
        device: entry.device,
        entries: (head?.entries ?? 0) + 1,
        lastSeq: newer ? entry.seq : (head?.lastSeq ?? 0),
        lastHash: newer ? entry.hash : (head?.lastHash ?? FIRST_PREV),
      });
    }
    return map;
  };

  return {
    summary(): JournalSummary {
      const brokenLines = readable().flatMap((entry, index) =>
        entry ? [] : [{ file: 'fake.jsonl', line: index + 1, why: 'unreadable' }],
      );
      return { devices: [...heads().values()], tornTailCut: false, brokenLines, mendedLines: [], missing: [] };
    },
    append(lines: readonly string[]): { readonly lastSeq: number } {
      const entries = lines.map((line) => JSON.parse(line) as SealedEntry);
      const head = heads().get(entries[0]?.device ?? '');
      const last = entries.at(-1);
      if (last && head?.lastHash === last.hash) return { lastSeq: last.seq };
      let { lastSeq, lastHash } = { lastSeq: head?.lastSeq ?? 0, lastHash: head?.lastHash ?? FIRST_PREV };
      for (const entry of entries) {
        const follows = entry.seq === lastSeq + 1 && entry.prev === lastHash;
        if (!follows && !(entry.seq <= lastSeq && !has(readable(), entry)))
          throw new OutOfOrder(`expected ${lastSeq + 1}`);
        if (follows) [lastSeq, lastHash] = [entry.seq, entry.hash];
      }
      disk.journal.push(...lines.map((text) => ({ text })));
      return { lastSeq };
    },
    read(cursor: string | undefined): { readonly lines: readonly string[]; readonly next: string | null } {
      const from = Number(cursor ?? 0);
      const texts = disk.journal.slice(from, from + PAGE).flatMap(({ text }) => (read(text) ? [text] : []));
      return { lines: texts, next: from + PAGE < disk.journal.length ? String(from + PAGE) : null };
    },
  };
}

function has(entries: readonly (SealedEntry | undefined)[], { device, seq }: SealedEntry): boolean {
  return entries.some((entry) => entry?.device === device && entry.seq === seq);
}

function read(text: string): SealedEntry | undefined {
  try {
    return JSON.parse(text) as SealedEntry;
  } catch {
    return undefined;
  }
}
