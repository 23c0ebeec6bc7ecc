import type { ShellInfo } from '../../electron/ipc/contract';
import { type Result, ok } from '../domain/basics/result';
import type { Entry, NewEntry } from '../domain/ledger/entry';
import type { BackEntryPapers } from '../exchange/back-entry/back-entry-papers';
import type { BackupStore, ReadJournal } from './backup-port';
import type { BoxState } from './box-state';
import type { ClockWatch } from './clock-port';
import type { PatientRemoval } from './removal-port';
import type { Exporter, PaperEngine, ReadCensus, RecordTables, ReportCsv, WriteAudit } from './codec-ports';
import type { Intake } from './intake-port';
import type { MutableLive } from './live';
import type { PageStore, ReadScan, ReadSheetCode } from './scan-port';
import type { PackSigner } from './pack-port';
import type {
  AppendReceipt,
  Clock,
  DraftStore,
  ExpressionEngine,
  Files,
  Ids,
  LedgerStore,
  LibraryStore,
  Printing,
  SettingsStore,
  SnapshotStore,
  SecondPlace,
  SpaceWatch,
  Vault,
} from './ports';
import type { Receiver } from './receiver-port';
import type { Refused } from './refusal';
import { type World, foldEntry } from './world';

/** What the box needs from outside; main.tsx and the tests wire it. */
export interface BoxPorts {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly vault: Vault;
  readonly ledger: LedgerStore;
  readonly snapshots: SnapshotStore;
  readonly drafts: DraftStore;
  readonly libraryStore: LibraryStore;
  readonly packSigner: PackSigner;
  readonly settings: SettingsStore;
  readonly printing: Printing;
  readonly files: Files;
  readonly expressions: ExpressionEngine;
  readonly shellInfo: () => Promise<ShellInfo>;
  readonly clockWatch: ClockWatch;
  readonly removal: PatientRemoval;
  readonly space: SpaceWatch;
  readonly secondPlace: SecondPlace;
  readonly intake: Intake;
  readonly receiver: Receiver;
  readonly lockShell: () => Promise<void>;
  readonly readCensus: ReadCensus;
  readonly paperEngine: PaperEngine;
  readonly exporter: Exporter;
  readonly backup: BackupStore;
  readonly readJournal: ReadJournal;
  readonly backEntryPapers: () => Promise<BackEntryPapers>;
  readonly readScan: ReadScan;
  readonly readSheetCode: ReadSheetCode;
  readonly pageStore: PageStore;
  readonly recordTables: RecordTables;
  readonly reportCsv: ReportCsv;
  readonly auditFiles: WriteAudit;
  /** A shipped form's file, byte for byte. */
  readonly shippedFormText: (id: string, version: string) => Promise<string | undefined>;
  /** SHA-256 as lower-case hex. */
  readonly sha256: (bytes: Uint8Array) => Promise<string>;
}

/** A domain command, already given its input: what to write, or why not. */
export type Decide<R> = (
  world: World,
  context: { readonly now: string; readonly newId: () => string; readonly by: string },
) => Result<readonly NewEntry[], R>;

/** What the use-cases share: state, ports, and the one way to write. */
export interface Core {
  readonly ports: BoxPorts;
  readonly state: MutableLive<BoxState>;
  /** Decides on the latest state, one command at a time, appends and folds. `by` is who is signed in, else nobody. */
  run<R>(decide: Decide<R>): Promise<Result<readonly Entry[], R>>;
  patch(part: Partial<BoxState>): void;
}

/** Makes the core. Commands queue, so that two quick clicks never decide on the same old state. */
export function createCore(ports: BoxPorts, state: MutableLive<BoxState>, by: () => string): Core {
  let queue: Promise<unknown> = Promise.resolve();
  const patch = (part: Partial<BoxState>): void => state.set({ ...state.get(), ...part });
  const writeDown = (receipt: AppendReceipt): void => {
    const world = receipt.entries.reduce(foldEntry, state.get().world);
    const copies =
      receipt.journal === 'written' && receipt.database === 'written'
        ? 'both'
        : receipt.journal === 'written'
          ? 'journal-only'
          : 'database-only';
    const storage = state.get().storage;
    patch({
      world,
      saved: { at: ports.clock.now(), copies },
      storage: storage && {
        ...storage,
        journal: receipt.journal === 'written' ? 'ok' : 'failed',
        database: receipt.database === 'written' ? 'ok' : 'failed',
      },
    });
  };
  return {
    ports,
    state,
    patch,
    run(decide) {
      const turn = queue.then(async () => {
        const decided = decide(state.get().world, { now: ports.clock.now(), newId: () => ports.ids.newId(), by: by() });
        if (!decided.ok) return decided;
        if (decided.value.length === 0) return ok([]);
        const receipt = await ports.ledger.append(decided.value);
        writeDown(receipt);
        return ok(receipt.entries);
      });
      queue = turn.catch(() => undefined);
      return turn;
    },
  };
}

/** A domain refusal as screens show it. */
export function refusedBy(refusal: { readonly code: string }): Refused {
  return { ...refusal };
}
