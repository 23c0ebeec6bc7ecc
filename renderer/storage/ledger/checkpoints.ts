import type { CheckpointReading, SignedCheckpoint } from '../../../electron/ipc/contract';
import type { CheckpointReport } from '../../app/ports';
import type { NewEntry, SealedEntry } from '../../domain/ledger/entry';
import { NOBODY, WORKSTATION_BOOK } from '../../domain/ledger/entry';
import type { Database } from '../database';
import { withDeadline } from '../deadline';
import type { Shell } from '../shell';
import type { DatabaseCopy } from './database-copy';
import { headOf, type Heads } from './heads';

type Head = SignedCheckpoint['heads'][number];

const META = 'checkpoints';
const NEWEST = 20;
const WAIT_MS = 15_000;

interface Kept {
  /** As many as there ever were: a list that got shorter was cut. */
  readonly signed: number;
  /** Doubts that are in the ledger already; the list keeps what caused them for ever. */
  readonly noted: readonly string[];
}

/** Compares the ledger with what was signed of it. */
export interface CheckpointGuard {
  /** At start, the newest ones. Never throws: what cannot be asked is `unread`. */
  look(database: DatabaseCopy, heads: () => Heads): Promise<CheckpointReport>;
  /** All of them, by the hashes a walk over both copies found. */
  judgeAll(hashesAt: (head: Head) => readonly (string | undefined)[], heads: Heads): Promise<CheckpointReport>;
  /** A doubt that has to be written down with the next append. */
  pending(): readonly NewEntry[];
  written(): Promise<void>;
}

export function createCheckpointGuard(shell: Shell, database: Database): CheckpointGuard {
  let doubt: { readonly id: string; readonly entry: NewEntry } | undefined;
  const ask = (last?: number): Promise<CheckpointReading> =>
    withDeadline(shell.call('checkpoints.read', { last }), WAIT_MS, 'not-writable', 'asking for checkpoints');
  const kept = async (): Promise<Kept> => {
    const value = (await database.tables().meta.get(META))?.value as Partial<Kept> | undefined;
    return { signed: value?.signed ?? 0, noted: value?.noted ?? [] };
  };
  const keep = (value: Kept): Promise<unknown> => database.tables().meta.put({ key: META, value });

  return {
    async look(copy, heads) {
      try {
        const reading = await ask(NEWEST);
        const signed = reading.checkpoints.flatMap((one) => one.heads);
        const rows = await copy.at(signed as unknown as readonly SealedEntry[]);
        const at = new Map(signed.map((head, index) => [head, rows[index]?.hash]));
        const before = await kept();
        const report = judge(reading, (head) => [at.get(head)], heads(), before.signed);
        if (reading.signed > before.signed) await keep({ ...before, signed: reading.signed });
        if (isWrong(report)) {
          const id = doubtId(report);
          if (!before.noted.includes(id)) doubt = { id, entry: doubtEntry(report) };
        }
        return report;
      } catch {
        return UNREAD;
      }
    },

    async judgeAll(hashesAt, heads) {
      try {
        const [reading, before] = [await ask(), await kept().catch(() => ({ signed: 0, noted: [] }))];
        return judge(reading, hashesAt, heads, before.signed);
      } catch {
        return UNREAD;
      }
    },

    pending: () => (doubt ? [doubt.entry] : []),

    async written() {
      const id = doubt?.id;
      doubt = undefined;
      if (id === undefined) return;
      // Should this fail, it is written once more after the next start: better twice than never.
      const before = await kept().catch(() => undefined);
      if (before) await keep({ ...before, noted: [...before.noted, id] }).catch(() => undefined);
    },
  };
}

/** Whether a report is an alarm. */
export function isWrong({ state }: CheckpointReport): boolean {
  return state !== 'none' && state !== 'good' && state !== 'unread';
}

const UNREAD: CheckpointReport = { state: 'unread', signed: 0, unknownKey: 0 };

function judge(
  { checkpoints, signed, problems }: CheckpointReading,
  hashesAt: (head: Head) => readonly (string | undefined)[],
  heads: Heads,
  everSigned: number,
): CheckpointReport {
  const newest = checkpoints.at(-1);
  const end = newest?.heads[0];
  const report = {
    signed,
    unknownKey: checkpoints.filter(({ signature }) => signature === 'unknown-key').length,
    ...(newest && end ? { last: { at: newest.at, device: end.device, seq: end.seq } } : {}),
  };
  const places = checkpoints.flatMap(({ at, heads: ends, signature }) =>
    ends.map((head) => ({
      ...head,
      at,
      signature,
      found: hashesAt(head),
      lastSeq: headOf(heads, head.device).lastSeq,
    })),
  );
  const wrong = ({ device, seq, at, lastSeq }: (typeof places)[number]) => ({ wrong: { device, seq, at, lastSeq } });
  const unfit = places.filter(({ found, hash }) => !found.includes(hash)).toSorted((a, b) => a.seq - b.seq);
  // A line somebody changed says nothing about the record; it is an alarm of its own.
  const signedWell = unfit.filter(({ signature }) => signature !== 'bad');
  const other = signedWell.find(({ seq, lastSeq }) => seq <= lastSeq);
  if (other) return { ...report, state: 'differs', ...wrong(other) };
  const beyond = signedWell.at(-1);
  if (beyond) return { ...report, state: 'ends-before', ...wrong(beyond) };
  const bad = places.find(({ signature }) => signature === 'bad');
  if (bad) return { ...report, state: 'bad-signature', ...wrong(bad) };
  if (problems.includes('list-changed')) return { ...report, state: 'list-changed' };
  if (problems.includes('list-cut') || signed < everSigned) return { ...report, state: 'list-cut' };
  return { ...report, state: signed === 0 ? 'none' : 'good' };
}

function doubtId({ state, wrong }: CheckpointReport): string {
  return [state, wrong?.device, wrong?.seq].filter((part) => part !== undefined).join(' ');
}

function doubtEntry({ state, wrong }: CheckpointReport): NewEntry {
  const payload = { why: state, ...(wrong && { ...wrong }) };
  return { book: WORKSTATION_BOOK, subject: wrong?.device ?? NOBODY, by: NOBODY, type: 'record.doubted', payload };
}
