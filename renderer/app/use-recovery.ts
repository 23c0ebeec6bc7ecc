import { type Result, ok, refuse } from '../domain/basics/result';
import { WORKSTATION_BOOK } from '../domain/ledger/entry';
import { wardBoard } from '../domain/patient/projection';
import { displayName } from '../domain/patient/names';
import type { ExportFile } from '../exchange/export/export-input';
import type { ReadJournal, Recovered } from './backup-port';
import { CLOSED_BOX } from './box-state';
import { type BoxPorts, createCore, refusedBy } from './core';
import type { Library } from './library';
import { createLive } from './live';
import { NOBODY } from '../domain/ledger/entry';
import type { Refused } from './refusal';
import { createExportUse } from './use-export';
import { createPatientUse } from './use-patients';
import { createReconcileUse } from './use-reconcile';
import { createTrackingUse } from './use-tracking';
import { foldWorld } from './world';

/** What recovery brought out. */
export interface RecoveredRecords {
  readonly vault: string;
  readonly entries: number;
  readonly outages: number;
  readonly patients: number;
  readonly unreadable: Recovered['unreadable'];
  /** Tables as CSV: all records, and a folder for each outage. They hold patients in plain text. */
  readonly files: readonly ExportFile[];
}

/** Reads a journal when the app itself will not start. Needs nothing of this PC: no database, no vault, no sign-in. */
export interface RecoveryUse {
  read(input: Parameters<ReadJournal>[0]): Promise<Result<RecoveredRecords, Refused>>;
}

/** Makes the use-case of recovery. */
export function createRecoveryUse(ports: BoxPorts, loadLibrary: () => Promise<Library>): RecoveryUse {
  return {
    async read(input) {
      const read = await ports.readJournal(input);
      if (!read.ok) return refuse(refusedBy(read.error));
      const recovered = read.value;
      const library = await loadLibrary();
      const { events } = foldWorld(recovered.entries).outages;
      const tables = ports.recordTables({ ...recovered, patientOf: patientsOf(recovered) });
      const files = [...tables];
      for (const [index, outage] of events.entries()) {
        const folder = `outage-${index + 1}-${outage.since.slice(0, 10)}`;
        const made = await exportOf(ports, recovered, library, outage.id);
        files.push(...made.map((file) => ({ ...file, name: `${folder}/${file.name}` })));
      }
      return ok({
        vault: recovered.vault,
        entries: recovered.entries.length,
        outages: events.length,
        patients: recovered.snapshot?.patients.length ?? 0,
        unreadable: recovered.unreadable,
        files,
      });
    },
  };
}

/** The tables of one outage, made by the same use-case that exports a running one. */
async function exportOf(
  ports: BoxPorts,
  recovered: Recovered,
  library: Library,
  outage: string,
): Promise<readonly ExportFile[]> {
  const entries = recovered.entries.filter(({ book }) => book === outage || book === WORKSTATION_BOOK);
  const { site, ward, workstation, people, snapshot, vault } = recovered;
  const reader = { id: NOBODY, name: 'recovery', role: 'other', hasPin: false } as const;
  const state = createLive({
    ...CLOSED_BOX,
    stage: 'running' as const,
    library,
    vault: {
      exists: true,
      vaultId: vault,
      site,
      ward,
      workstation,
      people,
      unlocked: true,
      keyring: '',
      keyringSafe: true,
    },
    signedIn: { person: reader, with: 'batch' as const, since: ports.clock.now() },
    shell: await ports.shellInfo(),
    snapshot: snapshot ?? null,
    world: foldWorld(entries),
  });
  const core = createCore(ports, state, () => NOBODY);
  const { board } = createPatientUse(core);
  const { view } = createReconcileUse(core, { board, tracking: createTrackingUse(core) });
  const exports = createExportUse(core, ports.exporter, board, view);
  const made = await exports.make({ format: 'csv' });
  return made.ok ? made.value.files : [];
}

function patientsOf({
  entries,
  snapshot,
}: Recovered): (id: string) => { readonly name: string; readonly number: string } | undefined {
  const world = foldWorld(entries);
  const known = new Map<string, { readonly name: string; readonly number: string }>();
  for (const outage of [undefined, ...world.outages.events.map(({ id }) => id)])
    for (const patient of wardBoard(world.patients, snapshot, outage))
      known.set(patient.id, { name: displayName(patient), number: patient.mrn ?? patient.downtimeNumber ?? '' });
  return (id) => known.get(id);
}
