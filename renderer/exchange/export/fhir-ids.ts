import type { BundleEntry, FhirResource, Identifier, Reference } from './fhir-types';
import type { BoardPatient } from '../../domain/patient/board';
import type { ExportSettings } from './export-input';
import type { Author } from './records';
import { tidyResource } from './tidy-resource';

const BASE = 'https://downtime-box.invalid/fhir';

/** Identifier systems of what we number ourselves. */
export const SYSTEMS = {
  mrn: `${BASE}/sid/mrn`,
  downtimeNumber: `${BASE}/sid/downtime-number`,
  visit: `${BASE}/sid/visit`,
  record: `${BASE}/sid/record`,
  serial: `${BASE}/sid/form-serial`,
  person: `${BASE}/sid/person`,
  workstation: `${BASE}/sid/workstation`,
  ward: `${BASE}/sid/ward`,
} as const;

/** A UUID that is always the same for the same key, so that a second export names the same resources. */
export function stableUuid(key: string): string {
  let [a, b, c, d] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 0xdeadbeef];
  for (let at = 0; at < key.length; at++) {
    const code = key.charCodeAt(at);
    a = b ^ Math.imul(a ^ code, 0x9e3779b1);
    b = c ^ Math.imul(b ^ code, 0x85ebca77);
    c = d ^ Math.imul(c ^ code, 0xc2b2ae3d);
    d = a ^ Math.imul(d ^ code, 0x27d4eb2f);
  }
  a = Math.imul(c ^ (a >>> 18), 0x9e3779b1);
  b = Math.imul(d ^ (b >>> 22), 0x85ebca77);
  c = Math.imul(a ^ (c >>> 17), 0xc2b2ae3d);
  d = Math.imul(b ^ (d >>> 19), 0x27d4eb2f);
  const hex = [a ^ b ^ c ^ d, b ^ a, c ^ a, d ^ a].map((part) => (part >>> 0).toString(16).padStart(8, '0')).join('');
  // Version 8 (RFC 9562): bits of our own making.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** A resource's place inside the bundle. */
export function urn(key: string): string {
  return `urn:uuid:${stableUuid(key)}`;
}

/**
 * An entry of a transaction. New facts are created unless the server knows the identifier; corrected and withdrawn
 * ones replace what it knows. Either way sending twice makes nothing twice.
 */
export function entry(
  untidy: FhirResource,
  key: string,
  identifier: Identifier,
  how: 'create' | 'replace' = 'create',
): BundleEntry {
  const resource = tidyResource(untidy);
  const search = `identifier=${encodeURIComponent(identifier.system ?? '')}|${encodeURIComponent(identifier.value ?? '')}`;
  const type = resource.resourceType;
  return {
    fullUrl: urn(key),
    resource,
    request:
      how === 'create'
        ? { method: 'POST', url: type, ifNoneExist: search }
        : { method: 'PUT', url: `${type}?${search}` },
  };
}

/** A ward by its name: the receiver knows its own places, none is created there. */
export function wardReference(ward: string): Reference {
  return { type: 'Location', identifier: { system: SYSTEMS.ward, value: ward }, display: `Ward ${ward}` };
}

/** Identifier of a record of ours. */
export function recordIdentifier(key: string): Identifier {
  return { system: SYSTEMS.record, value: key };
}

/** The identifiers of a patient, the MRN first; one without an MRN is known by the downtime number. */
export function patientIdentifiers(patient: BoardPatient, settings: ExportSettings | undefined): readonly Identifier[] {
  const identifiers: Identifier[] = [];
  if (patient.mrn !== undefined)
    identifiers.push({
      use: 'usual',
      type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code: 'MR' }] },
      system: settings?.mrnSystem ?? SYSTEMS.mrn,
      value: patient.mrn,
    });
  if (patient.downtimeNumber !== undefined)
    identifiers.push({ use: 'temp', system: SYSTEMS.downtimeNumber, value: patient.downtimeNumber });
  if (identifiers.length === 0) identifiers.push({ use: 'temp', system: SYSTEMS.record, value: patient.id });
  return identifiers;
}

/** Who did it, by our own number and name: the receiving site maps people. */
export function personReference(author: Author): Reference {
  return {
    ...(author.id === '' || author.id === '-' ? {} : { identifier: { system: SYSTEMS.person, value: author.id } }),
    display: `${author.name} (${author.role})`,
  };
}
