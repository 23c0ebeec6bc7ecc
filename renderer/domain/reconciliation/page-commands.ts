import type { CommandContext } from '../basics/command-context';
import { ok, refuse, type Result } from '../basics/result';
import type { NewEntry } from '../ledger/entry';
import type { CountedSheet } from './missing-pages';
import type { ReturnedPages } from './pages';

/** Why a page was not filed. */
export type PageRefusal =
  /** No paper with this serial left a printer in this outage. */
  | { readonly code: 'unknown-sheet'; readonly serial: string }
  | { readonly code: 'no-such-page'; readonly serial: string; readonly page: number; readonly of: number }
  | { readonly code: 'page-not-seen'; readonly serial: string; readonly page: number }
  | { readonly code: 'unknown-image' }
  | { readonly code: 'reason-missing' };

/** The paper of one outage. */
export interface PaperScene {
  readonly outage: string;
  readonly sheets: ReadonlyMap<string, CountedSheet>;
  readonly returned: ReturnedPages;
}

type Outcome = Result<NewEntry[], PageRefusal>;
type By = Pick<CommandContext, 'by'>;

/** Files a page: an image from the tray, or paper whose code was scanned by hand. */
export function filePage(
  scene: PaperScene,
  input: { readonly serial: string; readonly page: number; readonly image?: string },
  { by }: By,
): Outcome {
  const { serial, page, image } = input;
  const sheet = scene.sheets.get(serial);
  if (!sheet) return refuse({ code: 'unknown-sheet', serial });
  if (!Number.isInteger(page) || page < 1 || page > sheet.pages)
    return refuse({ code: 'no-such-page', serial, page, of: sheet.pages });
  if (image !== undefined && !scene.returned.images.has(image)) return refuse({ code: 'unknown-image' });
  // The same paper under the hand scanner twice is one fact.
  if (image === undefined && scene.returned.bySerial.get(serial)?.has(page)) return ok([]);
  const payload = { serial, page, ...(image === undefined ? {} : { image }) };
  return ok([{ book: scene.outage, subject: serial, by, type: 'page.filed', payload }]);
}

/** Takes a filing back. */
export function unfilePage(
  scene: PaperScene,
  { serial, page, reason }: { readonly serial: string; readonly page: number; readonly reason: string },
  { by }: By,
): Outcome {
  if (!scene.returned.bySerial.get(serial)?.has(page)) return refuse({ code: 'page-not-seen', serial, page });
  if (reason.trim() === '') return refuse({ code: 'reason-missing' });
  const payload = { serial, page, reason: reason.trim() };
  return ok([{ book: scene.outage, subject: serial, by, type: 'page.unfiled', payload }]);
}

/** Says that an image belongs to no sheet. */
export function setPageAside(
  scene: PaperScene,
  { image, reason }: { readonly image: string; readonly reason: string },
  { by }: By,
): Outcome {
  if (!scene.returned.images.has(image)) return refuse({ code: 'unknown-image' });
  if (reason.trim() === '') return refuse({ code: 'reason-missing' });
  const payload = { image, reason: reason.trim() };
  return ok([{ book: scene.outage, subject: image, by, type: 'page.set-aside', payload }]);
}
