import { type Result, ok, refuse } from '../domain/basics/result';
import { WORKSTATION_BOOK } from '../domain/ledger/entry';
import { currentOutage } from '../domain/outage/projection';
import type { BoardPatient } from '../domain/patient/board';
import { answerPrintJob, dropPrintJob } from '../domain/workstation/print-jobs';
import type { PrintedSheet } from '../domain/workstation/entries';
import type { PrintJobRefusal, PrintJobState } from '../domain/workstation/print-jobs';
import type { CameOut } from '../domain/workstation/print-entries';
import type { PaperContext } from '../exchange/print/page/context';
import type { CoveredSheet } from '../exchange/print/sheets/cover-sheet';
import type { SheetPages } from '../exchange/print/sheet-pages';
import type { PaperEngine } from './codec-ports';
import { type Core, refusedBy } from './core';
import { createLabelPrinting, type LabelPrinting } from './label-printing';
import { plainPages } from './plain-pages';
import { plannedSheets } from './planned-sheets';
import { againIssuer, createPrintQueue } from './print-queue';
import { recordPrint } from './print-record';
import type { PlannedSheet, PrintPlan, PrintRequest } from './print-plan';
import { formOf } from './library';
import type { Paper } from './ports';
import type { Refused } from './refusal';
import type { SerialIssuer } from './serial-issuer';
import type { ReportUse } from './use-report';

/** Paper. Blank forms need no sign-in, everything with a patient on it does. */
export interface PrintUse extends LabelPrinting {
  plan(request: PrintRequest): Promise<Result<PrintPlan, Refused>>;
  /** Prints to PDF and records it; an overflow is refused by field, never clipped. */
  toPdf(
    plan: PrintPlan,
  ): Promise<Result<{ readonly pdf: Uint8Array; readonly pages: number; readonly ms: number }, Refused>>;
  savePdf(plan: PrintPlan): Promise<Result<{ readonly saved: boolean }, Refused>>;
  printers(): Promise<readonly { readonly name: string; readonly label: string }[]>;
  /** Puts a plan into the queue and answers at once; `printJobs` of the ledger says how it goes on. */
  send(plan: PrintPlan, printer: string, copies: number): Promise<Result<{ readonly job: string }, Refused>>;
  /** Sends what of a job did not go out, under the same serials; after a restart its pages are made again. */
  resume(job: string): Promise<Result<{ readonly job: string }, Refused>>;
  /** Somebody looked at the printer; `from` and `to` are the pages that are missing. */
  answer(input: {
    readonly job: string;
    readonly cameOut: CameOut;
    readonly from?: number;
    readonly to?: number;
  }): Promise<Result<null, Refused>>;
  /** What of a job did not go out is not wanted any more. */
  drop(job: string): Promise<Result<null, Refused>>;
  /** The pages of a job made again as they were, for a reprint of some. */
  planOf(job: PrintJobState): Promise<Result<PrintPlan, Refused>>;
  /** A test page came out, and how. */
  tested(input: {
    readonly printer: string;
    readonly paper: Paper;
    readonly good: boolean;
    readonly scanned: boolean;
  }): Promise<void>;
  /** Waits for the last batch. `sent` means handed to the spooler; whether it came out only a person can say. */
  toPrinter(
    plan: PrintPlan,
    printer: string,
    copies: number,
  ): Promise<Result<{ readonly sent: boolean; readonly why?: string }, Refused>>;
  /** A document of a plan's first pages, for a preview on screen. */
  preview(plan: PrintPlan, pages: number): string;
  /** Pages of a form when it is printed blank; uses up no serial. */
  pagesOf(form: string, paper: Paper): number;
  /** Pages `from` to `to` of a plan once more: the same sheets under the same serials. */
  part(plan: PrintPlan, range: { readonly from: number; readonly to: number; readonly reason: string }): PrintPlan;
}

/** Makes the use-cases of paper. */
export function createPrintUse(
  core: Core,
  engine: PaperEngine,
  serials: SerialIssuer,
  board: () => readonly BoardPatient[],
  afterAction?: ReportUse['afterAction'],
): PrintUse {
  const { ports, state } = core;

  const context = (): PaperContext => {
    const { vault, signedIn, world, snapshot } = state.get();
    const headCode = ports.ledger.headCode();
    return {
      printedAt: ports.clock.now(),
      workstation: vault?.workstation ?? '',
      ward: vault?.ward ?? '',
      drill: currentOutage(world.outages)?.kind === 'drill',
      ...(signedIn ? { printedBy: signedIn.person.name } : {}),
      ...(snapshot ? { snapshotAsOf: snapshot.asOf } : {}),
      ...(headCode === '' ? {} : { headCode }),
    };
  };

  const planOfPlain = (
    request: PrintRequest,
    { pages, labels }: { readonly pages: SheetPages; readonly labels?: PrintPlan['labels'] },
  ): PrintPlan => {
    const pageHtml = pages.pages.map((page) => page.html);
    const overflow = pages.tooHigh.map((one) => ({ sheet: request.kind, ...one }));
    return {
      request,
      sheets: [],
      pages: pageHtml.length,
      ...(labels ? { labels } : {}),
      paper: request.paper,
      overflow,
      documents: [engine.document(pageHtml, request.paper)],
      pageHtml,
    };
  };

  const refusedOverflow = (overflow: PrintPlan['overflow']): Refused => ({
    code: 'paper-overflow',
    overflow,
    where: overflow.map((one) => `${one.sheet} page ${one.page}: ${one.field}`).join('; '),
    message: 'something does not fit on this paper; nothing was printed',
  });

  const makePdf: PrintUse['toPdf'] = async (plan) => {
    if (plan.overflow.length > 0) return refuse(refusedOverflow(plan.overflow));
    const { pdfs, overflow, ms } = await ports.printing.toPdf({ documents: plan.documents, paper: plan.paper });
    if (overflow.length > 0) return refuse(refusedOverflow(overflow));
    const pdf = pdfs.length === 1 && pdfs[0] ? pdfs[0] : await engine.merge(pdfs);
    return ok({ pdf, pages: plan.pages, ms });
  };

  const planWith = async (request: PrintRequest, issuer: SerialIssuer): Promise<Result<PrintPlan, Refused>> => {
    const given = { state: state.get(), serials: issuer, board, ...(afterAction ? { afterAction } : {}) };
    const about = context();
    const plain = plainPages(request, { ...given, engine, context: about });
    if (plain) return plain.ok ? ok(planOfPlain(request, plain.value)) : plain;
    const chosen = plannedSheets(request, given);
    if (!chosen.ok) return chosen;
    const covered: CoveredSheet[] = [];
    const groups: string[][] = [];
    const sheetsOf: number[] = [];
    const sheets: PlannedSheet[] = [];
    const overflow: PrintPlan['overflow'][number][] = [];
    for (const { sheet, group } of chosen.value) {
      const { pages, tooHigh } = engine.sheetPages(sheet, request.paper, about);
      overflow.push(...tooHigh.map((one) => ({ sheet: sheet.serial, ...one })));
      sheetsOf[group] = (sheetsOf[group] ?? 0) + 1;
      (groups[group] ??= []).push(...pages.map((page) => page.html));
      const { form, serial, patient } = sheet;
      covered.push({ form: form.id, title: form.title, serial, pages: pages.length, ...(patient ? { patient } : {}) });
      sheets.push({
        serial,
        form: form.id,
        version: form.version,
        title: form.title,
        pages: pages.length,
        ...(patient ? { patient: patient.id } : {}),
      });
      // A pack of 500 pages must not freeze the screen while it is planned.
      if (sheets.length % 20 === 0) await new Promise((resolve) => setTimeout(resolve));
    }
    if ('cover' in request && request.cover === true && sheets.length > 0) {
      // Nothing comes back from it: a number of the sheets' own series would be given to a form after a restart.
      const serial = `PACK-${about.printedAt.slice(5, 16).replace(/[^0-9]/g, '')}`;
      const cover = engine.cover({ sheets: covered, serial, paper: request.paper, context: about });
      overflow.push(...cover.tooHigh.map((one) => ({ sheet: serial, ...one })));
      const [first] = groups.filter((pages) => pages.length > 0);
      first?.unshift(...cover.pages.map((page) => page.html));
    }
    const pageHtml = groups.flat();
    const documents = groups.filter((pages) => pages.length > 0).map((pages) => engine.document(pages, request.paper));
    const batches = groups
      .map((pages, group) => ({ sheets: sheetsOf[group] ?? 0, pages: pages.length }))
      .filter(({ pages }) => pages > 0);
    const { paper } = request;
    return ok({ request, sheets, pages: pageHtml.length, paper, overflow, documents, batches, pageHtml });
  };

  const queue = createPrintQueue(core);

  /** The same sheets under the same serials, or a refusal: a page with another number on it would be another form. */
  const planOf = async (job: PrintJobState): Promise<Result<PrintPlan, Refused>> => {
    const kept = queue.kept(job.id);
    if (kept) return ok(kept);
    if (job.request === undefined) return refuse({ code: 'print-changed' });
    const again = await planWith(
      job.request as PrintRequest,
      againIssuer(job, (n, series) => serials.issue(n, series)),
    );
    if (!again.ok) return again;
    const same = (a: PrintedSheet | undefined, b: PrintedSheet): boolean =>
      a?.serial === b.serial && a.form === b.form && a.version === b.version && a.pages === b.pages;
    const { sheets, pages, documents } = again.value;
    return sheets.length === job.sheets.length &&
      job.sheets.every((sheet, at) => same(sheets[at], sheet)) &&
      pages === job.pages &&
      documents.length === job.batches
      ? again
      : refuse({ code: 'print-changed' });
  };

  const written = async (turn: Promise<Result<unknown, PrintJobRefusal>>): Promise<Result<null, Refused>> => {
    const done = await turn;
    return done.ok ? ok(null) : refuse(refusedBy(done.error));
  };

  return {
    plan: (request) => planWith(request, serials),
    async toPdf(plan) {
      const made = await makePdf(plan);
      if (made.ok) await recordPrint(core, plan, { target: 'pdf' });
      return made;
    },
    ...createLabelPrinting(core, board, context),
    async savePdf(plan) {
      const made = await makePdf(plan);
      if (!made.ok) return made;
      // No patient in a file name: it stands in lists and in backups.
      const name = `downtime-${plan.request.kind}-${plan.pages}-pages-${ports.clock
        .now()
        .slice(0, 16)
        .replace(/[^0-9]/g, '')}.pdf`;
      const { saved } = await ports.files.save(name, made.value.pdf);
      // Somebody who closes the file dialog has no paper that anybody would miss later.
      if (saved) await recordPrint(core, plan, { target: 'pdf' });
      return ok({ saved });
    },
    printers: () => ports.printing.printers(),
    async toPrinter(plan, printer, copies) {
      if (plan.overflow.length > 0) return refuse(refusedOverflow(plan.overflow));
      const { done } = await queue.add(plan, printer, copies);
      return ok(await done);
    },
    async send(plan, printer, copies) {
      if (plan.overflow.length > 0) return refuse(refusedOverflow(plan.overflow));
      const { job, done } = await queue.add(plan, printer, copies);
      done.catch(() => undefined);
      return ok({ job });
    },
    async resume(job) {
      const resumed = await queue.resume(job, planOf);
      if (!resumed.ok) return resumed;
      resumed.value.done.catch(() => undefined);
      return ok({ job });
    },
    answer: (input) => written(core.run((world, { by }) => answerPrintJob(world.entries, input, by))),
    drop: (job) => written(core.run((world, { by }) => dropPrintJob(world.entries, job, by))),
    planOf,
    async tested({ printer, ...payload }) {
      await core.run((_world, { by }) =>
        ok([{ book: WORKSTATION_BOOK, subject: printer, by, type: 'printer.tested', payload }]),
      );
    },
    preview: (plan, pages) => engine.document(plan.pageHtml.slice(0, pages), plan.paper),
    pagesOf(id, paper) {
      const form = formOf(state.get().library, id);
      return form ? engine.sheetPages({ form, serial: '', mode: 'blank' }, paper, context()).pages.length : 0;
    },
    part(plan, { from, to, reason }) {
      const pageHtml = plan.pageHtml.slice(from - 1, to);
      // A cover stands before the sheets.
      let next = 1 + Math.max(0, plan.pages - pagesIn(plan.sheets));
      const sheets = plan.sheets.filter(({ pages }) => {
        const first = next;
        next += pages;
        return first <= to && next > from;
      });
      return {
        ...plan,
        sheets,
        pageHtml,
        pages: pageHtml.length,
        documents: [engine.document(pageHtml, plan.paper)],
        batches: [{ sheets: sheets.length, pages: pageHtml.length }],
        reprintReason: reason,
      };
    },
  };
}

const pagesIn = (sheets: readonly PrintedSheet[]): number => sheets.reduce((sum, { pages }) => sum + pages, 0);
