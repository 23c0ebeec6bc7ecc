import type { Instant } from '../basics/time';
import type { BackEntryLog } from './back-entry-log';

/** What the corner code of a cover says in place of a form id. */
export const COVER_CODE = 'COVER';

/** A scanned image with what is known of it. */
export interface ScannedImage {
  readonly image: string;
  readonly at: Instant;
  readonly by: string;
  /** Which page it is, by its code or by the word of a person. */
  readonly filed?: { readonly serial: string; readonly page: number; readonly how: 'code' | 'person' };
  readonly setAside?: { readonly reason: string; readonly by: string };
}

/** A page of a sheet that came back. */
export interface SeenPage {
  readonly at: Instant;
  readonly by: string;
  /** Images of it, newest last; none when only its code was scanned by hand. */
  readonly images: readonly string[];
}

/** The paper that came back. */
export interface ReturnedPages {
  readonly images: ReadonlyMap<string, ScannedImage>;
  /** Serial -> page -> seen. */
  readonly bySerial: ReadonlyMap<string, ReadonlyMap<number, SeenPage>>;
  /** Images nobody has filed or set aside. */
  readonly tray: readonly ScannedImage[];
}

/** Reads what was scanned, filed and set aside in one outage. */
export function returnedPages(log: BackEntryLog, book: string): ReturnedPages {
  const images = new Map<string, ScannedImage>();
  const bySerial = new Map<string, Map<number, SeenPage>>();
  const see = (serial: string, page: number, at: Instant, by: string, image?: string): void => {
    const pages = bySerial.get(serial) ?? new Map<number, SeenPage>();
    bySerial.set(serial, pages);
    const before = pages.get(page);
    pages.set(page, { at, by, images: [...(before?.images ?? []), ...(image === undefined ? [] : [image])] });
  };
  const unsee = (serial: string, page: number, image?: string): void => {
    const pages = bySerial.get(serial);
    const seen = pages?.get(page);
    if (!pages || !seen) return;
    const rest = image === undefined ? [] : seen.images.filter((one) => one !== image);
    if (rest.length === 0) pages.delete(page);
    else pages.set(page, { ...seen, images: rest });
    if (pages.size === 0) bySerial.delete(serial);
  };
  for (const entry of log.books.get(book) ?? []) {
    const { at, by } = entry;
    switch (entry.type) {
      case 'page.scanned': {
        const { image, serial, page } = entry.payload;
        const known = serial !== undefined && page !== undefined;
        images.set(image, { image, at, by, ...(known ? { filed: { serial, page, how: 'code' } } : {}) });
        if (known) see(serial, page, at, by, image);
        break;
      }
      case 'page.filed': {
        const { image, serial, page } = entry.payload;
        const scanned = image === undefined ? undefined : images.get(image);
        if (scanned) {
          if (scanned.filed) unsee(scanned.filed.serial, scanned.filed.page, scanned.image);
          const { setAside: _, ...rest } = scanned;
          images.set(scanned.image, { ...rest, filed: { serial, page, how: 'person' } });
        }
        see(serial, page, at, by, scanned?.image);
        break;
      }
      case 'page.unfiled': {
        const { serial, page } = entry.payload;
        for (const image of bySerial.get(serial)?.get(page)?.images ?? []) {
          const { filed: _, ...rest } = images.get(image) ?? { image, at, by };
          images.set(image, rest);
        }
        unsee(serial, page);
        break;
      }
      case 'page.set-aside': {
        const { image, reason } = entry.payload;
        const scanned = images.get(image);
        if (!scanned) break;
        if (scanned.filed) unsee(scanned.filed.serial, scanned.filed.page, image);
        const { filed: _, ...rest } = scanned;
        images.set(image, { ...rest, setAside: { reason, by } });
        break;
      }
      default:
        break;
    }
  }
  return { images, bySerial, tray: [...images.values()].filter((one) => !one.filed && !one.setAside) };
}
