import { type Result, ok, refuse } from '../domain/basics/result';
import { type EntryOf, WORKSTATION_BOOK } from '../domain/ledger/entry';
import { currentOutage } from '../domain/outage/projection';
import type { BoardPatient } from '../domain/patient/board';
import type { Reconciliation } from '../domain/reconciliation/queue';
import { type ExportSettings, parseExportSettings } from '../domain/workstation/export-settings';
import type { PersonRole } from '../domain/workstation/entries';
import type { ExportFile, Unmapped } from '../exchange/export/export-input';
import type { Exporter, ExportFormat } from './codec-ports';
import type { Core } from './core';
import { exportPrinter, exportSettingsOf, gatherExport } from './gather-export';
import type { Refused } from './refusal';

export type { ExportFormat } from './codec-ports';

/** A file with its hash. */
export interface MadeFile extends ExportFile {
  readonly sha256: string;
}

/** An export ready to be written; manifest.json is the last of its files, or inside the archive. */
export interface ExportMade {
  readonly format: ExportFormat;
  readonly outage: string;
  readonly files: readonly MadeFile[];
  readonly unmapped: readonly Unmapped[];
  /** Records per kind, as the manifest counts them. */
  readonly counts: Readonly<Record<string, number>>;
  /** Give it as `since` next time: only what changed goes out then. */
  readonly token: string;
  readonly onlyChanges: boolean;
  readonly encrypted: boolean;
  readonly test: boolean;
}

/** What to make. */
export interface ExportRequest {
  readonly format: ExportFormat;
  readonly since?: string;
  /** For this once, over what the site has set. */
  readonly settings?: ExportSettings;
  /** One archive under this password instead of the files. */
  readonly zipPassword?: string;
  /** Where it will go, for the manifest. */
  readonly to?: string;
}

/** The outage for others. Needs a sign-in; every export is a fact of the ledger. */
export interface ExportUse {
  make(input: ExportRequest): Promise<Result<ExportMade, Refused>>;
  /** Asks for a folder and writes. */
  save(made: ExportMade): Promise<Result<{ readonly saved: boolean }, Refused>>;
  /** For a writer of its own (batch): the files are written, note it. */
  wrote(made: ExportMade, to?: string): Promise<void>;
  /** Token of the last export of this outage and format, when there was one. */
  lastToken(format: ExportFormat): string | undefined;
  /** Exports of this outage, the newest first. */
  history(): readonly EntryOf<'export.written'>[];
  /** How this site wants its exports. */
  settings(): ExportSettings;
  /** Replaces it whole. Refused when a member is not understood, or for who may not say so. */
  configure(settings: unknown): Promise<Result<ExportSettings, Refused>>;
}

/** Shortest password of an archive: it leaves the building, and whoever has it may try for ever. */
export const ZIP_PASSWORD_MIN = 12;

const MAY_CONFIGURE: readonly PersonRole[] = ['manager', 'nurse-in-charge', 'records'];

/** Makes the use-cases of export. */
export function createExportUse(
  core: Core,
  exporter: Exporter,
  board: () => readonly BoardPatient[],
  reconciliation: () => Reconciliation | undefined,
): ExportUse {
  const { ports, state } = core;

  const wrote: ExportUse['wrote'] = async (made, to) => {
    await core.run((_world, { by }) => {
      const { format, token, onlyChanges, encrypted, test, counts } = made;
      const files = made.files.map(({ name, sha256, records }) => ({ name, sha256, records }));
      const payload = {
        format,
        files,
        upTo: token,
        ledgerHead: ports.ledger.headCode(),
        counts,
        ...(to === undefined ? {} : { to }),
        ...(onlyChanges ? { onlyChanges } : {}),
        ...(encrypted ? { encrypted } : {}),
        ...(test ? { test } : {}),
      };
      return ok([{ book: made.outage, subject: 'export', by, type: 'export.written', payload }]);
    });
  };

  const history = (): readonly EntryOf<'export.written'>[] => {
    const { world } = state.get();
    const outage = currentOutage(world.outages);
    return world.entries
      .filter((entry) => entry.type === 'export.written')
      .filter((entry) => entry.book === outage?.id || entry.book === WORKSTATION_BOOK)
      .toReversed();
  };

  return {
    async make({ format, since, settings, zipPassword, to }) {
      const { world, signedIn } = state.get();
      if (!signedIn) return refuse({ code: 'not-signed-in' });
      if (zipPassword !== undefined && zipPassword.length < ZIP_PASSWORD_MIN)
        return refuse({
          code: 'zip-password-too-short',
          min: ZIP_PASSWORD_MIN,
          message: `the password of an archive needs at least ${ZIP_PASSWORD_MIN} characters`,
        });
      const outage = currentOutage(world.outages);
      if (!outage) return refuse({ code: 'no-outage', message: 'there is no outage to export' });
      const scope = { outage, ...(since === undefined ? {} : { since }), ...(settings ? { settings } : {}) };
      const input = gatherExport(
        core,
        exporter,
        { ...scope, ...(to === undefined ? {} : { to }) },
        board(),
        reconciliation(),
      );
      if (!input.ok) return input;
      const built = await exporter.build(format, input.value, ports.sha256, exportPrinter(core));
      const records = built.manifest.files.reduce((sum, file) => sum + file.records, 0);
      const files =
        zipPassword === undefined
          ? built.files
          : [{ name: exporter.zipName, bytes: await exporter.zip(built.files, zipPassword), records }];
      const hashed = await Promise.all(
        files.map(async (file) => ({ ...file, sha256: await ports.sha256(file.bytes) })),
      );
      return ok({
        format,
        outage: outage.id,
        files: hashed,
        unmapped: built.unmapped,
        counts: built.manifest.counts,
        token: input.value.upTo,
        onlyChanges: since !== undefined,
        encrypted: zipPassword !== undefined,
        test: built.manifest.test,
      });
    },
    async save(made) {
      const saved = await ports.files.saveFolder(made.files.map(({ name, bytes }) => ({ name, bytes })));
      if (saved.saved) await wrote(made, saved.name);
      return ok({ saved: saved.saved });
    },
    wrote,
    history,
    // A trial for the receiver is no export: what changed since the real one still has to go out.
    lastToken: (format) =>
      history().find(({ payload }) => payload.format === format && payload.test !== true)?.payload.upTo,
    settings: () => exportSettingsOf(state.get().world.entries),
    async configure(settings) {
      const { signedIn } = state.get();
      if (!signedIn) return refuse({ code: 'not-signed-in' });
      if (!MAY_CONFIGURE.includes(signedIn.person.role)) return refuse({ code: 'may-not-configure' });
      const parsed = parseExportSettings(settings);
      if (!parsed.ok) {
        const [first] = parsed.error;
        return refuse({
          code: 'bad-export-settings',
          where: first?.where ?? '',
          message: `${first?.where ?? ''} ${first?.message ?? ''}`,
          problems: parsed.error,
        });
      }
      await core.run((_world, { by }) =>
        ok([
          {
            book: WORKSTATION_BOOK,
            subject: 'export',
            by,
            type: 'export.configured',
            payload: { settings: parsed.value },
          },
        ]),
      );
      return ok(parsed.value);
    },
  };
}
