import { type Result, ok, refuse } from '../domain/basics/result';
import { WORKSTATION_BOOK } from '../domain/ledger/entry';
import type { OutageState } from '../domain/outage/outage';
import { currentOutage } from '../domain/outage/projection';
import type { BoardPatient } from '../domain/patient/board';
import type { Reconciliation } from '../domain/reconciliation/queue';
import type { ChecklistLine, ExportFile, ExportForm, ExportInput, Unmapped } from '../exchange/export/export-input';
import type { ExportPrinter } from '../exchange/export/write-pdf';
import type { Exporter, ExportFormat } from './codec-ports';
import type { Core } from './core';
import type { Person } from './ports';
import { formOf } from './library';
import type { Refused } from './refusal';

export type { ExportFormat } from './codec-ports';

/** A file with its hash. */
export interface MadeFile extends ExportFile {
  readonly sha256: string;
}

/** An export ready to be written; manifest.json is the last of its files. */
export interface ExportMade {
  readonly format: ExportFormat;
  readonly outage: string;
  readonly files: readonly MadeFile[];
  readonly unmapped: readonly Unmapped[];
  /** Give it as `since` next time: only what changed goes out then. */
  readonly token: string;
}

/** The outage for others. Needs a sign-in; every export is a fact of the ledger. */
export interface ExportUse {
  make(input: { readonly format: ExportFormat; readonly since?: string }): Promise<Result<ExportMade, Refused>>;
  /** Asks for a folder and writes. */
  save(made: ExportMade): Promise<Result<{ readonly saved: boolean }, Refused>>;
  /** For a writer of its own (batch): the files are written, note it. */
  wrote(made: ExportMade): Promise<void>;
  /** Token of the last export of this outage and format, when there was one. */
  lastToken(format: ExportFormat): string | undefined;
}

/** Makes the use-cases of export. */
export function createExportUse(
  core: Core,
  exporter: Exporter,
  board: () => readonly BoardPatient[],
  reconciliation: () => Reconciliation | undefined,
): ExportUse {
  const { ports, state } = core;

  const inputOf = (outage: OutageState, since: string | undefined): Result<ExportInput, Refused> => {
    const { world, library, vault, shell, signedIn, snapshot } = state.get();
    const changed = since === undefined ? undefined : exporter.changedSince(world.entries, since);
    if (since !== undefined && changed === undefined)
      return refuse({ code: 'bad-token', where: '--since', message: 'this is no token of an earlier export' });
    const forms = [...world.forms.bySerial.values()].filter((form) => form.book === outage.id);
    const { id, kind, ward, since: from, until } = outage;
    return ok({
      outage: { id, kind, ward, since: from, ...(until === undefined ? {} : { until }) },
      patients: board(),
      forms: forms.map((signed): ExportForm => {
        const definition = formOf(library, signed.form, signed.version);
        return { signed, ...(definition ? { definition } : {}) };
      }),
      backEntry: reconciliation()?.items ?? [],
      checklists: checklistLines(core, outage.id),
      people: vault?.people ?? [],
      site: vault?.site ?? '',
      workstation: vault?.workstation ?? '',
      version: shell?.version ?? '',
      ledgerHead: ports.ledger.headCode(),
      exportedAt: ports.clock.now(),
      exportedBy: signedIn?.person.name ?? '',
      upTo: exporter.token(world.entries),
      ...(snapshot ? { snapshotAsOf: snapshot.asOf } : {}),
      story: storyOf(outage, vault?.people ?? []),
      ...(changed === undefined ? {} : { changed }),
    });
  };

  const wrote = async (made: ExportMade): Promise<void> => {
    await core.run((_world, { by }) => {
      const files = made.files.map(({ name, sha256, records }) => ({ name, sha256, records }));
      const payload = { format: made.format, files, upTo: made.token, ledgerHead: ports.ledger.headCode() };
      return ok([{ book: made.outage, subject: 'export', by, type: 'export.written', payload }]);
    });
  };

  return {
    async make({ format, since }) {
      const { world, signedIn } = state.get();
      if (!signedIn) return refuse({ code: 'not-signed-in' });
      const outage = currentOutage(world.outages);
      if (!outage) return refuse({ code: 'no-outage', message: 'there is no outage to export' });
      const input = inputOf(outage, since);
      if (!input.ok) return input;
      const { files, unmapped } = await exporter.build(format, input.value, ports.sha256, printerOf(core));
      const hashed = await Promise.all(
        files.map(async (file) => ({ ...file, sha256: await ports.sha256(file.bytes) })),
      );
      return ok({ format, outage: outage.id, files: hashed, unmapped, token: input.value.upTo });
    },
    async save(made) {
      const saved = await ports.files.saveFolder(made.files.map(({ name, bytes }) => ({ name, bytes })));
      if (saved.saved) await wrote(made);
      return ok({ saved: saved.saved });
    },
    wrote,
    lastToken(format) {
      const { world } = state.get();
      const outage = currentOutage(world.outages);
      for (const entry of world.entries.toReversed())
        if (
          entry.type === 'export.written' &&
          entry.payload.format === format &&
          (entry.book === outage?.id || entry.book === WORKSTATION_BOOK)
        )
          return entry.payload.upTo;
      return undefined;
    },
  };
}

/** The box's own print window, for exports that are pages. */
function printerOf({ ports, state }: Core): ExportPrinter {
  return {
    paper: state.get().settings.paper,
    async toPdf(pages, paper) {
      const { pdfs, overflow } = await ports.printing.toPdf({
        documents: [ports.paperEngine.document(pages, paper)],
        paper,
        tagged: true,
      });
      return { pdf: pdfs[0] ?? new Uint8Array(), overflow };
    },
  };
}

/** The event itself and the lines of its log. */
function storyOf(outage: OutageState, people: readonly Person[]): NonNullable<ExportInput['story']> {
  const name = (id: string | undefined): string => people.find((one) => one.id === id)?.name ?? 'Not named';
  return [
    { at: outage.since, what: `Downtime declared (${outage.kind})`, by: name(outage.declaredBy) },
    ...outage.log.map(({ occurredAt, text, by }) => ({ at: occurredAt, what: text, by: name(by) })),
    ...(outage.until === undefined
      ? []
      : [{ at: outage.until, what: 'Official all-clear: the EHR is back', by: name(outage.endedBy) }]),
  ];
}

/** Every tick of every role card of an outage, undone ones too. */
function checklistLines(core: Core, outage: string): readonly ChecklistLine[] {
  const { world, library } = core.state.get();
  return Object.values(world.runs.runs)
    .filter((run) => run.outage === outage)
    .flatMap((run) => {
      const card = library.checklists.find((one) => one.id === run.checklist);
      const texts = new Map(
        card?.phases.flatMap((phase) =>
          phase.steps.map((step) => [step.id, `${step.object} → ${step.action}`] as const),
        ),
      );
      return Object.entries(run.answers).flatMap(([key, answers]) => {
        const at = key.lastIndexOf('#');
        const step = key.slice(0, at);
        const text = texts.get(step);
        return answers.map((answer) => ({
          checklist: run.checklist,
          ward: run.ward,
          step,
          round: Number(key.slice(at + 1)),
          state: answer.state,
          by: answer.by,
          at: answer.at,
          ...(text === undefined ? {} : { text }),
          ...(answer.evidence === undefined ? {} : { evidence: answer.evidence }),
          ...(answer.reason === undefined ? {} : { reason: answer.reason }),
          ...(answer.undone === undefined ? {} : { undone: true }),
        }));
      });
    });
}
