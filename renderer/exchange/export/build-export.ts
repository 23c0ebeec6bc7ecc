import { collectRecords } from './collect-records';
import type { ExportFile, ExportInput, ExportResult, Unmapped } from './export-input';
import { makeManifest, MANIFEST_NAME, type ExportManifest } from './manifest';
import { writeFhir } from './write-fhir';
import { writeHl7Files } from './write-hl7';
import { writeNdjson } from './write-ndjson';
import { NO_PRINTER, writePdf, type ExportPrinter } from './write-pdf';
import { writeCsvFiles, writeXlsx } from './write-tables';
import type { Collected } from './collect-records';

/** The formats this module writes. */
export const EXPORT_FORMATS = ['fhir', 'ndjson', 'hl7v2', 'csv', 'xlsx', 'pdf'] as const;

/** A format this module writes. */
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** A finished export: the files, the manifest among them. */
export interface BuiltExport {
  readonly files: readonly ExportFile[];
  readonly manifest: ExportManifest;
  readonly unmapped: readonly Unmapped[];
}

const WRITERS: Readonly<
  Record<
    ExportFormat,
    (collected: Collected, input: ExportInput, printer: ExportPrinter) => ExportResult | Promise<ExportResult>
  >
> = {
  fhir: writeFhir,
  ndjson: writeNdjson,
  hl7v2: writeHl7Files,
  csv: writeCsvFiles,
  xlsx: writeXlsx,
  pdf: writePdf,
};

/** Makes the files of one outage in one format, with manifest.json last. */
export async function buildExport(
  format: ExportFormat,
  input: ExportInput,
  sha256: (bytes: Uint8Array) => Promise<string>,
  printer: ExportPrinter = NO_PRINTER,
): Promise<BuiltExport> {
  const collected = collectRecords(input);
  const { files, unmapped } = await WRITERS[format](collected, input, printer);
  const { manifest, bytes } = await makeManifest(format, files, collected, unmapped, input, sha256);
  return { files: [...files, { name: MANIFEST_NAME, bytes, records: files.length }], manifest, unmapped };
}
