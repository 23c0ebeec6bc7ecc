import { join } from 'node:path';
import type { JournalSummary } from '../ipc/contract';
import { ensureFolder } from '../disk/atomic-file';
import { ShellFailure } from '../disk/shell-failure';
import { Appender } from './appender';
import { type AppendFile, openAppendFile } from './append-file';
import { readPage } from './page';
import { scanJournal } from './scan';
import type { Committed } from './second/second-journal';

/** What the journal needs from around it. */
export interface JournalOptions {
  readonly folder: string;
  readonly now: () => Date;
  /** Clear facts for the first line of a new file: app version, vault id. Never anything secret. */
  readonly header: () => Promise<Readonly<Record<string, string>>>;
  /** Bytes after which a new file is begun. */
  readonly rotateBytes?: number;
  /** Done before the folder is read. */
  readonly before?: () => Promise<void>;
  /** Called after each append, which does not wait for it. */
  readonly onAppended?: (entries: number) => void;
  readonly openFile?: (path: string, size: number) => Promise<AppendFile>;
}

/** The second copy of the ledger: sealed lines, append-only, fsynced before they are acknowledged. */
export interface Journal {
  summary(): Promise<JournalSummary>;
  append(lines: readonly string[]): Promise<{ readonly lastSeq: number }>;
  read(cursor: string | undefined): Promise<{ readonly lines: readonly string[]; readonly next: string | null }>;
  /** What is on disk for certain: files with their bytes, and entries. */
  committed(): Promise<Committed>;
  close(): Promise<void>;
}

const defaultRotateBytes = 16 * 1024 * 1024;

/** Opens the journal; the check of what lies there begins at once and everything else waits for it. */
export function openJournal(options: JournalOptions): Journal {
  const started = start(options);
  // Whoever asks first gets the failure; until then it is nobody's unhandled rejection.
  started.catch(() => undefined);
  return {
    async summary() {
      const { scan, appender } = await started;
      const devices = [...appender.chains].map(([device, chain]) => ({
        device,
        entries: chain.entries,
        lastSeq: chain.lastSeq,
        lastHash: chain.lastHash,
      }));
      const damage = [...scan.devices.values()].map((device) => device.damage());
      return {
        devices: devices.filter((device) => device.entries > 0),
        tornTailCut: scan.tornTailCut,
        brokenLines: damage.flatMap(({ open }) => open),
        mendedLines: damage.flatMap(({ mended }) => mended),
        missing: [...appender.chains].flatMap(([device, { holes }]) =>
          holes.map(({ from, to }) => ({ device, from, to })),
        ),
      };
    },
    async append(lines) {
      const { scan, appender } = await started;
      if (scan.newerFormat) throw new ShellFailure('newer-version', 'journal of a newer version');
      const answer = await appender.append(lines);
      options.onAppended?.(lines.length);
      return answer;
    },
    async read(cursor) {
      const { appender } = await started;
      return readPage(options.folder, appender.files(), cursor);
    },
    async committed() {
      const { appender } = await started;
      const files = appender.files().filter(({ size }) => size > 0);
      const entries = [...appender.chains.values()].reduce((sum, chain) => sum + chain.entries, 0);
      return { files: files.map(({ name, size }) => ({ name, size })), entries };
    },
    async close() {
      const { appender } = await started;
      await appender.close();
    },
  };
}

async function start(options: JournalOptions) {
  await options.before?.();
  await ensureFolder(options.folder);
  const scan = await scanJournal(options.folder);
  const appender = new Appender(scan, {
    now: options.now,
    header: options.header,
    rotateBytes: options.rotateBytes ?? defaultRotateBytes,
    open: (name, size) => (options.openFile ?? openAppendFile)(join(options.folder, name), size),
  });
  return { scan, appender };
}
