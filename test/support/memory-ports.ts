import type { SecondJournalState, SpaceState } from '../../electron/ipc/contract';
import type { BackupStore, BackupSummary } from '../../renderer/app/backup-port';
import type { BoxPorts } from '../../renderer/app/core';
import type { Draft, Person, PortFailureCode } from '../../renderer/app/ports';
import { memoryPages } from './memory-pages';
import { PortFailure } from '../../renderer/app/ports';
import type { ClockReading } from '../../renderer/domain/workstation/clock-changes';
import type { Receiver } from '../../renderer/app/receiver-port';
import { isOpenType } from '../../renderer/domain/ledger/open-types';
import type { RemovalSurvey } from '../../renderer/domain/retention/commands';
import type { Instant } from '../../renderer/domain/basics/time';
import { readCensus } from '../../renderer/exchange/census/read-census';
import fhirpathWorkerUrl from '../../renderer/exchange/fhirpath/fhirpath.worker?worker&url';
import { createWorkerEngine } from '../../renderer/exchange/fhirpath/worker-engine';
import { formSheetPages } from '../../renderer/exchange/print/form-sheet';
import { paperLabels, zplOfLabels } from '../../renderer/exchange/print/labels/paper-labels';
import { coverPages } from '../../renderer/exchange/print/sheets/cover-sheet';
import { paperChecklist } from '../../renderer/exchange/print/sheets/paper-checklist';
import { paperRunbook } from '../../renderer/exchange/print/sheets/paper-runbook';
import { recoverySheet } from '../../renderer/exchange/print/sheets/recovery-sheet';
import { bulletinSheet } from '../../renderer/exchange/print/sheets/bulletin-sheet';
import { wardListPages } from '../../renderer/exchange/print/sheets/ward-list';
import { paperDocument } from '../../renderer/exchange/print/paper-document';
import { turnedPages } from '../../renderer/exchange/print/turned-pages';
import { PAPER_FONTS } from '../../renderer/shell/paper-fonts';
import { createPackSigner } from '../../renderer/storage/pack-signer';
import { sha256Hex } from '../../renderer/storage/seal';
import { startWorker } from '../../renderer/storage/trusted-worker';
import { exporter } from '../../renderer/exchange/export/exporter';
import { shippedFormText } from '../../renderer/load-library';
import { auditFiles } from '../../renderer/exchange/export/audit-files';
import { afterActionCsv } from '../../renderer/exchange/report/after-action-csv';
import { afterActionSheet } from '../../renderer/exchange/report/after-action-sheet';
import { recordTables } from '../../renderer/exchange/recovery/record-tables';
import type { Snapshot } from '../../renderer/domain/patient/patient';
import { createMemoryIntake } from './memory-intake';
import { surveyOf } from './memory-survey';
import { createMemoryVault } from './memory-vault';
import { countingIds, TestLedger } from './test-ledger';

/** A clock that stands still until it is told to go on. */
export interface SteppedClock {
  now(): Instant;
  set(instant: Instant): void;
}

export function createSteppedClock(start: Instant): SteppedClock {
  let now = start;
  return { now: () => now, set: (instant) => (now = instant) };
}

/** What the ports of a test keep in memory, and what a test may break. */
export interface MemoryWorld {
  readonly ports: BoxPorts;
  second: SecondJournalState;
  readonly setSecond: (state: Partial<SecondJournalState>) => void;
  /** Free space passes a limit. */
  readonly setSpace: (state: SpaceState) => void;
  readonly clock: SteppedClock;
  readonly ledger: TestLedger;
  readonly people: Person[];
  /** Secrets by person id; PINs of enrolled people. */
  readonly secrets: Map<string, string>;
  /** Person id by badge. */
  readonly badges: Map<string, string>;
  /** Made and not used yet. */
  readonly breakGlassCodes: string[];
  readonly settings: Record<string, unknown>;
  vault: { site: string; ward: string; workstation: string } | null;
  snapshot: Snapshot | undefined;
  /** The next append goes to one copy only, or fails. */
  journal: 'written' | 'failed';
  failOpen: PortFailureCode | null;
  locks: number;
  /** The interface engine at the other end of the line. */
  receiver:
    | (Pick<Receiver, 'exchange'> & { readonly address: { readonly host: string; readonly port: number } })
    | null;
  /** What the shell's counter says; by default the clock was never touched. */
  clockReading: ClockReading | undefined;
  lastReading: ClockReading | undefined;
  /** Outages whose keys were destroyed. */
  readonly removedBooks: string[];
  surveyOf: (outage: string) => RemovalSurvey;
  /** A draft is written when this is over: a slow disk. */
  beforeDraft: () => Promise<void>;
}

/** The clock as one that was never set: the counter goes with it. */
export function steadyReading(now: Instant): ClockReading {
  const wallMs = Date.parse(now);
  return { wallMs, uptimeMs: wallMs - Date.UTC(2026, 0, 1), boot: 'boot-1', zone: 'Europe/Berlin', offsetMinutes: 60 };
}

/** A backup store that makes one fixed file and restores nothing. */
function noBackup(): BackupStore {
  const summary: BackupSummary = {
    vault: 'vault-1',
    site: 'St Anne',
    ward: '7B',
    workstation: 'WS-7B-02',
    createdAt: '2026-11-22T07:41:05.000+01:00',
    version: '0.1.0',
    entries: 12,
    snapshots: 1,
    drafts: 0,
    library: 0,
    sha256: 'c'.repeat(64),
  };
  return {
    make: async () => ({ bytes: new Uint8Array(3), summary, leftOut: [] }),
    check: async () => ({ ok: true, value: summary }),
    restore: async () => ({ ok: false, error: { code: 'not-a-backup' } }),
  };
}

/** Every port in memory: no seal, no file; the box above it is the real one. */
export function createMemoryPorts(start: Instant): MemoryWorld {
  const clock = createSteppedClock(start);
  const ledger = new TestLedger('WS-7B-02');
  const nextPerson = countingIds('person');
  const nextId = countingIds('id');
  const drafts = new Map<string, Draft>();
  const library = new Map<string, Parameters<BoxPorts['libraryStore']['put']>[0]>();
  let packKey: JsonWebKey | undefined;
  const spaceListeners = new Set<(state: SpaceState) => void>();
  const secondListeners = new Set<(state: SecondJournalState) => void>();
  const world: MemoryWorld = {
    clock,
    ledger,
    second: { folder: null, byPolicy: false, behind: 0, unreachableSince: null, lastAt: null, sameDisk: false },
    setSecond: (state) =>
      secondListeners.forEach((listener) => listener((world.second = { ...world.second, ...state }))),
    setSpace: (state) => spaceListeners.forEach((listener) => listener(state)),
    people: [],
    secrets: new Map(),
    badges: new Map(),
    breakGlassCodes: [],
    settings: {},
    vault: null,
    snapshot: undefined,
    journal: 'written',
    failOpen: null,
    locks: 0,
    receiver: null,
    clockReading: undefined,
    lastReading: undefined,
    removedBooks: [],
    surveyOf: (outage) => surveyOf(ledger.entries.filter(({ book, type }) => book === outage && !isOpenType(type))),
    beforeDraft: async () => undefined,
    ports: {
      clock,
      ids: { newId: nextId },
      vault: createMemoryVault(() => world, nextPerson),
      ledger: {
        async open() {
          if (world.failOpen) throw new PortFailure(world.failOpen, 'as the test wants');
          return { generation: 'g1', journal: 'ok', database: 'ok' };
        },
        async append(entries) {
          return { entries: ledger.append(clock.now(), entries), journal: world.journal, database: 'written' };
        },
        readAll: async () => ({
          entries: ledger.entries.filter(({ book, type }) => !world.removedBooks.includes(book) || isOpenType(type)),
          quarantined: [],
        }),
        readSealed: async () => [],
        addSealed: async () => 0,
        verify: async () => ({
          entries: ledger.entries.length,
          devices: [{ device: 'WS-7B-02', entries: ledger.entries.length, head: 'a'.repeat(64) }],
          chain: 'whole',
          copies: 'equal',
          quarantined: [],
        }),
        mend: async () => ({ journal: 'ok', database: 'ok' }),
        headCode: () => 'A1B2-C3D4',
        findHead: async () => [],
        close: async () => undefined,
      },
      snapshots: {
        async replace(snapshot) {
          world.snapshot = snapshot;
          return { sha256: 'b'.repeat(64) };
        },
        current: async () => world.snapshot,
      },
      drafts: {
        async put(draft) {
          await world.beforeDraft();
          drafts.set(draft.id, draft);
        },
        get: async (id) => drafts.get(id),
        list: async (author) => [...drafts.values()].filter((one) => author === undefined || one.author === author),
        remove: async (id) => void drafts.delete(id),
      },
      libraryStore: {
        list: async () => [...library.values()],
        put: async (item) => void library.set(`${item.kind} ${item.id} ${item.version}`, item),
      },
      packSigner: createPackSigner({ read: async () => packKey, write: async (key) => void (packKey = key) }),
      settings: { read: async () => world.settings, write: async (patch) => void Object.assign(world.settings, patch) },
      printing: {
        toPdf: async ({ documents }) => ({ pdfs: documents.map(() => new Uint8Array()), overflow: [], ms: 0 }),
        printers: async () => [{ name: 'Ward7B_Laser', label: 'Ward7B_Laser' }],
        toPrinter: async () => ({ sent: true }),
        labelPrinter: async () => ({ name: '10.4.7.20:9100', state: 'ready' }),
        sendLabels: async () => ({ sent: true, state: 'ready' }),
      },
      files: {
        choose: async () => [],
        save: async (name) => ({ saved: true, name, sha256: 'c'.repeat(64) }),
        saveFolder: async () => ({ saved: true, name: 'export' }),
      },
      expressions: createWorkerEngine({ makeWorker: () => startWorker(new URL(fhirpathWorkerUrl, import.meta.url)) }),
      shellInfo: async () => ({
        version: '0.1.0',
        electron: '45.4.1',
        chromium: '156.0.0.0',
        platform: 'linux',
        packaged: false,
        release: false,
        keyring: 'gnome_libsecret',
        policy: {
          path: '/etc/downtime-box/policy.json',
          found: true,
          problems: [],
          values: { keepClosedDays: 30, lockAfterMinutes: 5, allowUnsafeKeyring: false, secondJournal: null },
        },
        keyringSafe: true,
        keyringAllowed: false,
        freeBytes: 80_000_000_000,
        space: { level: 'ok', freeBytes: 80_000_000_000, ballastBytes: 268_435_456 },
        batch: null,
      }),
      removal: {
        survey: async (outage) => world.surveyOf(outage),
        remove: async (outage) => void world.removedBooks.push(outage),
        isUnfinished: () => false,
      },
      clockWatch: {
        read: async () => world.clockReading ?? steadyReading(clock.now()),
        last: async () => world.lastReading,
        keep: async (reading) => void (world.lastReading = reading),
      },
      space: {
        onChange: (listener) => {
          spaceListeners.add(listener);
          return () => void spaceListeners.delete(listener);
        },
      },
      intake: createMemoryIntake(),
      secondPlace: {
        state: async () => world.second,
        choose: async () => (world.second = { ...world.second, folder: '/mnt/ward', lastAt: clock.now() }),
        use: async (folder) => (world.second = { ...world.second, folder }),
        drop: async () => (world.second = { ...world.second, folder: null }),
        onChange: (listener) => {
          secondListeners.add(listener);
          return () => void secondListeners.delete(listener);
        },
      },
      receiver: {
        address: async () => world.receiver && { ...world.receiver.address, byPolicy: false },
        exchange: async (text) => world.receiver?.exchange(text) ?? { failed: 'not-set' },
      },
      lockShell: async () => {
        world.locks += 1;
      },
      readCensus,
      paperEngine: {
        sheetPages: formSheetPages,
        checklist: paperChecklist,
        runbook: paperRunbook,
        recoveryCode: recoverySheet,
        wardList: wardListPages,
        cover: coverPages,
        bulletin: bulletinSheet,
        afterAction: afterActionSheet,
        labels: paperLabels,
        zpl: zplOfLabels,
        document: (pages, paper) => paperDocument({ pages, paper, fonts: PAPER_FONTS }),
        turned: turnedPages,
        merge: async (pdfs) => pdfs[0] ?? new Uint8Array(),
      },
      exporter,
      backup: noBackup(),
      readJournal: async () => ({ ok: false, error: { code: 'no-journal' } }),
      ...memoryPages(),
      recordTables,
      reportCsv: afterActionCsv,
      auditFiles,
      shippedFormText,
      sha256: (bytes) => sha256Hex(new Uint8Array(bytes)),
    },
  };
  return world;
}
