import {
  type ArgsOf,
  type Bridge,
  type Channel,
  type CheckpointReading,
  contract,
  type Reply,
  type ResultOf,
  type SecondJournalState,
  type ShellEvents,
  type ShellInfo,
} from '../../electron/ipc/contract';
import { BadArgument } from '../../electron/ipc/parse';
import { createFakeJournal, type FakeJournalLine } from './fake-journal';

/** What lies on the fake shell's disk; give it to a second shell to start again. */
export interface FakeDisk {
  journal: FakeJournalLine[];
  vault: string | null;
  blobs: Map<string, Uint8Array>;
  settings: string;
  strikes: Map<string, { count: number; lastMs: number }>;
  deviceSecret: string | null;
  /** What the main process signed. */
  checkpoints?: CheckpointReading;
}

/** One way a channel misbehaves. */
export interface FakeFault {
  /** `before`: nothing is done. `after`: it is done and then reported as failed. `hang`: it is done and never answered. */
  readonly when: 'before' | 'after' | 'hang';
  readonly code: string;
  /** How many calls; for ever by default. */
  readonly times?: number;
}

/** The main process in memory, behind the real contract: arguments are parsed as the real one parses them. */
export interface FakeShell {
  readonly bridge: Bridge;
  readonly disk: FakeDisk;
  /** Every call so far, in order. */
  readonly calls: readonly { readonly channel: Channel; readonly args: unknown }[];
  /** What `files.save` and `files.saveFolder` were given. */
  readonly saved: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  fail(channel: Channel, fault: FakeFault): void;
  mend(channel?: Channel): void;
  emit<E extends keyof ShellEvents>(event: E, detail: ShellEvents[E]): void;
}

type Handlers = { readonly [C in Channel]: (args: ArgsOf<C>) => ResultOf<C> | Promise<ResultOf<C>> };

/** What a test may set. */
export interface FakeShellOptions {
  readonly disk?: FakeDisk;
  readonly info?: Partial<ShellInfo>;
  readonly nowMs?: () => number;
  readonly handlers?: Partial<Handlers>;
}

/** A disk nobody has written to. */
export function emptyDisk(): FakeDisk {
  return { journal: [], vault: null, blobs: new Map(), settings: '{}', strikes: new Map(), deviceSecret: null };
}

const INFO: ShellInfo = {
  version: '0.1.0',
  electron: '45.4.1',
  chromium: '156.0.0.0',
  platform: 'linux',
  packaged: false,
  release: false,
  keyring: 'gnome_libsecret',
  keyringSafe: true,
  keyringAllowed: false,
  freeBytes: 50 * 1024 ** 3,
  space: { level: 'ok', freeBytes: 50 * 1024 ** 3, ballastBytes: 256 * 1024 ** 2 },
  batch: null,
};

const NO_SECOND: SecondJournalState = {
  folder: null,
  byPolicy: false,
  behind: 0,
  unreachableSince: null,
  lastAt: null,
  sameDisk: false,
};
const FREE_TRIES = 5;
const CLOSED_AT = 10;

export function createFakeShell({
  disk = emptyDisk(),
  info = {},
  nowMs = () => performance.now(),
  handlers = {},
}: FakeShellOptions = {}): FakeShell {
  const calls: { channel: Channel; args: unknown }[] = [];
  const saved: { name: string; bytes: Uint8Array }[] = [];
  const faults = new Map<Channel, { fault: FakeFault; left: number }>();
  const listeners = new Map<keyof ShellEvents, Set<(detail: never) => void>>();
  const shellInfo: ShellInfo = { ...INFO, ...info };
  const all: Handlers = { ...defaultHandlers(disk, shellInfo, nowMs, saved), ...handlers };

  const invoke = async <C extends Channel>(channel: C, args?: ArgsOf<C>): Promise<Reply<ResultOf<C>>> => {
    calls.push({ channel, args });
    const broken = faults.get(channel);
    if (broken && (broken.left -= 1) <= 0) faults.delete(channel);
    if (broken?.fault.when === 'before') return { ok: false, code: broken.fault.code };
    const reply = await answer(all, channel, args);
    if (broken?.fault.when === 'hang') return new Promise(() => undefined);
    return broken ? { ok: false, code: broken.fault.code } : reply;
  };

  return {
    disk,
    calls,
    saved,
    bridge: {
      invoke,
      on(event, listener) {
        const set = listeners.get(event) ?? new Set();
        listeners.set(event, set.add(listener));
        return () => void set.delete(listener);
      },
    },
    fail: (channel, fault) => void faults.set(channel, { fault, left: fault.times ?? Number.POSITIVE_INFINITY }),
    mend: (channel) => (channel ? void faults.delete(channel) : faults.clear()),
    emit: (event, detail) => listeners.get(event)?.forEach((listener) => listener(detail as never)),
  };
}

async function answer<C extends Channel>(handlers: Handlers, channel: C, args: unknown): Promise<Reply<ResultOf<C>>> {
  try {
    const parsed = contract[channel].args(args, channel) as ArgsOf<C>;
    return { ok: true, value: await handlers[channel](parsed) };
  } catch (error) {
    if (error instanceof BadArgument) return { ok: false, code: 'bad-argument' };
    if (error instanceof Error && 'code' in error) return { ok: false, code: String(error.code) };
    throw error;
  }
}

/** An answer with a code, as the real shell gives it. */
export class FakeRefusal extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

// One for each slot, as the real one derives them; how is its own business.
async function derive(secret: string, slot: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${secret} ${slot}`));
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}

function defaultHandlers(
  disk: FakeDisk,
  info: ShellInfo,
  nowMs: () => number,
  saved: { name: string; bytes: Uint8Array }[],
): Handlers {
  const journal = createFakeJournal(disk);
  const blobName = (name: string): string => {
    if (!/^[a-z0-9][a-z0-9.-]*$/u.test(name)) throw new FakeRefusal('bad-argument');
    return name;
  };
  const strikesOf = (slot: string) => {
    const { count, lastMs } = disk.strikes.get(slot) ?? { count: 0, lastMs: 0 };
    const delay = count < FREE_TRIES ? 0 : Math.min(900_000, 30_000 * 2 ** (count - FREE_TRIES));
    return {
      strikes: count,
      left: Math.max(0, CLOSED_AT - count),
      waitMs: Math.ceil(Math.max(0, lastMs + delay - nowMs())),
    };
  };
  const save = (name: string, bytes: Uint8Array) => saved.push({ name, bytes });
  const notInFake = () => {
    throw new FakeRefusal('not-allowed');
  };
  return {
    'shell.info': () => info,
    'clock.read': () => ({ wallMs: Date.UTC(2026, 10, 22, 5, 27), uptimeMs: 3_600_000, boot: 'boot-1' }),
    'shell.freeBytes': () => ({ freeBytes: info.freeBytes }),
    'shell.space': () => info.space,
    'shell.lock': () => null,
    'journal.summary': () => journal.summary(),
    'journal.append': ({ lines }) => journal.append(lines),
    'journal.read': ({ cursor }) => journal.read(cursor),
    'journal.second': () => NO_SECOND,
    'receiver.address': () => null,
    'receiver.exchange': () => ({ failed: 'not-set' as const }),
    'journal.chooseSecond': () => NO_SECOND,
    'journal.dropSecond': () => NO_SECOND,
    'checkpoints.read': ({ last }) => {
      const { checkpoints, ...reading } = disk.checkpoints ?? { checkpoints: [], signed: 0, problems: [] };
      return { ...reading, checkpoints: last === undefined ? checkpoints : checkpoints.slice(-last) };
    },
    'vault.read': () => ({ file: disk.vault }),
    'vault.write': ({ file }) => ((disk.vault = file), null),
    'vault.deviceSecret': async ({ slot, make }) => {
      if (!info.keyringSafe && !info.keyringAllowed) return { refused: 'keyring-unsafe', waitMs: 0 };
      if (make) disk.deviceSecret ??= btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))));
      if (disk.deviceSecret === null) throw new FakeRefusal('device-secret-missing');
      if (slot !== 'workstation') {
        const { left, waitMs, strikes } = strikesOf(slot);
        if (left === 0) return { refused: 'closed', waitMs: 0 };
        if (waitMs > 0) return { refused: 'wait', waitMs };
        disk.strikes.set(slot, { count: strikes + 1, lastMs: nowMs() });
      }
      return { secret: await derive(disk.deviceSecret, slot) };
    },
    'vault.attemptSucceeded': ({ slot }) => (disk.strikes.delete(slot), null),
    'vault.strikes': ({ slot }) => strikesOf(slot),
    'blob.write': ({ name, bytes }) => (disk.blobs.set(blobName(name), bytes.slice()), null),
    'blob.read': ({ name }) => ({ bytes: disk.blobs.get(blobName(name))?.slice() ?? null }),
    'blob.list': () => ({ names: [...disk.blobs.keys()].sort() }),
    'blob.remove': ({ name }) => (disk.blobs.delete(blobName(name)), null),
    'database.moveAside': () => null,
    'settings.read': () => ({ json: disk.settings }),
    'settings.write': ({ json }) => ((disk.settings = json), null),
    'print.toPdf': ({ documents }) => ({
      pdfs: documents.map(() => new TextEncoder().encode('%PDF-1.7\n')),
      overflow: [],
      ms: 1,
    }),
    'print.printers': () => [],
    'print.toPrinter': () => ({ sent: true }),
    'print.labelPrinter': () => ({ address: null, state: 'no-address' as const }),
    'print.labels': () => ({ sent: false, state: 'no-address' as const }),
    'files.choose': () => [],
    'files.save': ({ name, bytes }) => (save(name, bytes), { saved: true, name }),
    'files.saveFolder': ({ files }) => (
      files.forEach(({ name, bytes }) => save(name, bytes)),
      { saved: true, name: 'folder' }
    ),
    'intake.state': () => ({ keyed: false, waiting: 0, lastAt: null, folder: null, feed: null }),
    'intake.useKey': () => null,
    'intake.next': () => [],
    'intake.settle': () => null,
    'batch.readInput': notInFake,
    'batch.writeOutput': notInFake,
    'batch.useSecond': notInFake,
    'batch.progress': () => null,
    'batch.finish': () => null,
    'log.write': () => null,
  };
}
