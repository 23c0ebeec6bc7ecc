import type { JournalSummary } from '../../../electron/ipc/contract';
import type { JournalDamage } from '../../app/ports';
import type { SealedEntry } from '../../domain/ledger/entry';
import { withDeadline } from '../deadline';
import type { Shell } from '../shell';
import type { DeviceHead, Heads } from './heads';
import { readSealedLine, writeSealedLine } from './sealed-line';

/** The ledger's copy in the journal, which the main process writes and fsyncs. */
export interface JournalMirror {
  state(): Promise<{ readonly heads: Heads; readonly damaged: boolean }>;
  /** Lines that are not as they were written, also those that were written again since. */
  damage(): Promise<readonly JournalDamage[]>;
  /** Resolves only when every entry is fsynced. */
  append(entries: readonly SealedEntry[]): Promise<void>;
  /** All entries in file order; what is no entry is left out (the summary counts it). */
  pages(): AsyncGenerator<readonly SealedEntry[]>;
}

const WAIT_MS = 15_000;
// The contract's limit per call, and a size that one IPC message carries with ease.
const LINES_PER_CALL = 5000;
const CHARS_PER_CALL = 16 * 1024 * 1024;

export function createJournalMirror(shell: Shell): JournalMirror {
  const summary = (): Promise<JournalSummary> =>
    withDeadline(shell.call('journal.summary'), WAIT_MS, 'not-writable', 'asking for the journal');

  async function appendCall(entries: readonly SealedEntry[]): Promise<void> {
    try {
      const lines = entries.map(writeSealedLine);
      await withDeadline(shell.call('journal.append', { lines }), WAIT_MS, 'not-writable', 'writing the journal');
    } catch (cause) {
      // The answer may have got lost, not the write.
      const last = entries.at(-1);
      const { devices } = await summary().catch(() => ({ devices: [] as JournalSummary['devices'] }));
      if (!devices.some(({ device, lastHash }) => device === last?.device && lastHash === last.hash)) throw cause;
    }
  }

  return {
    async state() {
      const { devices, brokenLines } = await summary();
      const heads = new Map(
        devices.map(({ device, entries, lastSeq, lastHash }): [string, DeviceHead] => [
          device,
          { device, entries, lastSeq, lastHash },
        ]),
      );
      return { heads, damaged: brokenLines.length > 0 };
    },

    async damage() {
      const { brokenLines, mendedLines } = await summary();
      const say = (lines: JournalSummary['brokenLines'], mended: boolean): readonly JournalDamage[] =>
        lines.map(({ file, line, why }) => ({ file, line, why, mended }));
      return [...say(brokenLines, false), ...say(mendedLines, true)];
    },

    async append(entries) {
      for (const call of calls(entries)) await appendCall(call);
    },

    async *pages() {
      let cursor: string | undefined;
      do {
        const page = await withDeadline(
          shell.call('journal.read', { cursor }),
          WAIT_MS,
          'not-writable',
          'reading the journal',
        );
        yield page.lines.map(readSealedLine).filter((entry) => entry !== undefined);
        cursor = page.next ?? undefined;
      } while (cursor !== undefined);
    },
  };
}

// One device per call, and no more than a call can carry.
function* calls(entries: readonly SealedEntry[]): Generator<readonly SealedEntry[]> {
  let call: SealedEntry[] = [];
  let chars = 0;
  for (const entry of entries) {
    const full =
      call.length >= LINES_PER_CALL || chars + entry.ct.length > CHARS_PER_CALL || call[0]?.device !== entry.device;
    if (call.length > 0 && full) {
      yield call;
      [call, chars] = [[], 0];
    }
    call.push(entry);
    chars += entry.ct.length;
  }
  if (call.length > 0) yield call;
}
