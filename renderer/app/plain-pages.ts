import { type Result, ok, refuse } from '../domain/basics/result';
import { outageById } from '../domain/outage/projection';
import type { PaperContext } from '../exchange/print/page/context';
import type { SheetPages } from '../exchange/print/sheet-pages';
import type { PaperEngine } from './codec-ports';
import { peopleNames, systemNames } from './event-names';
import type { PlanGiven } from './planned-sheets';
import { labelRequest } from './label-plan';
import type { PrintPlan, PrintRequest } from './print-plan';
import type { Refused } from './refusal';

/** Paper that is no form: it has no serial and nothing comes back from it. Undefined when the request is for forms. */
export function plainPages(
  request: PrintRequest,
  given: PlanGiven & { readonly engine: PaperEngine; readonly context: PaperContext },
):
  | Result<
      {
        readonly title: string;
        readonly id: string;
        readonly version: string;
        readonly pages: SheetPages;
        readonly labels?: PrintPlan['labels'];
      },
      Refused
    >
  | undefined {
  const { engine, serials, board } = given;
  const { library, vault, signedIn } = given.state;
  const about = { paper: request.paper, context: given.context };
  switch (request.kind) {
    case 'checklist': {
      const card = library.checklists.find((one) => one.id === request.id);
      return card
        ? ok({ title: card.title, id: card.id, version: card.version, pages: engine.checklist(card, about) })
        : refuse({ code: 'unknown-checklist', id: request.id });
    }
    case 'runbook': {
      const book = library.runbooks.find((one) => one.id === request.id);
      return book
        ? ok({ title: book.title, id: book.id, version: book.version, pages: engine.runbook(book, about) })
        : refuse({ code: 'unknown-runbook', id: request.id });
    }
    case 'bulletin': {
      const event = outageById(given.state.world.outages, request.id);
      if (!event) return refuse({ code: 'unknown-outage' });
      const names = { systems: systemNames(given.state), people: peopleNames(given.state) };
      const pages = engine.bulletin({ event, ...names, now: given.context.printedAt, ...about });
      return ok({ title: '', id: 'bulletin', version: '', pages });
    }
    case 'after-action': {
      if (!signedIn) return refuse({ code: 'not-signed-in' });
      const report = given.afterAction?.(request.id);
      return report
        ? ok({ title: '', id: 'after-action', version: '', pages: engine.afterAction(report, about) })
        : refuse({ code: 'unknown-outage' });
    }
    case 'recovery-code':
      return ok({
        title: '',
        id: 'recovery-code',
        version: '',
        pages: engine.recoveryCode({ code: request.code, site: vault?.site ?? '', ...about }),
      });
    case 'break-glass-codes': {
      const sheets = request.codes.map((code) =>
        engine.recoveryCode({ code, oneTime: true, site: vault?.site ?? '', ...about }),
      );
      const pages = sheets.flatMap((sheet) => sheet.pages);
      return ok({
        title: '',
        id: 'break-glass-codes',
        version: '',
        pages: { pages, tooHigh: sheets.flatMap((sheet) => sheet.tooHigh) },
      });
    }
    case 'ward-list': {
      if (!signedIn) return refuse({ code: 'not-signed-in' });
      const serial = serials.issue(1)[0] ?? '';
      const present = board().filter((one) => one.presence === 'present' || one.presence === 'off-unit');
      return ok({
        title: '',
        id: 'F01',
        version: '',
        pages: engine.wardList({ patients: present, serial, ...about }),
      });
    }
    case 'labels': {
      const wanted = labelRequest(request, given);
      if (!wanted.ok) return wanted;
      const { pages, labels } = engine.labels(wanted.value, request.paper, given.context);
      const of = pages.length;
      const sheets = pages.map((html, index) => ({ page: index + 1, of, html, marks: [] }));
      return ok({ title: '', id: 'F29', version: '', pages: { pages: sheets, tooHigh: [] }, labels });
    }
    default:
      return undefined;
  }
}
