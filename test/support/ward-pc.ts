import { rmSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { answerDialog, type AppCommand, freshProfile, type RunningApp, startApp } from './app-driver';
import { CensusPage } from './pages/census-page';
import { ChecklistPage } from './pages/checklist-page';
import { ExportPage } from './pages/export-page';
import { FormPages } from './pages/form-pages';
import { ManagePages } from './pages/manage-pages';
import { PatientsPage } from './pages/patients-page';
import { PrintPage } from './pages/print-page';
import { ReconcilePage } from './pages/reconcile-page';
import { RunbookPage } from './pages/runbook-page';
import { StartPages } from './pages/start-pages';

/** Every screen of the app as a person at the PC sees it. */
export interface WardPages {
  readonly start: StartPages;
  readonly census: CensusPage;
  readonly patients: PatientsPage;
  readonly checklist: ChecklistPage;
  readonly forms: FormPages;
  readonly print: PrintPage;
  readonly runbooks: RunbookPage;
  readonly reconcile: ReconcilePage;
  readonly export: ExportPage;
  readonly manage: ManagePages;
}

const PATIENCE_MS = 45_000;

/** A ward PC with a fresh profile: the app runs, is started again, is locked; the network is watched all along. */
export class WardPc {
  #strangers: string[] = [];
  readonly #errors: (readonly string[])[];

  private constructor(
    private readonly command: AppCommand,
    readonly profile: string,
    private running: RunningApp,
    /** The page that shows now; another one after a lock or a restart. */
    public page: Page,
  ) {
    this.#errors = [running.errors];
  }

  static async start(command: AppCommand, profile = freshProfile()): Promise<WardPc> {
    const running = await startApp(command, { profile });
    return new WardPc(command, profile, running, patient(running.page));
  }

  /** The screens, on the page that shows now. */
  get screens(): WardPages {
    const { page } = this;
    const choose = (...paths: readonly string[]): Promise<void> => answerDialog(this.running.app, paths);
    return {
      start: new StartPages(page),
      census: new CensusPage(page, choose),
      patients: new PatientsPage(page),
      checklist: new ChecklistPage(page),
      forms: new FormPages(page),
      print: new PrintPage(page, choose),
      runbooks: new RunbookPage(page),
      reconcile: new ReconcilePage(page),
      export: new ExportPage(page, choose),
      manage: new ManagePages(page),
    };
  }

  /** The app is closed and started again, as after a night or an update. */
  async restart(): Promise<void> {
    await this.close();
    this.running = await startApp(this.command, { profile: this.profile });
    this.#errors.push(this.running.errors);
    this.page = patient(this.running.page);
  }

  /** Locks the screen: the page's process ends, a fresh page opens. */
  async lock(): Promise<void> {
    const lock = this.page.getByRole('button', { name: 'Lock now' }).first();
    await lock.waitFor();
    const [fresh] = await Promise.all([
      this.running.app.waitForEvent('window', { timeout: PATIENCE_MS }),
      // The page ends under the click, and with it whoever waited for the click.
      lock.click().catch(() => undefined),
    ]);
    this.page = patient(fresh);
    await this.page.getByRole('navigation').first().waitFor();
  }

  /** What the app asked the network for, over all its starts. */
  async strangers(): Promise<readonly string[]> {
    return [...this.#strangers, ...(await this.running.strangers())];
  }

  /** What the pages wrote to their console as errors, over all starts. */
  errors(): readonly string[] {
    return this.#errors.flat();
  }

  async close(): Promise<void> {
    this.#strangers = [...(await this.strangers())];
    await this.running.close();
  }

  /** Ends the app, however it stands, and takes its profile away. */
  async remove(): Promise<void> {
    await this.running.close().catch(() => undefined);
    rmSync(this.profile, { recursive: true, force: true });
  }
}

function patient(page: Page): Page {
  page.setDefaultTimeout(PATIENCE_MS);
  return page;
}
