import { createRoot } from 'react-dom/client';
import { batchCommands } from './app/batch/commands';
import { runBatch } from './app/batch/run-batch';
import type { BoxPorts } from './app/core';
import { createBox } from './app/create-box';
import { lockIfSignedIn } from './app/lock-if-signed-in';
import { PortFailure } from './app/ports';
import { decodeEntry } from './domain/ledger/decode';
import { readCensus } from './exchange/census/read-census';
import fhirpathWorkerUrl from './exchange/fhirpath/fhirpath.worker?worker&url';
import { auditFiles } from './exchange/export/audit-files';
import { createWorkerEngine } from './exchange/fhirpath/worker-engine';
import { exporter } from './exchange/export/exporter';
import { parseSheetCode } from './exchange/print/codes/sheet-code';
import { formSheetPages } from './exchange/print/form-sheet';
import { paperLabels, zplOfLabels } from './exchange/print/labels/paper-labels';
import { paperDocument } from './exchange/print/paper-document';
import { turnedPages } from './exchange/print/turned-pages';
import { coverPages } from './exchange/print/sheets/cover-sheet';
import { paperChecklist } from './exchange/print/sheets/paper-checklist';
import { paperRunbook } from './exchange/print/sheets/paper-runbook';
import { recoverySheet } from './exchange/print/sheets/recovery-sheet';
import { bulletinSheet } from './exchange/print/sheets/bulletin-sheet';
import { wardListPages } from './exchange/print/sheets/ward-list';
import { recordTables } from './exchange/recovery/record-tables';
import { afterActionCsv } from './exchange/report/after-action-csv';
import { afterActionSheet } from './exchange/report/after-action-sheet';
import { createBatchShell } from './shell/batch-shell';
import { createFiles } from './shell/files';
import { PAPER_FONTS } from './shell/paper-fonts';
import { createPrinting } from './shell/printing';
import { startLockRequests } from './shell/lock-requests';
import { allowStyleText } from './shell/trusted-html';
import { createBackupStore } from './storage/backup/backup-store';
import { createClock } from './storage/clock';
import { createClockWatch } from './storage/clock-watch';
import { createDatabase } from './storage/database';
import { createDraftStore } from './storage/draft-store';
import { createIds } from './storage/ids';
import { createLedgerStore } from './storage/ledger-store';
import { createPatientRemoval } from './storage/retention/removal-store';
import { createLibraryStore } from './storage/library-store';
import { createPageStore } from './storage/page-store';
import { createPackSigner, sealedPackKey } from './storage/pack-signer';
import { createIntake } from './storage/intake/intake-store';
import { createJournalReader } from './storage/recovery/read-journal';
import { sha256Hex } from './storage/seal';
import { createReceiver } from './shell/receiver';
import { createSecondPlace } from './storage/second-place';
import { createSettingsStore } from './storage/settings-store';
import { createShell } from './storage/shell';
import { createSnapshotStore } from './storage/snapshot-store';
import { createSpaceWatch } from './storage/space-watch';
import { startWorker } from './storage/trusted-worker';
import { createVault } from './storage/vault/vault';
import { createVaultShelf } from './storage/vault/vault-shelf';
import { App } from './ui/app';

// The only place where adapters meet the app.

// Two megabytes of forms and runbooks: they load while the screen is drawn and the copies are compared.
const library = import('./load-library');
allowStyleText();
const shell = createShell(window.downtimeBox);
const clock = createClock();
const ids = createIds();
const space = createSpaceWatch(window.downtimeBox, shell);
const database = createDatabase({ isFull: space.isFull });
const shelf = createVaultShelf(shell);
const vault = createVault({ shell, clock, ids, shelf });
const { keyring } = vault;
const newId = (): string => ids.newId();
const ledger = createLedgerStore({ shell, database, keyring, clock, ids, decode: decodeEntry });
const snapshots = createSnapshotStore({ shell, database, keyring, newId });
const libraryStore = createLibraryStore({ shell, database });
const settings = createSettingsStore(shell);

/** How often the folder and the feed are worked off: the list is minutes old at most, the disk is left alone. */
const INTAKE_EVERY_MS = 60_000;

/** How often the clock is looked at: a jump is told before many entries carry the new time. */
const CLOCK_LOOK_MS = 10_000;

const ports: BoxPorts = {
  clock,
  ids,
  vault,
  ledger,
  snapshots,
  drafts: createDraftStore({ database, keyring, signedIn: vault.signedIn }),
  libraryStore,
  packSigner: createPackSigner(sealedPackKey(settings, keyring)),
  settings,
  printing: createPrinting(shell),
  files: createFiles(shell),
  shellInfo: () => shell.call('shell.info'),
  space,
  clockWatch: createClockWatch(shell),
  removal: createPatientRemoval({ shell, database, snapshots, bookEpochs: vault.bookEpochs }),
  secondPlace: createSecondPlace(window.downtimeBox, shell),
  intake: createIntake({ bridge: window.downtimeBox, shell, keyring }),
  receiver: createReceiver(shell),
  lockShell: async () => {
    await shell.call('shell.lock');
  },
  expressions: createWorkerEngine({ makeWorker: () => startWorker(new URL(fhirpathWorkerUrl, import.meta.url)) }),
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
    // Loaded when first needed: half a megabyte that the start page does not wait for.
    merge: async (pdfs) => (await import('./exchange/print/merge-pdfs')).mergePdfs(pdfs),
  },
  exporter,
  backup: createBackupStore({ shell, database, ledger, library: libraryStore, shelf, keyring, clock, newId }),
  readJournal: createJournalReader({ shell, clock, decode: decodeEntry }),
  backEntryPapers: async () => (await import('./exchange/back-entry/back-entry-papers')).backEntryPapers,
  // Loaded when first needed: a megabyte of decoder that no start waits for.
  readScan: async (file) => (await import('./exchange/scan/read-scan')).readScan(file),
  readSheetCode: parseSheetCode,
  pageStore: createPageStore({ shell, keyring }),
  recordTables,
  reportCsv: afterActionCsv,
  auditFiles,
  shippedFormText: async (id, version) => (await library).shippedFormText(id, version),
  sha256: (bytes) => sha256Hex(new Uint8Array(bytes)),
};
const box = createBox(ports, async () => (await library).shippedLibrary());
// For the kill test: what was acknowledged must be known outside before the process dies. Left out of what ships.
if (__E2E__) Object.assign(globalThis, { __downtimeBoxTest: { box } });

/** A defect goes to the log as its kind and place, never its message: that may carry what somebody typed. */
function logDefect(error: unknown): void {
  const name = error instanceof Error ? error.name : 'unknown';
  const code = error instanceof PortFailure ? error.code : 'defect';
  void window.downtimeBox.invoke('log.write', {
    level: 'error',
    code: `${name}.${code}`.slice(0, 100),
    detail: undefined,
  });
}

window.addEventListener('unhandledrejection', (event) => logDefect(event.reason));
window.addEventListener('error', (event) => logDefect(event.error));

const info = await shell.call('shell.info');
if (info.batch) {
  const answer = await runBatch(box, batchCommands, info.batch, createBatchShell(shell));
  await shell.call('batch.finish', { json: JSON.stringify(answer.json), exitCode: answer.exit });
} else {
  const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;
  const root = document.getElementById('root');
  // First, so that disk and database work while the screen is drawn.
  const opened = box.open();
  startLockRequests(window.downtimeBox, () => lockIfSignedIn(box));
  if (root) createRoot(root).render(<App box={box} {...(nonce ? { nonce } : {})} onDefect={logDefect} />);
  await opened;
  setInterval(() => void box.clockUse.look(), CLOCK_LOOK_MS);
  setInterval(() => void box.intake.drain(), INTAKE_EVERY_MS);
  // When a person could begin: the frame with the open box in it has been drawn. Read by `npm run bench`.
  requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('usable')));
}
