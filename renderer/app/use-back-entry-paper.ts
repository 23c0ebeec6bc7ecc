import { ok, refuse, type Result } from '../domain/basics/result';
import { durationText } from '../domain/outage/duration-text';
import { outageElapsedMs } from '../domain/outage/phases';
import { currentOutage } from '../domain/outage/projection';
import type { BoardPatient } from '../domain/patient/board';
import { closingCounts } from '../domain/reconciliation/close-back-entry';
import { canClose } from '../domain/reconciliation/can-close';
import { dataClassOf } from '../domain/reconciliation/data-class';
import { countByOwner, type QueueItem } from '../domain/reconciliation/queue';
import type { BackEntryPapers } from '../exchange/back-entry/back-entry-papers';
import type { PaperContext } from '../exchange/print/page/context';
import type { SheetPages } from '../exchange/print/sheet-pages';
import type { Core } from './core';
import { formOf } from './library';
import { countedSheets } from './paper-scene';
import type { Refused } from './refusal';
import type { SerialIssuer } from './serial-issuer';
import type { ReconcileUse } from './use-reconcile';

/** The paper of the time after the outage. */
export const BACK_ENTRY_PAPERS = ['doses', 'control', 'covers', 'certificate'] as const;

/** One of them. */
export type BackEntryPaper = (typeof BACK_ENTRY_PAPERS)[number];

/** Doses given, control sheets, covers, certificate. Holds patients: needs a sign-in. */
export interface BackEntryPaperUse {
  pages(kind: BackEntryPaper): Promise<Result<readonly string[], Refused>>;
  toPdf(kind: BackEntryPaper): Promise<Result<{ readonly pdf: Uint8Array; readonly pages: number }, Refused>>;
  savePdf(kind: BackEntryPaper): Promise<Result<{ readonly saved: boolean }, Refused>>;
  toPrinter(
    kind: BackEntryPaper,
    printer: string,
  ): Promise<Result<{ readonly sent: boolean; readonly why?: string }, Refused>>;
}

const PAGES_PER_DOCUMENT = 50;

/** Makes the use-cases of this paper. */
export function createBackEntryPaperUse(
  core: Core,
  given: {
    readonly reconcile: ReconcileUse;
    readonly serials: SerialIssuer;
    readonly board: () => readonly BoardPatient[];
  },
): BackEntryPaperUse {
  const { ports, state } = core;

  const contextOf = (): PaperContext => {
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

  const sheetsOf = async (kind: BackEntryPaper): Promise<Result<readonly SheetPages[], Refused>> => {
    const { world, library, signedIn, settings, vault } = state.get();
    const [outage, view] = [currentOutage(world.outages), given.reconcile.view()];
    if (!signedIn) return refuse({ code: 'not-signed-in' });
    if (!outage || !view) return refuse({ code: 'no-outage' });
    const papers: BackEntryPapers = await ports.backEntryPapers();
    const common = { paper: settings.paper, context: contextOf() };
    const nameOf = (id: string): string => vault?.people.find((one) => one.id === id)?.name ?? id;
    const board = inBedOrder(given.board());
    const serial = (): string => given.serials.issue(1)[0] ?? '';
    const of = byPatient(view.items);
    switch (kind) {
      case 'doses': {
        const dosesOf = (items: readonly QueueItem[] = []): readonly QueueItem[] =>
          items.filter((item) => dataClassOf(item) === 'doses' && !item.removed).toSorted(byTime);
        const known = new Set(board.map(({ id }) => id));
        const patients = [
          ...board.map((patient) => ({ patient, doses: dosesOf(of.get(patient.id)) })),
          { doses: dosesOf(view.items.filter((item) => !known.has(item.patient))) },
        ].filter(({ doses }) => doses.length > 0);
        return ok([papers.doses({ patients, serial: serial(), ...common })]);
      }
      case 'control': {
        const findings = await given.reconcile.audit();
        return ok(
          board.flatMap((patient) => {
            const items = of.get(patient.id) ?? [];
            const mine = findings.filter((one) => one.patient === patient.id);
            if (items.length === 0) return [];
            return [papers.control({ patient, items, findings: mine, outage, nameOf, serial: serial(), ...common })];
          }),
        );
      }
      case 'covers': {
        const byId = new Map(board.map((one) => [one.id, one]));
        return ok(
          countedSheets(world.entries, outage).map((sheet) => {
            const patient = byId.get(sheet.patient);
            const title = formOf(library, sheet.form)?.title ?? '';
            return papers.cover({ sheet, title, site: vault?.site ?? '', ...(patient ? { patient } : {}), ...common });
          }),
        );
      }
      case 'certificate': {
        const findings = await given.reconcile.audit();
        return ok([
          papers.certificate({
            outage,
            owners: countByOwner(view),
            wards: given.reconcile.wards(),
            counts: closingCounts(view),
            openItems: canClose(view).openItems,
            findings: findings.length,
            lasted: durationText(outageElapsedMs(outage, ports.clock.now())),
            nameOf,
            serial: serial(),
            ...common,
          }),
        ]);
      }
    }
  };

  const pages: BackEntryPaperUse['pages'] = async (kind) => {
    const sheets = await sheetsOf(kind);
    if (!sheets.ok) return sheets;
    const overflow = sheets.value.flatMap(({ tooHigh }) => tooHigh);
    if (overflow.length > 0)
      return refuse({
        code: 'paper-overflow',
        where: overflow.map((one) => `page ${one.page}: ${one.field}`).join('; '),
      });
    return ok(sheets.value.flatMap((sheet) => sheet.pages.map(({ html }) => html)));
  };

  const job = (html: readonly string[]) => {
    const { paper } = state.get().settings;
    const documents: string[] = [];
    for (let at = 0; at < html.length; at += PAGES_PER_DOCUMENT)
      documents.push(ports.paperEngine.document(html.slice(at, at + PAGES_PER_DOCUMENT), paper));
    return { documents, paper };
  };

  const record = (count: number, target: 'pdf' | 'printer', printer?: string) =>
    core.run((world, { by }) =>
      ok([
        {
          book: currentOutage(world.outages)?.id ?? '',
          subject: 'paper',
          by,
          type: 'pack.printed' as const,
          // No sheet of these comes back, so none is counted.
          payload: { pages: count, target, sheets: [], ...(printer === undefined ? {} : { printer }) },
        },
      ]),
    );

  const make = async (
    kind: BackEntryPaper,
  ): Promise<Result<{ readonly pdf: Uint8Array; readonly pages: number }, Refused>> => {
    const html = await pages(kind);
    if (!html.ok) return html;
    if (html.value.length === 0) return refuse({ code: 'nothing-to-print' });
    const { pdfs, overflow } = await ports.printing.toPdf(job(html.value));
    if (overflow.length > 0)
      return refuse({
        code: 'paper-overflow',
        where: overflow.map((one) => `page ${one.page}: ${one.field}`).join('; '),
      });
    const pdf = pdfs.length === 1 && pdfs[0] ? pdfs[0] : await ports.paperEngine.merge(pdfs);
    return ok({ pdf, pages: html.value.length });
  };

  return {
    pages,
    async toPdf(kind) {
      const made = await make(kind);
      if (made.ok) await record(made.value.pages, 'pdf');
      return made;
    },
    async savePdf(kind) {
      const made = await make(kind);
      if (!made.ok) return made;
      const time = ports.clock
        .now()
        .slice(0, 16)
        .replace(/[^0-9]/g, '');
      const { saved } = await ports.files.save(`downtime-${kind}-${time}.pdf`, made.value.pdf);
      if (saved) await record(made.value.pages, 'pdf');
      return ok({ saved });
    },
    async toPrinter(kind, printer) {
      const html = await pages(kind);
      if (!html.ok) return html;
      if (html.value.length === 0) return refuse({ code: 'nothing-to-print' });
      const sent = await ports.printing.toPrinter({ ...job(html.value), printer, copies: 1 });
      if (sent.sent) await record(html.value.length, 'printer', printer);
      return ok(sent);
    },
  };
}

function byPatient(items: readonly QueueItem[]): ReadonlyMap<string, readonly QueueItem[]> {
  const of = new Map<string, QueueItem[]>();
  for (const item of items) {
    const known = of.get(item.patient);
    if (known) known.push(item);
    else of.set(item.patient, [item]);
  }
  return of;
}

function byTime(a: QueueItem, b: QueueItem): number {
  return Date.parse(a.occurredAt) - Date.parse(b.occurredAt);
}

function inBedOrder(board: readonly BoardPatient[]): readonly BoardPatient[] {
  return board.toSorted((a, b) => (a.bed ?? '~').localeCompare(b.bed ?? '~', 'en', { numeric: true }));
}
