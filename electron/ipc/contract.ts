import type { CheckpointReading } from './checkpoint-reading';
import type { LabelAddress, LabelPrinterState } from '../printing/label-printer';
import { bytes, flag, json, list, nothing, oneOf, optional, type Parser, shape, text, whole } from './parse';

export type { CheckpointReading, SignedCheckpoint } from './checkpoint-reading';

const MB = 1024 * 1024;

/** A result that only exists as a type on the contract. */
function answers<R>(): (r: R) => R {
  return (r) => r;
}

/** A request to run one command without a window (see the batch contract). Paths are as given, relative to `cwd`. */
export interface BatchRequest {
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, readonly string[]>>;
  /** The passphrase read by the main process from --passphrase-file; never from the command line. */
  readonly passphrase?: string;
}

/** What this workstation is. */
export interface ShellInfo {
  readonly version: string;
  readonly electron: string;
  readonly chromium: string;
  readonly platform: string;
  readonly packaged: boolean;
  /** Built for release: no development runtime, no test hooks. */
  readonly release: boolean;
  readonly keyring: string;
  readonly keyringSafe: boolean;
  /** Policy lets an unsafe keyring be used (development, test rigs); always shown. */
  readonly keyringAllowed: boolean;
  readonly freeBytes: number;
  readonly space: SpaceState;
  readonly batch: BatchRequest | null;
  /** What IT decided for this PC, as it holds now. */
  readonly policy?: EffectivePolicy;
}

/** The policy in force: with any mistake in its file the safe values hold, and the mistakes are named. */
export interface EffectivePolicy {
  readonly path: string;
  readonly found: boolean;
  readonly problems: readonly string[];
  readonly values: Readonly<Record<string, string | number | boolean | null>>;
}

/**
 * Room on the volume of the data. `low`: people are warned. `reserve`: the disk was full and the ballast was given back,
 * or there is no more room than that. `read-only`: nothing is written until there is room again.
 */
export type SpaceLevel = 'ok' | 'low' | 'reserve' | 'read-only';

/** How much room there is and what of it is kept by the ballast file. */
export interface SpaceState {
  readonly level: SpaceLevel;
  readonly freeBytes: number;
  readonly ballastBytes: number;
}

/** What the journal holds of one device. */
export interface JournalDevice {
  readonly device: string;
  readonly entries: number;
  readonly lastSeq: number;
  readonly lastHash: string;
}

/** State of the journal after its start-up check. */
export interface JournalSummary {
  readonly devices: readonly JournalDevice[];
  /** A torn last line was cut off at start (a write that was never acknowledged). */
  readonly tornTailCut: boolean;
  /** Lines that are broken anywhere else: an alarm; file and line number. */
  readonly brokenLines: readonly { readonly file: string; readonly line: number; readonly why: string }[];
  /** Lines that were broken once and have been written again since; no alarm any more. */
  readonly mendedLines: readonly { readonly file: string; readonly line: number; readonly why: string }[];
  /** What `journal.append` accepts besides what follows: the missing entries of a device, in order. */
  readonly missing: readonly { readonly device: string; readonly from: number; readonly to: number }[];
}

/** The journal's second place. */
export interface SecondJournalState {
  /** Null: none is set. */
  readonly folder: string | null;
  /** IT set it: it cannot be changed here. */
  readonly byPolicy: boolean;
  /** Entries that are not there yet. */
  readonly behind: number;
  readonly unreachableSince: string | null;
  /** When it was last up to date. */
  readonly lastAt: string | null;
  /** It lies on the same disk as the journal: no help when that disk dies. */
  readonly sameDisk: boolean;
}

/** What comes in by itself: the watched folder and the live feed, both set by policy only. */
export interface IntakeState {
  /** False until somebody signed in once: then there is no key to seal for, and files wait where they are. */
  readonly keyed: boolean;
  /** Taken in and sealed, not yet in the snapshot: nobody is signed in, or it is being read. */
  readonly waiting: number;
  readonly lastAt: string | null;
  readonly folder: {
    readonly path: string;
    readonly lastAt: string | null;
    readonly unreachableSince: string | null;
    readonly problem: string | null;
  } | null;
  readonly feed: {
    readonly address: string;
    readonly port: number;
    readonly listening: boolean;
    readonly connections: number;
    readonly taken: number;
    readonly refused: number;
    readonly problem: string | null;
  } | null;
}

/** THE list: channel -> argument parser and result type. Handlers and bridge derive from it; nothing is listed twice. */
export const contract = {
  'shell.info': { args: nothing, result: answers<ShellInfo>() },
  'journal.summary': { args: nothing, result: answers<JournalSummary>() },
  /** Lines are SealedEntry JSON, in seq order of one device; resolves after fdatasync. */
  'journal.append': {
    args: shape({ lines: list(text(4 * MB), 5000) }),
    result: answers<{ readonly lastSeq: number }>(),
  },
  /** Pages through all lines in file order; `next` is null at the end. */
  'journal.read': {
    args: shape({ cursor: optional(text(200)) }),
    result: answers<{ readonly lines: readonly string[]; readonly next: string | null }>(),
  },
  'journal.second': { args: nothing, result: answers<SecondJournalState>() },
  /** Asks for a folder; the page never names one. */
  'journal.chooseSecond': { args: nothing, result: answers<SecondJournalState>() },
  'journal.dropSecond': { args: nothing, result: answers<SecondJournalState>() },
  /** The newest `last`, or all. */
  'checkpoints.read': { args: shape({ last: optional(whole(1, 10_000)) }), result: answers<CheckpointReading>() },
  'vault.read': { args: nothing, result: answers<{ readonly file: string | null }>() },
  /** Two copies, each written to a temporary file, fsynced, renamed. */
  'vault.write': {
    /** `wipe`: a key was destroyed; what older copies of the file lie in the folder is overwritten and removed. */
    args: shape({ file: json(4 * MB), wipe: optional(flag) }),
    result: answers<null>(),
  },
  /**
   * What this PC adds to the key of one slot (base64): derived per slot from the device secret, which itself never leaves
   * the main process, so that what one slot was given opens no other. Counts the attempt on `slot` first: it is given
   * only while the slot is open and its delay has passed. The slot `workstation` guards nothing that is guessed and is
   * not counted. `make`: where no device secret opens, a new one is made, which ends every PIN of this PC. Without it:
   * device-secret-missing.
   */
  'vault.deviceSecret': {
    args: shape({ slot: text(64), make: optional(flag) }),
    result: answers<
      { readonly secret: string } | { readonly refused: 'wait' | 'closed' | 'keyring-unsafe'; readonly waitMs: number }
    >(),
  },
  /** Clears the strikes of a slot after its key opened. */
  'vault.attemptSucceeded': { args: shape({ slot: text(64) }), result: answers<null>() },
  'vault.strikes': {
    args: shape({ slot: text(64) }),
    result: answers<{ readonly strikes: number; readonly left: number; readonly waitMs: number }>(),
  },
  /** Named sealed blobs beside the journal (snapshot copies): atomic, fsynced. Names are [a-z0-9.-]. */
  'blob.write': { args: shape({ name: text(100), bytes: bytes(256 * MB) }), result: answers<null>() },
  'blob.read': { args: shape({ name: text(100) }), result: answers<{ readonly bytes: Uint8Array | null }>() },
  'blob.list': { args: nothing, result: answers<{ readonly names: readonly string[] }>() },
  'blob.remove': { args: shape({ name: text(100) }), result: answers<null>() },
  /** Moves Chromium's IndexedDB folder of this origin aside (never deletes) and restarts; for a database that never opens again. */
  'database.moveAside': { args: nothing, result: answers<null>() },
  'settings.read': { args: nothing, result: answers<{ readonly json: string }>() },
  'settings.write': { args: shape({ json: json(1 * MB) }), result: answers<null>() },
  'print.toPdf': {
    args: shape({ documents: list(text(64 * MB), 200), paper: oneOf('A4', 'Letter'), tagged: optional(flag) }),
    result: answers<{
      readonly pdfs: readonly Uint8Array[];
      readonly overflow: readonly { readonly sheet: string; readonly page: number; readonly field: string }[];
      readonly ms: number;
    }>(),
  },
  'print.printers': { args: nothing, result: answers<readonly { readonly name: string; readonly label: string }[]>() },
  'print.toPrinter': {
    args: shape({
      documents: list(text(64 * MB), 200),
      paper: oneOf('A4', 'Letter'),
      printer: text(300),
      copies: whole(1, 99),
    }),
    result: answers<{ readonly sent: boolean; readonly why?: string }>(),
  },
  /** Where labels go (policy or settings; the page names none) and what that printer says of itself. */
  'print.labelPrinter': {
    args: nothing,
    result: answers<{ readonly address: LabelAddress | null; readonly state: LabelPrinterState }>(),
  },
  /** ZPL, given over only while the printer says that it is ready. */
  'print.labels': {
    args: shape({ zpl: text(4 * MB) }),
    result: answers<{ readonly sent: boolean; readonly state: LabelPrinterState }>(),
  },
  'files.choose': {
    args: shape({ kind: oneOf('census', 'library', 'backup', 'scans') }),
    result: answers<readonly { readonly name: string; readonly bytes: Uint8Array }[]>(),
  },
  /** `sha256`: of the file as it reads back after the write. */
  'files.save': {
    args: shape({ name: text(200), bytes: bytes(512 * MB) }),
    result: answers<{ readonly saved: boolean; readonly name?: string; readonly sha256?: string }>(),
  },
  'files.saveFolder': {
    args: shape({ files: list(shape({ name: text(200), bytes: bytes(512 * MB) }), 5000) }),
    result: answers<{ readonly saved: boolean; readonly name?: string }>(),
  },
  'intake.state': { args: nothing, result: answers<IntakeState>() },
  /** The public half of the vault's intake key: 65 bytes, a P-256 point. */
  'intake.useKey': { args: shape({ publicKey: bytes(65) }), result: answers<null>() },
  /** The oldest boxes that wait, in order. */
  'intake.next': {
    args: nothing,
    result: answers<readonly { readonly n: number; readonly box: Uint8Array }[]>(),
  },
  /** Everything up to `n` is in the snapshot, or was refused and reported. */
  'intake.settle': { args: shape({ n: whole(0, Number.MAX_SAFE_INTEGER) }), result: answers<null>() },
  /** Batch only: a path that stands on the command line, a file or a folder (then its files, sorted). */
  'batch.readInput': {
    args: shape({ path: text(4096) }),
    result: answers<readonly { readonly name: string; readonly path: string; readonly bytes: Uint8Array }[]>(),
  },
  /** Batch only: under the path given with --out. `name` null writes the file itself, else a file in that folder. */
  'batch.writeOutput': {
    args: shape({ name: optional(text(200)), bytes: bytes(512 * MB) }),
    result: answers<{ readonly path: string }>(),
  },
  /** Batch only: a folder that stands on the command line becomes the journal's second place. */
  'batch.useSecond': { args: shape({ path: text(4096) }), result: answers<SecondJournalState>() },
  'batch.progress': { args: shape({ text: text(2000) }), result: answers<null>() },
  /** Prints the one JSON object and ends the app. */
  'batch.finish': { args: shape({ json: json(256 * MB), exitCode: whole(0, 7) }), result: answers<null>() },
  /** Where messages are sent. Set by policy or in the settings; the page never names it here. */
  'receiver.address': {
    args: nothing,
    result: answers<{ readonly host: string; readonly port: number; readonly byPolicy: boolean } | null>(),
  },
  /** Sends one HL7 v2 message over MLLP and answers the acknowledgement to its MSH-10. */
  'receiver.exchange': {
    args: shape({ text: text(64 * MB) }),
    result: answers<
      { readonly answer: string } | { readonly failed: 'not-set' | 'unreachable' | 'dropped' | 'timeout' | 'too-large' }
    >(),
  },
  /** Locks: the renderer is destroyed and started anew, which wipes its memory. */
  'shell.lock': { args: nothing, result: answers<null>() },
  /** The wall clock and a counter nobody can set, of one moment; `boot` names one run of the PC. */
  'clock.read': {
    args: nothing,
    result: answers<{ readonly wallMs: number; readonly uptimeMs: number; readonly boot: string | null }>(),
  },
  'shell.freeBytes': { args: nothing, result: answers<{ readonly freeBytes: number }>() },
  /** Looks at the disk now. */
  'shell.space': { args: nothing, result: answers<SpaceState>() },
  /** A code and numbers, never free text with patient data. */
  'log.write': {
    args: shape({ level: oneOf('info', 'warn', 'error'), code: text(100), detail: optional(text(500)) }),
    result: answers<null>(),
  },
} as const satisfies Record<string, { readonly args: Parser<unknown>; readonly result: (r: never) => unknown }>;

/** A channel's name. */
export type Channel = keyof typeof contract;

/** A channel's argument. */
export type ArgsOf<C extends Channel> = ReturnType<(typeof contract)[C]['args']>;

/** A channel's result. */
export type ResultOf<C extends Channel> = ReturnType<(typeof contract)[C]['result']>;

/** How every channel answers: failures cross as a code, never as an Error with a stack. */
export type Reply<R> = { readonly ok: true; readonly value: R } | { readonly ok: false; readonly code: string };

/** Messages from the shell to the page. */
export interface ShellEvents {
  /** Screen lock, suspend, idle: save drafts and lock. */
  readonly 'lock-requested': { readonly why: 'screen-lock' | 'suspend' | 'idle' };
  /** Free space on the data volume passed a limit. */
  readonly 'space-changed': SpaceState;
  readonly 'second-journal-changed': SecondJournalState;
  readonly 'intake-changed': IntakeState;
}

/** The bridge the preload exposes as `window.downtimeBox`. */
export interface Bridge {
  invoke<C extends Channel>(channel: C, args?: ArgsOf<C>): Promise<Reply<ResultOf<C>>>;
  /** Returns its own unsubscribe. */
  on<E extends keyof ShellEvents>(event: E, listener: (detail: ShellEvents[E]) => void): () => void;
}
