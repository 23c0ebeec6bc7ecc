import type { BundleEntry } from './fhir-types';
import type { Collected } from './collect-records';
import { patientDocuments } from './documents';
import type { ExportFile, ExportInput, ExportResult, Unmapped } from './export-input';
import { wordsWithoutCode } from './site-codes';
import { checkedPatients } from './write-fhir';
import type { ExportPrinter } from './write-pdf';

/** FHIR R4 as NDJSON, one file per type as in bulk data: each resource with an id, references by type and id. */
export async function writeNdjson(
  collected: Collected,
  input: ExportInput,
  printer: ExportPrinter,
): Promise<ExportResult> {
  const unmapped: Unmapped[] = [...collected.unmapped, ...wordsWithoutCode(collected, input)];
  const documents = await patientDocuments(collected, input, printer, unmapped);
  const encoder = new TextEncoder();
  const byType = new Map<string, { chunks: Uint8Array[]; records: number }>();
  for (const { entries } of checkedPatients(collected, input, documents, unmapped))
    for (const [type, lines] of ndjsonLines(entries)) {
      const file = byType.get(type) ?? { chunks: [], records: 0 };
      file.chunks.push(encoder.encode(lines.join('')));
      file.records += lines.length;
      byType.set(type, file);
    }
  const files = [...byType].map(([type, { chunks, records }]): ExportFile => ({
    name: `${type}.ndjson`,
    bytes: joined(chunks),
    records,
  }));
  return { files, unmapped };
}

/** The lines of one patient by resource type. */
export function ndjsonLines(entries: readonly BundleEntry[]): ReadonlyMap<string, readonly string[]> {
  const types = new Map(entries.map(({ fullUrl, resource }) => [fullUrl, resource.resourceType]));
  const lines = new Map<string, string[]>();
  for (const { fullUrl, resource } of entries) {
    const own = lines.get(resource.resourceType) ?? [];
    lines.set(resource.resourceType, own);
    const withId = { ...resource, id: fullUrl.slice('urn:uuid:'.length) };
    own.push(
      `${JSON.stringify(withId, (name, value: unknown) => {
        const type = name === 'reference' && typeof value === 'string' ? types.get(value) : undefined;
        return type === undefined ? value : `${type}/${String(value).slice('urn:uuid:'.length)}`;
      })}\n`,
    );
  }
  return lines;
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    out.set(chunk, at);
    at += chunk.length;
  }
  return out;
}
