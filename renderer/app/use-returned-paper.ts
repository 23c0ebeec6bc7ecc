import { ok, refuse, type Result } from '../domain/basics/result';
import type { Entry } from '../domain/ledger/entry';
import { currentOutage } from '../domain/outage/projection';
import { completeSheets, missingPages, type MissingPages } from '../domain/reconciliation/missing-pages';
import {
  filePage,
  type PageRefusal,
  type PaperScene,
  setPageAside,
  unfilePage,
} from '../domain/reconciliation/page-commands';
import { COVER_CODE, type ReturnedPages } from '../domain/reconciliation/pages';
import type { Core } from './core';
import { paperScene } from './paper-scene';
import type { PagePictureBytes, ReadPage, ScanRefusal } from './scan-port';
import type { ReconcileUse } from './use-reconcile';
import type { World } from './world';

type NoOutage = { readonly code: 'no-outage' };
type Outcome = Promise<Result<readonly Entry[], PageRefusal | NoOutage>>;

/** What became of scanned files. */
export interface ScanReport {
  readonly pages: number;
  /** Pages whose code named a sheet of this outage. */
  readonly filed: number;
  readonly tray: number;
  /** Pages whose picture was there already, bit by bit. */
  readonly again: number;
  /** Cover sheets: no page of the record, not kept. */
  readonly cover: number;
  readonly refused: readonly ScanRefusal[];
}

/** Paper that comes back: scanned, filed by its code, missed when a page is not seen. Needs a sign-in. */
export interface ReturnedPaperUse {
  /** Same object while nothing changed. */
  pages(): ReturnedPages | undefined;
  /** `page 2 of 3 not seen`. */
  missing(): readonly MissingPages[];
  /** Sheets all of whose pages have a picture and whose scan nobody confirmed. */
  complete(): ReturnType<typeof completeSheets>;
  scan(
    files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
    by?: string,
  ): Promise<Result<ScanReport, NoOutage>>;
  /** The same with files somebody chooses; nothing chosen is nothing read. */
  scanChosen(by?: string): Promise<Result<ScanReport, NoOutage>>;
  /** The corner code of paper under a hand scanner. */
  seen(code: string, by?: string): Outcome;
  file(input: Parameters<typeof filePage>[1], by?: string): Outcome;
  unfile(input: Parameters<typeof unfilePage>[1], by?: string): Outcome;
  setAside(input: Parameters<typeof setPageAside>[1], by?: string): Outcome;
  picture(image: string): Promise<PagePictureBytes | undefined>;
  /** A person confirms complete sheets as scanned; answers how many. */
  confirm(by?: string): Promise<number>;
}

/** Makes the use-cases of returned paper. */
export function createReturnedPaperUse(core: Core, reconcile: ReconcileUse): ReturnedPaperUse {
  const { ports, state } = core;
  let last: { readonly parts: readonly unknown[]; readonly scene: PaperScene } | undefined;

  const sceneOf = (world: World): PaperScene | undefined => {
    const outage = currentOutage(world.outages);
    if (!outage) return undefined;
    const parts = [outage, world.backEntry, world.serials];
    if (!last || !last.parts.every((part, i) => part === parts[i])) last = { parts, scene: paperScene(world, outage) };
    return last.scene;
  };

  const onScene =
    <I>(
      decide: (scene: PaperScene, input: I, context: { readonly by: string }) => ReturnType<typeof filePage>,
    ): ((input: I, by?: string) => Outcome) =>
    (input, by) =>
      core.run<PageRefusal | NoOutage>((world, context) => {
        const scene = sceneOf(world);
        return scene ? decide(scene, input, { by: by ?? context.by }) : refuse({ code: 'no-outage' });
      });

  /** Seals the picture first: a page is said to be scanned only when it lies on disk. */
  const keep = async (
    { picture, code }: ReadPage,
    by?: string,
  ): Promise<'filed' | 'tray' | 'again' | 'cover' | NoOutage> => {
    // A cover only says what comes after it.
    if (code?.form === COVER_CODE) return 'cover';
    const sha256 = await ports.sha256(picture.bytes);
    const scene = sceneOf(state.get().world);
    if (!scene) return { code: 'no-outage' };
    const known = (state.get().world.backEntry.books.get(scene.outage) ?? []).some(
      (entry) => entry.type === 'page.scanned' && entry.payload.sha256 === sha256,
    );
    if (known) return 'again';
    const sheet = code && scene.sheets.get(code.serial);
    const page = sheet && code.page <= sheet.pages ? code.page : undefined;
    const image = ports.ids.newId();
    await ports.pageStore.put(image, picture, scene.outage);
    const filed =
      sheet && page !== undefined ? { serial: sheet.serial, page, form: sheet.form, version: code.version } : {};
    await core.run<NoOutage>((_world, context) =>
      ok([
        {
          book: scene.outage,
          subject: image,
          by: by ?? context.by,
          type: 'page.scanned',
          payload: { image, sha256, ...filed },
        },
      ]),
    );
    return page === undefined ? 'tray' : 'filed';
  };

  const complete: ReturnedPaperUse['complete'] = () => {
    const [scene, view] = [sceneOf(state.get().world), reconcile.view()];
    return scene && view ? completeSheets([...scene.sheets.values()], scene.returned, view) : [];
  };

  const scan: ReturnedPaperUse['scan'] = async (files, by) => {
    const counts = { filed: 0, tray: 0, again: 0, cover: 0 };
    const refused: ScanRefusal[] = [];
    for (const one of files) {
      const read = await ports.readScan(one);
      if (!read.ok) {
        refused.push(read.error);
        continue;
      }
      for (const page of read.value) {
        const kept = await keep(page, by);
        if (typeof kept !== 'string') return refuse(kept);
        counts[kept] += 1;
      }
    }
    return ok({ pages: counts.filed + counts.tray + counts.again, ...counts, refused });
  };

  const file = onScene(filePage);
  return {
    pages: () => sceneOf(state.get().world)?.returned,
    missing() {
      const [scene, view] = [sceneOf(state.get().world), reconcile.view()];
      return scene && view ? missingPages([...scene.sheets.values()], scene.returned, view) : [];
    },
    complete,
    scan,
    scanChosen: async (by) => scan(await ports.files.choose('scans'), by),
    seen(code, by) {
      const sheet = ports.readSheetCode(code.trim());
      return sheet && sheet.form !== COVER_CODE
        ? file({ serial: sheet.serial, page: sheet.page }, by)
        : Promise.resolve(refuse({ code: 'unknown-sheet', serial: code.trim().slice(0, 40) }));
    },
    file,
    unfile: onScene(unfilePage),
    setAside: onScene(setPageAside),
    picture: (image) => ports.pageStore.get(image),
    confirm: async (by) => {
      let done = 0;
      for (const { serial, item } of complete()) {
        const marked = await reconcile.mark({ serial, item, as: 'scanned' }, by);
        if (marked.ok) done += 1;
      }
      return done;
    },
  };
}
