import type { ExportFile, ExportInput, Unmapped } from './export-input';
import { perPatient, type Collected } from './collect-records';

/** One file with its hash, as the ledger and the manifest name it. */
export interface WrittenFile {
  readonly name: string;
  readonly sha256: string;
  readonly records: number;
  readonly bytes: number;
}

/** What was exported, by whom, when, to be checked by the receiver; holds no patient. */
export interface ExportManifest {
  readonly format: string;
  readonly app: string;
  readonly site: string;
  readonly workstation: string;
  readonly outage: ExportInput['outage'];
  readonly drill: boolean;
  /** Test messages: nothing of it is to be filed. */
  readonly test: boolean;
  /** Where it went, as far as it was known when it was made. */
  readonly exportedTo?: string;
  readonly exportedAt: string;
  readonly exportedBy: string;
  readonly ledgerHead: string;
  /** Give this as `--since` to get only what changed after this export. */
  readonly token: string;
  readonly onlyChanges: boolean;
  readonly files: readonly WrittenFile[];
  readonly counts: Readonly<Record<string, number>>;
  /** The same per patient, under the number of their file (001 …): no name, no MRN. */
  readonly perPatient: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly unmapped: readonly Unmapped[];
}

/** Name of the manifest in an export folder. */
export const MANIFEST_NAME = 'manifest.json';

/** Makes the manifest; hashing is handed in because it is asynchronous in a browser. */
export async function makeManifest(
  format: string,
  files: readonly ExportFile[],
  collected: Collected,
  unmapped: readonly Unmapped[],
  input: ExportInput,
  sha256: (bytes: Uint8Array) => Promise<string>,
): Promise<{ readonly manifest: ExportManifest; readonly bytes: Uint8Array }> {
  const hashed: WrittenFile[] = [];
  for (const { name, bytes, records } of files)
    hashed.push({ name, sha256: await sha256(bytes), records, bytes: bytes.length });
  const counts = { patients: collected.patients.length, ...countsOf(collected) };
  const perPatientCounts = Object.fromEntries(
    perPatient(collected).map(({ own }, at) => [String(at + 1).padStart(3, '0'), countsOf(own)]),
  );
  const manifest: ExportManifest = {
    format,
    app: `Downtime Box ${input.version}`,
    site: input.site,
    workstation: input.workstation,
    outage: input.outage,
    drill: input.outage.kind === 'drill',
    test: input.settings?.test === true,
    ...(input.to === undefined ? {} : { exportedTo: input.to }),
    exportedAt: input.exportedAt,
    exportedBy: input.exportedBy,
    ledgerHead: input.ledgerHead,
    token: input.upTo,
    onlyChanges: input.changed !== undefined,
    files: hashed,
    counts,
    perPatient: perPatientCounts,
    unmapped,
  };
  return { manifest, bytes: new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`) };
}

function countsOf({ forms, records }: Pick<Collected, 'forms' | 'records'>): Record<string, number> {
  const counts: Record<string, number> = { forms: forms.length };
  for (const { kind } of records) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
