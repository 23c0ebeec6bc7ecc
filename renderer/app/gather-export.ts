import { type Result, ok, refuse } from '../domain/basics/result';
import type { Entry } from '../domain/ledger/entry';
import type { OutageState } from '../domain/outage/outage';
import type { BoardPatient } from '../domain/patient/board';
import type { Reconciliation } from '../domain/reconciliation/queue';
import type { ExportSettings } from '../domain/workstation/export-settings';
import type { ChecklistLine, ExportForm, ExportInput, WithdrawnMove } from '../exchange/export/export-input';
import type { ExportPrinter } from '../exchange/export/write-pdf';
import type { BoxState } from './box-state';
import type { Exporter } from './codec-ports';
import type { Core } from './core';
import { formOf } from './library';
import type { Person } from './ports';
import type { Refused } from './refusal';

/** What an export is about. */
export interface ExportScope {
  readonly outage: OutageState;
  readonly since?: string;
  /** Laid over what the site has set. */
  readonly settings?: ExportSettings;
  readonly to?: string;
}

/** Everything an export is made of, as it stands now. */
export function gatherExport(
  { ports, state }: Core,
  exporter: Exporter,
  { outage, since, settings, to }: ExportScope,
  board: readonly BoardPatient[],
  reconciliation: Reconciliation | undefined,
): Result<ExportInput, Refused> {
  const { world, library, vault, shell, signedIn, snapshot } = state.get();
  const changed = since === undefined ? undefined : exporter.changedSince(world.entries, since);
  if (since !== undefined && changed === undefined)
    return refuse({ code: 'bad-token', where: '--since', message: 'this is no token of an earlier export' });
  const forms = [...world.forms.bySerial.values()].filter((form) => form.book === outage.id);
  const { id, kind, ward, since: from, until } = outage;
  return ok({
    outage: { id, kind, ward, since: from, ...(until === undefined ? {} : { until }) },
    patients: board,
    forms: forms.map((signed): ExportForm => {
      const definition = formOf(library, signed.form, signed.version);
      return { signed, ...(definition ? { definition } : {}) };
    }),
    backEntry: reconciliation?.items ?? [],
    checklists: checklistLines({ world, library }, outage.id),
    people: vault?.people ?? [],
    site: vault?.site ?? '',
    workstation: vault?.workstation ?? '',
    version: shell?.version ?? '',
    ledgerHead: ports.ledger.headCode(),
    exportedAt: ports.clock.now(),
    exportedBy: signedIn?.person.name ?? '',
    upTo: exporter.token(world.entries),
    settings: { ...exportSettingsOf(world.entries), ...settings },
    withdrawnMoves: withdrawnMoves(world.entries, outage.id),
    ...(snapshot ? { snapshotAsOf: snapshot.asOf } : {}),
    story: storyOf(outage, vault?.people ?? []),
    ...(to === undefined ? {} : { to }),
    ...(changed === undefined ? {} : { changed }),
  });
}

/** What the site has set; the last word counts. */
export function exportSettingsOf(entries: readonly Entry[]): ExportSettings {
  const last = entries.findLast((entry) => entry.type === 'export.configured');
  return last?.type === 'export.configured' ? last.payload.settings : {};
}

/**
 * Movements that were corrected after something had gone out. What nobody was told needs no taking back: a receiver
 * refuses to cancel what it does not know.
 */
function withdrawnMoves(entries: readonly Entry[], book: string): readonly WithdrawnMove[] {
  const moves = new Map<string, { readonly entry: Entry; readonly at: number }>();
  const withdrawn: WithdrawnMove[] = [];
  let lastTold = -1;
  entries.forEach((entry, at) => {
    if (entry.book !== book) return;
    if (entry.type === 'message.sent' && entry.payload.answer === 'accepted') lastTold = at;
    if (entry.type === 'export.written' && ['hl7v2', 'mllp'].includes(entry.payload.format)) lastTold = at;
    if (entry.type !== 'patient.moved') return;
    const before = entry.corrects === undefined ? undefined : moves.get(entry.corrects);
    const replaced = before?.entry;
    if (before !== undefined && replaced?.type === 'patient.moved' && before.at < lastTold) {
      const move = { entry: replaced.id, ...replaced.payload, by: replaced.by, at: replaced.at };
      withdrawn.push({ patient: entry.subject, move, at: entry.at, by: entry.by });
    }
    moves.set(entry.id, { entry, at });
  });
  return withdrawn;
}

/** The box's own print window, for exports that are or hold pages. */
export function exportPrinter({ ports, state }: Core): ExportPrinter {
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
function checklistLines(
  { world, library }: Pick<BoxState, 'world' | 'library'>,
  outage: string,
): readonly ChecklistLine[] {
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
