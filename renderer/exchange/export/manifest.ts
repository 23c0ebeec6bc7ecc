import type { ExportFile, ExportInput, Unmapped } from './export-input';
import type { Collected } from './collect-records';

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
  readonly exportedAt: string;
  readonly exportedBy: string;
  readonly ledgerHead: string;
  /** Give this as `--since` to get only what changed after this export. */
  readonly token: string;
  readonly onlyChanges: boolean;
  readonly files: readonly WrittenFile[];
  readonly counts: Readonly<Record<string, number>>;
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
  const counts: Record<string, number> = { patients: collected.patients.length, forms: collected.forms.length };
  for (const { kind } of collected.records) counts[kind] = (counts[kind] ?? 0) + 1;
  const manifest: ExportManifest = {
    format,
    app: `Downtime Box ${input.version}`,
    site: input.site,
    workstation: input.workstation,
    outage: input.outage,
    drill: input.outage.kind === 'drill',
    exportedAt: input.exportedAt,
    exportedBy: input.exportedBy,
    ledgerHead: input.ledgerHead,
    token: input.upTo,
    onlyChanges: input.changed !== undefined,
    files: hashed,
    counts,
    unmapped,
  };
  return { manifest, bytes: new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`) };
}
