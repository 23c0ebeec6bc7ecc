import { decodeText } from '../csv/decode-text';
import type { Place } from '../problem';
import type { Findings } from '../census/findings';
import { jsonFault } from './json-fault';
import { node, nodes, text, type FhirNode } from './node';

/** A resource with where it stood. */
export interface FoundResource {
  readonly type: string;
  readonly resource: FhirNode;
  readonly place: Place;
  readonly fullUrl?: string;
}

/** Resources of one file: a resource, a Bundle of any type, a JSON array, or NDJSON (one resource a line). */
export function readResources(
  file: { readonly name: string; readonly bytes: Uint8Array },
  findings: Findings,
): readonly FoundResource[] {
  const decoded = decodeText(file.bytes, file.name);
  if (!decoded.ok) {
    findings.refused.push(decoded.error);
    return [];
  }
  const content = decoded.value.text;
  if (/^\s*<(!doctype html|html|table|head|body|meta)\b/i.test(content)) {
    findings.refuse(
      'web-page',
      { file: file.name },
      'This is a web page (HTML), as some systems save under the name .xls. Save the list as CSV and import that.',
    );
    return [];
  }
  if (/^\s*</.test(content)) {
    findings.refuse('xml-not-read', { file: file.name }, 'This file is XML. Export FHIR as JSON or NDJSON.');
    return [];
  }
  const found: FoundResource[] = [];
  const lines = content.split(/\r\n|\r|\n/);
  const filled = lines.filter((line) => line.trim() !== '').length;
  const linewise =
    /\.ndjson$/i.test(file.name) ||
    (filled > 1 && lines.every((line) => line.trim() === '' || /^\s*\{.*\}\s*$/.test(line)));
  if (!linewise) {
    const whole = parseJson(content);
    if (whole.ok) collect(whole.value, { file: file.name }, '', undefined, found, findings, 0);
    else refuseJson(content, { file: file.name }, findings);
    return found;
  }
  lines.forEach((line, at) => {
    if (line.trim() === '') return;
    const place = { file: file.name, line: at + 1 };
    const one = parseJson(line);
    if (one.ok) collect(one.value, place, '', undefined, found, findings, 0);
    else refuseJson(line, place, findings);
  });
  return found;
}

function parseJson(content: string): { readonly ok: true; readonly value: unknown } | { readonly ok: false } {
  try {
    return { ok: true, value: JSON.parse(content) as unknown };
  } catch {
    return { ok: false };
  }
}

function refuseJson(content: string, place: Place, findings: Findings): void {
  const fault = jsonFault(content) ?? { line: 1, column: 1 };
  const line = place.line ?? fault.line;
  findings.refuse(
    'invalid-json',
    { file: place.file, line, column: fault.column },
    `Line ${line}, character ${fault.column}: this is not JSON. The record was left out; export it again.`,
  );
}

const NESTED_BUNDLES = 4;

function collect(
  value: unknown,
  place: Place,
  path: string,
  fullUrl: string | undefined,
  found: FoundResource[],
  findings: Findings,
  depth: number,
): void {
  const at: Place = path === '' ? place : { ...place, path };
  if (Array.isArray(value) && depth === 0) {
    value.forEach((one, index) => collect(one, place, `[${index}]`, undefined, found, findings, 1));
    return;
  }
  const resource = node(value);
  const type = text(resource, 'resourceType');
  if (resource === undefined || type === undefined) {
    findings.refuse('no-resource', at, 'This is no FHIR resource: it has no "resourceType".');
    return;
  }
  if (type !== 'Bundle') {
    found.push({ type, resource, place: at, ...(fullUrl === undefined ? {} : { fullUrl }) });
    return;
  }
  if (depth > NESTED_BUNDLES) {
    findings.refuse('too-deep', at, 'Bundles inside Bundles go too deep.');
    return;
  }
  // The Bundle itself tells when it was made.
  found.push({ type, resource: { ...resource, entry: [] }, place: at });
  nodes(resource, 'entry').forEach((entry, index) => {
    // An entry without a resource (a delete, a response) has nothing to read.
    if (entry['resource'] === undefined) return;
    collect(
      entry['resource'],
      place,
      `${path === '' ? '' : `${path}.`}entry[${index}].resource`,
      text(entry, 'fullUrl'),
      found,
      findings,
      depth + 1,
    );
  });
}
