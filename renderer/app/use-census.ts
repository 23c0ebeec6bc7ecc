import { type Result, ok, refuse } from '../domain/basics/result';
import type { Snapshot } from '../domain/patient/patient';
import type { CensusFile, CensusFormat, CensusReading } from '../exchange/census/census';
import type { ReadCensus } from './codec-ports';
import type { Core } from './core';
import { wardTimes } from './ward-clock';
import type { Refused } from './refusal';

export type {
  CensusColumn,
  CensusFile,
  CensusFormat,
  CensusQuestion,
  CensusReading,
  CensusTable,
} from '../exchange/census/census';

/** A reading with what it was read from, ready to be accepted. */
export interface CensusProposal {
  readonly reading: CensusReading;
  readonly source: string;
  readonly sha256: string;
  readonly known: Readonly<Record<string, string>>;
}

/** The snapshot before the outage: read, looked at, accepted. Needs a sign-in. */
export interface CensusUse {
  /** Asks for files by the system's dialog; an empty list when cancelled. */
  choose(): Promise<readonly CensusFile[]>;
  /** Reads files; nothing is kept. A mapping is what a person corrected. */
  read(input: {
    readonly files: readonly CensusFile[];
    readonly format?: CensusFormat;
    readonly mapping?: unknown;
    readonly asOf?: string;
  }): Promise<CensusProposal>;
  /** Replaces the snapshot whole (HL7 v2 updates it). Refused when nobody could be read: the last good one stays. */
  accept(
    proposal: CensusProposal,
  ): Promise<Result<{ readonly snapshot: string; readonly patients: number; readonly asOf: string }, Refused>>;
}

/** Makes the use-cases of the census. */
export function createCensusUse(core: Core, readCensus: ReadCensus): CensusUse {
  const { ports, state } = core;
  return {
    choose: () => ports.files.choose('census'),
    async read({ files, format, mapping, asOf }) {
      const { snapshot, vault, settings } = state.get();
      const known: Record<string, string> = { ...snapshot?.known };
      const idFor = (assigner: string, mrn: string): string => (known[`${assigner}|${mrn}`] ??= ports.ids.newId());
      const reading = readCensus({
        files,
        ...(format === undefined ? {} : { format }),
        ...(mapping === undefined ? {} : { mapping }),
        ...(asOf === undefined ? {} : { asOf }),
        remembered: settings.censusMappings,
        base: snapshot?.patients ?? [],
        siteDefaults: {
          now: ports.clock.now(),
          ...(vault?.ward === undefined ? {} : { ward: vault.ward }),
          assigner: vault?.site ?? 'site',
          idFor,
        },
      });
      const sums = await Promise.all(files.map((file) => ports.sha256(file.bytes)));
      const sha256 =
        sums.length === 1 ? (sums[0] ?? '') : await ports.sha256(new TextEncoder().encode(sums.join('\n')));
      const { asOf: readAsOf, patients } = reading;
      const now = ports.clock.now();
      const onWard = { ...reading, asOf: wardTimes(readAsOf, now), patients: wardTimes(patients, now) };
      return { reading: onWard, source: files.map((file) => file.name).join(', '), sha256, known };
    },
    async accept({ reading, source, sha256, known }) {
      if (state.get().signedIn === null) return refuse({ code: 'not-signed-in' });
      if (reading.patients.length === 0)
        return refuse({ code: 'nobody-read', message: 'no patient could be read; the last snapshot stays' });
      const snapshot: Snapshot = {
        id: ports.ids.newId(),
        asOf: reading.asOf,
        importedAt: ports.clock.now(),
        source,
        patients: reading.patients,
        known,
      };
      await ports.snapshots.replace(snapshot);
      await core.run((_world, { by }) =>
        ok([
          {
            book: 'workstation',
            subject: snapshot.id,
            by,
            type: 'snapshot.imported',
            payload: {
              snapshot: snapshot.id,
              asOf: snapshot.asOf,
              source,
              format: reading.format,
              read: reading.read,
              patients: reading.patients.length,
              refused: reading.refused.length,
              sha256,
            },
          },
        ]),
      );
      await remember(core, reading);
      core.patch({ snapshot });
      return ok({ snapshot: snapshot.id, patients: snapshot.patients.length, asOf: snapshot.asOf });
    },
  };
}

/** The column mappings that just worked are offered again for the same header; they hold no patient. */
async function remember(core: Core, { tables }: CensusReading): Promise<void> {
  if (tables.length === 0) return;
  const censusMappings = { ...core.state.get().settings.censusMappings };
  for (const { fingerprint, remember: mapping } of tables) censusMappings[fingerprint] = mapping;
  await core.ports.settings.write({ censusMappings });
  core.patch({ settings: { ...core.state.get().settings, censusMappings } });
}
