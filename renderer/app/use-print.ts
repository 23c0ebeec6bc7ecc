import { type Result, ok, refuse } from '../domain/basics/result';
import type { FormDefinition } from '../domain/form/form';
import { latestVersion } from '../domain/form/forms-state';
import { newResponse } from '../domain/form/new-response';
import { prefillForm } from '../domain/form/prefill';
import type { FormResponse } from '../domain/form/response';
import { WORKSTATION_BOOK } from '../domain/ledger/entry';
import { currentOutage } from '../domain/outage/projection';
import type { BoardPatient } from '../domain/patient/board';
import type { PrintedSheet } from '../domain/workstation/entries';
import type { FormSheet } from '../exchange/print/form-sheet';
import type { PaperContext } from '../exchange/print/page/context';
import type { SheetPages } from '../exchange/print/sheet-pages';
import type { PaperEngine } from './codec-ports';
import type { Core } from './core';
import { formOf } from './library';
import type { Paper } from './ports';
import type { Refused } from './refusal';
import type { SerialIssuer } from './serial-issuer';

/** What to print. */
export type PrintRequest =
  | { readonly kind: 'blank'; readonly forms: readonly string[]; readonly copies: number; readonly rows?: number; readonly paper: Paper }
  | { readonly kind: 'patients'; readonly forms: readonly string[]; readonly patients: 'all' | readonly string[]; readonly paper: Paper }
  /** A role card or a runbook with tick boxes; needs no sign-in. */
  | { readonly kind: 'checklist' | 'runbook'; readonly id: string; readonly paper: Paper }
  /** The recovery code, to be sealed in an envelope. */
  | { readonly kind: 'recovery-code'; readonly code: string; readonly paper: Paper }
  /** Everybody on the board, one line each. */
  | { readonly kind: 'ward-list'; readonly paper: Paper }
  /** A signed form, or answers as they are (`response`), on their own serial. */
  | { readonly kind: 'sheet'; readonly sheet: FormSheet; readonly paper: Paper; readonly reason?: string };

/** One sheet of a plan. */
export interface PlannedSheet extends PrintedSheet {
  readonly title: string;
}

/** Pages ready to print; nothing is recorded before it is. */
export interface PrintPlan {
  readonly request: PrintRequest;
  readonly sheets: readonly PlannedSheet[];
  readonly pages: number;
  readonly paper: Paper;
  /** What does not fit on this paper, by field; such a plan is refused. */
  readonly overflow: readonly { readonly sheet: string; readonly page: number; readonly field: string }[];
  /** About ten patients each. */
  readonly documents: readonly string[];
  /** The pages one by one, for a preview. */
  readonly pageHtml: readonly string[];
  /** Set on pages that are printed once more, because they did not come out. */
  readonly reprintReason?: string;
}

/** Paper. Blank forms need no sign-in, everything with a patient on it does. */
export interface PrintUse {
  plan(request: PrintRequest): Promise<Result<PrintPlan, Refused>>;
  /** Prints to PDF and records it; an overflow is refused by field, never clipped. */
  toPdf(plan: PrintPlan): Promise<Result<{ readonly pdf: Uint8Array; readonly pages: number; readonly ms: number }, Refused>>;
  savePdf(plan: PrintPlan): Promise<Result<{ readonly saved: boolean }, Refused>>;
  printers(): Promise<readonly { readonly name: string; readonly label: string }[]>;
  /** `sent` means handed to the spooler; whether it came out only a person can say. */
  toPrinter(plan: PrintPlan, printer: string, copies: number): Promise<Result<{ readonly sent: boolean; readonly why?: string }, Refused>>;
  /** A document of a plan's first pages, for a preview on screen. */
  preview(plan: PrintPlan, pages: number): string;
  /** Pages of a form when it is printed blank; uses up no serial. */
  pagesOf(form: string, paper: Paper): number;
  /** Pages `from` to `to` of a plan once more: the same sheets under the same serials. */
  part(plan: PrintPlan, range: { readonly from: number; readonly to: number; readonly reason: string }): PrintPlan;
}

const PATIENTS_PER_DOCUMENT = 10;

/** Makes the use-cases of paper. */
export function createPrintUse(core: Core, engine: PaperEngine, serials: SerialIssuer, board: () => readonly BoardPatient[]): PrintUse {
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

  const prefilled = (form: FormDefinition, patient: BoardPatient): FormResponse => {
    const asOf = patient.snapshotAsOf === undefined ? {} : { asOf: patient.snapshotAsOf };
    return prefillForm({ definition: form, response: newResponse(form), facts: patient, writtenHere: patient.writtenHere, ...asOf });
  };

  /** Signed sets of a chart form take its first columns, oldest first. */
  const setsOf = (form: FormDefinition, patient: BoardPatient): readonly FormResponse[] =>
    [...state.get().world.forms.bySerial.values()]
      .filter((one) => one.patient === patient.id && one.form === form.id && one.version === form.version && !one.struck)
      .map((one) => latestVersion(one).response);

  const sheetsFor = (request: PrintRequest): Result<readonly { readonly sheet: FormSheet; readonly group: number }[], Refused> => {
    if (request.kind === 'sheet') {
      // A draft has no serial yet; its paper gets one of its own.
      const serial = request.sheet.serial === '' ? (serials.issue(1)[0] ?? '') : request.sheet.serial;
      return ok([{ sheet: { ...request.sheet, serial }, group: 0 }]);
    }
    if (request.kind !== 'blank' && request.kind !== 'patients') return ok([]);
    const { library, signedIn } = state.get();
    const forms = request.forms.map((id) => formOf(library, id));
    const missing = request.forms.find((_id, i) => forms[i] === undefined);
    if (missing !== undefined) return refuse({ code: 'unknown-form', form: missing });
    const chosen = forms.filter((form) => form !== undefined);
    if (chosen.length === 0) return refuse({ code: 'no-forms' });
    if (request.kind === 'blank') {
      const rows = request.rows === undefined ? {} : { rows: request.rows };
      const issued = serials.issue(chosen.length * request.copies, 'DTB');
      const sheets = chosen.flatMap((form) => Array.from({ length: request.copies }, () => form));
      return ok(sheets.map((form, i) => ({ sheet: { form, serial: issued[i] ?? '', mode: 'blank' as const, ...rows }, group: 0 })));
    }
    if (!signedIn) return refuse({ code: 'not-signed-in' });
    const present = board().filter((one) => one.presence === 'present' || one.presence === 'off-unit');
    const patients = request.patients === 'all' ? present : request.patients.flatMap((id) => board().find((one) => one.id === id) ?? []);
    if (patients.length === 0) return refuse({ code: 'no-patients' });
    const inBedOrder = patients.toSorted((a, b) => (a.bed ?? '~').localeCompare(b.bed ?? '~', 'en', { numeric: true }));
    const names = new Map<string, number>();
    for (const { family, given } of present) names.set(`${family}|${given}`, (names.get(`${family}|${given}`) ?? 0) + 1);
    const issued = serials.issue(patients.length * chosen.length);
    return ok(
      inBedOrder.flatMap((patient, p) =>
        chosen.map((form, f) => {
          const sets = form.paper.sets === undefined ? {} : { sets: setsOf(form, patient) };
          const nameAlert = (names.get(`${patient.family}|${patient.given}`) ?? 0) > 1;
          const sheet: FormSheet = { form, serial: issued[p * chosen.length + f] ?? '', mode: 'prefill', patient, response: prefilled(form, patient), nameAlert, ...sets };
          return { sheet, group: Math.floor(p / PATIENTS_PER_DOCUMENT) };
        }),
      ),
    );
  };

  /** Paper that is no form: it has no serial and nothing comes back from it. */
  const plainPages = (request: PrintRequest): Result<{ readonly title: string; readonly id: string; readonly version: string; readonly pages: SheetPages }, Refused> | undefined => {
    const { library, vault, signedIn } = state.get();
    const about = { paper: request.paper, context: context() };
    switch (request.kind) {
      case 'checklist': {
        const card = library.checklists.find((one) => one.id === request.id);
        return card ? ok({ title: card.title, id: card.id, version: card.version, pages: engine.checklist(card, about) }) : refuse({ code: 'unknown-checklist', id: request.id });
      }
      case 'runbook': {
        const book = library.runbooks.find((one) => one.id === request.id);
        return book ? ok({ title: book.title, id: book.id, version: book.version, pages: engine.runbook(book, about) }) : refuse({ code: 'unknown-runbook', id: request.id });
      }
      case 'recovery-code':
        return ok({ title: '', id: 'recovery-code', version: '', pages: engine.recoveryCode({ code: request.code, site: vault?.site ?? '', ...about }) });
      case 'ward-list': {
        if (!signedIn) return refuse({ code: 'not-signed-in' });
        const serial = serials.issue(1)[0] ?? '';
        const present = board().filter((one) => one.presence === 'present' || one.presence === 'off-unit');
        return ok({ title: '', id: 'F01', version: '', pages: engine.wardList({ patients: present, serial, ...about }) });
      }
      default:
        return undefined;
    }
  };

  const planOfPlain = (request: PrintRequest, { pages }: { readonly pages: SheetPages }): PrintPlan => {
    const pageHtml = pages.pages.map((page) => page.html);
    const overflow = pages.tooHigh.map((one) => ({ sheet: request.kind, ...one }));
    return { request, sheets: [], pages: pageHtml.length, paper: request.paper, overflow, documents: [engine.document(pageHtml, request.paper)], pageHtml };
  };

  const record = (plan: PrintPlan, target: 'pdf' | 'printer', printer?: string) =>
    core.run((world, { by }) => {
      const { snapshot } = state.get();
      const book = currentOutage(world.outages)?.id ?? WORKSTATION_BOOK;
      const reason = plan.reprintReason ?? (plan.request.kind === 'sheet' ? plan.request.reason : undefined);
      const payload = {
        pages: plan.pages,
        target,
        sheets: plan.sheets.map(({ title: _title, ...sheet }) => sheet),
        ...(printer === undefined ? {} : { printer }),
        ...(snapshot ? { snapshotAsOf: snapshot.asOf } : {}),
        ...(reason === undefined || reason === '' ? {} : { reprintReason: reason }),
      };
      return ok([{ book, subject: 'paper', by, type: 'pack.printed', payload }]);
    });

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

  return {
    async plan(request) {
      const plain = plainPages(request);
      if (plain) return plain.ok ? ok(planOfPlain(request, plain.value)) : plain;
      const chosen = sheetsFor(request);
      if (!chosen.ok) return chosen;
      const about = context();
      const groups: string[][] = [];
      const sheets: PlannedSheet[] = [];
      const overflow: PrintPlan['overflow'][number][] = [];
      for (const { sheet, group } of chosen.value) {
        const { pages, tooHigh } = engine.sheetPages(sheet, request.paper, about);
        overflow.push(...tooHigh.map((one) => ({ sheet: sheet.serial, ...one })));
        (groups[group] ??= []).push(...pages.map((page) => page.html));
        const { form, serial, patient } = sheet;
        sheets.push({ serial, form: form.id, version: form.version, title: form.title, pages: pages.length, ...(patient ? { patient: patient.id } : {}) });
        // A pack of 500 pages must not freeze the screen while it is planned.
        if (sheets.length % 20 === 0) await new Promise((resolve) => setTimeout(resolve));
      }
      const pageHtml = groups.flat();
      const documents = groups.filter((pages) => pages.length > 0).map((pages) => engine.document(pages, request.paper));
      return ok({ request, sheets, pages: pageHtml.length, paper: request.paper, overflow, documents, pageHtml });
    },
    async toPdf(plan) {
      const made = await makePdf(plan);
      if (made.ok) await record(plan, 'pdf');
      return made;
    },
    async savePdf(plan) {
      const made = await makePdf(plan);
      if (!made.ok) return made;
      // No patient in a file name: it stands in lists and in backups.
      const name = `downtime-${plan.request.kind}-${plan.pages}-pages-${ports.clock.now().slice(0, 16).replace(/[^0-9]/g, '')}.pdf`;
      const { saved } = await ports.files.save(name, made.value.pdf);
      // Somebody who closes the file dialog has no paper that anybody would miss later.
      if (saved) await record(plan, 'pdf');
      return ok({ saved });
    },
    printers: () => ports.printing.printers(),
    async toPrinter(plan, printer, copies) {
      if (plan.overflow.length > 0) return refuse(refusedOverflow(plan.overflow));
      const sent = await ports.printing.toPrinter({ documents: plan.documents, paper: plan.paper, printer, copies });
      if (sent.sent) await record(plan, 'printer', printer);
      return ok(sent);
    },
    preview: (plan, pages) => engine.document(plan.pageHtml.slice(0, pages), plan.paper),
    pagesOf(id, paper) {
      const form = formOf(state.get().library, id);
      return form ? engine.sheetPages({ form, serial: '', mode: 'blank' }, paper, context()).pages.length : 0;
    },
    part(plan, { from, to, reason }) {
      const pageHtml = plan.pageHtml.slice(from - 1, to);
      let next = 1;
      const sheets = plan.sheets.filter(({ pages }) => {
        const first = next;
        next += pages;
        return first <= to && next > from;
      });
      return { ...plan, sheets, pageHtml, pages: pageHtml.length, documents: [engine.document(pageHtml, plan.paper)], reprintReason: reason };
    },
  };
}
