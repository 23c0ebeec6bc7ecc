import { ok, refuse } from '../domain/basics/result';
import { NOBODY } from '../domain/ledger/entry';
import type { Box } from './box';
import { CLOSED_BOX } from './box-state';
import { type BoxPorts, createCore, refusedBy } from './core';
import type { Library } from './library';
import { createLive } from './live';
import { type Draft, PortFailure, type SignedIn } from './ports';
import { readSettings } from './settings';
import { createAuditUse } from './use-audit';
import { createBackEntryPaperUse } from './use-back-entry-paper';
import { createBackupUse } from './use-backup';
import { createBreakGlassUse } from './use-break-glass';
import { createCensusUse } from './use-census';
import { createChecklistUse } from './use-checklists';
import { createClockUse } from './use-clock';
import { createBadgeUse } from './use-badges';
import { createRetentionUse } from './use-retention';
import { mergeForms } from '../domain/library/form-versions';
import { applyVersionStates } from './form-states';
import { createFormVersionUse } from './use-form-versions';
import { createIntakeUse } from './use-intake';
import { createLibraryUse, importedForms } from './use-library';
import { createExportUse } from './use-export';
import { createFormUse } from './use-forms';
import { createReconcileUse } from './use-reconcile';
import { createSendingUse } from './use-sending';
import { createSecondPlaceUse } from './use-second-place';
import { createSerialIssuer } from './serial-issuer';
import { createPrintUse } from './use-print';
import { createRecoveryUse } from './use-recovery';
import { createReturnedPaperUse } from './use-returned-paper';
import { createReportUse } from './use-report';
import { createOutageUse } from './use-outage';
import { createPatientUse } from './use-patients';
import { createProblemUse } from './use-problems';
import { createTrackingUse } from './use-tracking';
import { createRunbookUse } from './use-runbooks';
import { foldWorld } from './world';

/** Makes the box; `open` then compares the copies and reads what may be read before anybody signs in. */
export function createBox(ports: BoxPorts, loadLibrary: () => Promise<Library>): Box & { open(): Promise<void> } {
  const state = createLive(CLOSED_BOX);
  const core = createCore(ports, state, () => state.get().signedIn?.person.id ?? NOBODY);

  /** Reads all that the keys now open, and folds it. */
  const readAll = async (): Promise<void> => {
    const { entries, quarantined } = await ports.ledger.readAll();
    core.patch({ world: foldWorld(entries), quarantined });
    await applyVersionStates(core);
  };

  const open = async (): Promise<void> => {
    // Needs none of the others, and takes the longest.
    const opening = ports.ledger.open((done, of) => core.patch({ opening: { done, of } }));
    // Waited for below; should another one fail before, this failure is not the one to tell.
    opening.catch(() => undefined);
    try {
      const [shell, vault, settings, library] = await Promise.all([
        ports.shellInfo(),
        ports.vault.status(),
        ports.settings.read(),
        loadLibrary(),
      ]);
      core.patch({ shell, vault, settings: readSettings(settings), library });
      const storage = await opening;
      core.patch({ library: { ...library, forms: mergeForms(library.forms, await importedForms(core)) } });
      if (vault.exists) {
        await ports.vault.openWorkstation();
        await readAll();
      }
      await applyVersionStates(core);
      core.patch({ stage: 'running', storage, opening: null });
      await clockUse.look();
      await secondPlace.look();
    } catch (cause) {
      core.patch({
        stage: 'failed',
        opening: null,
        failure: { code: cause instanceof PortFailure ? cause.code : 'internal' },
      });
      if (!(cause instanceof PortFailure)) throw cause;
    }
  };

  const secondPlace = createSecondPlaceUse(core);
  const census = createCensusUse(core, ports.readCensus);
  const intake = createIntakeUse(core, census);
  const clockUse = createClockUse(core);
  const retention = createRetentionUse(core, readAll);

  // While the database is left alone for want of room, drafts wait in it; they are listed when it is open again.
  const draftsOf = async (person: string): Promise<readonly Draft[]> => {
    try {
      return await ports.drafts.list(person);
    } catch (cause) {
      if (cause instanceof PortFailure && state.get().storage?.database === 'failed') return [];
      throw cause;
    }
  };

  ports.space.onChange((space) => {
    const { shell, storage, signedIn } = state.get();
    if (shell) core.patch({ shell: { ...shell, freeBytes: space.freeBytes, space } });
    if (space.level === 'read-only' || !storage || (storage.journal === 'ok' && storage.database === 'ok')) return;
    void ports.ledger.mend().then(async (copies) => {
      core.patch({ storage: { ...storage, ...copies } });
      const drafts = signedIn && copies.database === 'ok' ? await draftsOf(signedIn.person.id) : [];
      // Of what is open right now the screen knows more than the disk.
      const here = state.get().drafts;
      core.patch({ drafts: [...here, ...drafts.filter(({ id }) => !here.some((one) => one.id === id))] });
    });
  });

  const enter = async (signedIn: SignedIn): Promise<void> => {
    await readAll();
    // A disk that takes nothing now must not keep anybody out; the next sign-in tries again.
    await retention.finish().catch(() => undefined);
    const [vault, drafts, snapshot] = await Promise.all([
      ports.vault.status(),
      draftsOf(signedIn.person.id),
      ports.snapshots.current(),
    ]);
    core.patch({ signedIn, vault, drafts, snapshot: snapshot ?? null });
    // What came in while nobody was signed in; the board is there meanwhile with the last good list.
    void intake.drain();
  };

  const signIn: Box['signIn'] = async (input) => {
    const opened = await ports.vault.unlock(input);
    if (!opened.ok) return refuse(refusedBy(opened.error));
    const signedIn: SignedIn = { person: opened.value, with: input.kind, since: ports.clock.now() };
    await enter(signedIn);
    return ok(signedIn);
  };

  const saveSettings: Box['saveSettings'] = async (patch) => {
    await ports.settings.write({ ...patch });
    core.patch({ settings: { ...state.get().settings, ...patch } });
  };

  const backup = createBackupUse(core, {
    signIn,
    saveBackupTime: (lastBackupAt) => saveSettings({ lastBackupAt }),
    reread: async () => {
      const library = await loadLibrary();
      const forms = mergeForms(library.forms, await importedForms(core));
      core.patch({ vault: await ports.vault.status(), library: { ...library, forms } });
      await applyVersionStates(core);
    },
  });

  const libraryUse = createLibraryUse(core, ports.shippedFormText);
  const patients = createPatientUse(core);
  const serials = createSerialIssuer(core);
  const tracking = createTrackingUse(core);
  const reconcile = createReconcileUse(core, { board: patients.board, tracking });
  const checklists = createChecklistUse(core);
  const reports = createReportUse(core, {
    checklists,
    tracking,
    reconciliation: reconcile.view,
    toCsv: ports.reportCsv,
  });
  return {
    open,
    state,
    clock: ports.clock,
    async setUp(input) {
      const made = await ports.vault.create(input);
      if (!made.ok) return refuse(refusedBy(made.error));
      await enter({ person: made.value.person, with: 'passphrase', since: ports.clock.now() });
      const { site, ward, workstation } = input;
      await core.run(() =>
        ok([
          {
            book: 'workstation',
            subject: 'workstation',
            by: made.value.person.id,
            type: 'workstation.set-up',
            payload: { site, ward, workstation },
          },
        ]),
      );
      return ok({ vault: made.value.vault, recoveryCode: made.value.recoveryCode });
    },
    async enrol(input) {
      const made = await ports.vault.enrol(input);
      if (!made.ok) return refuse(refusedBy(made.error));
      const person = made.value;
      await core.run((_world, { by }) =>
        ok([
          {
            book: 'workstation',
            subject: person.id,
            by,
            type: 'person.enrolled',
            payload: { person: person.id, name: person.name, role: person.role },
          },
        ]),
      );
      core.patch({ vault: await ports.vault.status() });
      return ok({ person: person.id });
    },
    async discardPins() {
      const gone = await ports.vault.discardPins();
      if (!gone.ok) return refuse(refusedBy(gone.error));
      core.patch({ vault: await ports.vault.status() });
      return gone;
    },
    signIn,
    async lock() {
      ports.vault.lock();
      core.patch({ signedIn: null, drafts: [], snapshot: null });
      await ports.lockShell();
    },
    saveSettings,
    verify: () => ports.ledger.verify(),
    findHead: (code) => ports.ledger.findHead(code),
    sha256: ports.sha256,
    clockUse,
    retention,
    badges: createBadgeUse(core),
    breakGlass: createBreakGlassUse(core, enter),
    outage: createOutageUse(core),
    checklists,
    runbooks: createRunbookUse(core),
    problems: createProblemUse(core),
    libraryUse,
    formVersions: createFormVersionUse(core, libraryUse),
    tracking,
    census,
    patients,
    forms: createFormUse(core, serials, (id) => patients.board().find((one) => one.id === id)),
    print: createPrintUse(core, ports.paperEngine, serials, patients.board, reports.afterAction),
    reports,
    reconcile,
    returnedPaper: createReturnedPaperUse(core, reconcile),
    backEntryPaper: createBackEntryPaperUse(core, { reconcile, serials, board: patients.board }),
    exports: createExportUse(core, ports.exporter, patients.board, reconcile.view),
    sending: createSendingUse(core, ports.exporter, patients.board, reconcile.view),
    audit: createAuditUse(core, patients.board),
    backup,
    recovery: createRecoveryUse(ports, loadLibrary),
    secondPlace,
    intake,
  };
}
