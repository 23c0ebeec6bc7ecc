import { node, nodes, text, type FhirNode } from './node';
import type { FoundResource } from './read-resources';

/** Finds resources by reference: relative, absolute, urn:uuid, contained, by identifier. */
export interface ResourceIndex {
  readonly of: (type: string) => readonly FoundResource[];
  /** The resource a Reference points to, seen from the resource that holds it. */
  readonly resolve: (reference: unknown, holder: FhirNode) => FhirNode | undefined;
  /** The key of the patient a Reference points to: `keyOf` of that patient. */
  readonly patientKey: (reference: unknown, holder: FhirNode) => string | undefined;
}

/** One key per resource, whichever way it is referenced. */
export function keyOf(found: FoundResource): string {
  return `${found.type}/${text(found.resource, 'id') ?? found.fullUrl ?? `${found.place.file}:${found.place.line ?? ''}:${found.place.path ?? ''}`}`;
}

/** Prepares the lookup over all files of one import. */
export function indexResources(all: readonly FoundResource[]): ResourceIndex {
  const byType = new Map<string, FoundResource[]>();
  const byUrl = new Map<string, FoundResource>();
  const byIdentifier = new Map<string, FoundResource>();
  for (const found of all) {
    const list = byType.get(found.type);
    if (list === undefined) byType.set(found.type, [found]);
    else list.push(found);
    const id = text(found.resource, 'id');
    if (id !== undefined) byUrl.set(`${found.type}/${id}`, found);
    if (found.fullUrl !== undefined) byUrl.set(found.fullUrl, found);
    for (const identifier of nodes(found.resource, 'identifier')) {
      const value = text(identifier, 'value');
      if (value !== undefined) byIdentifier.set(`${found.type}|${text(identifier, 'system') ?? ''}|${value}`, found);
    }
  }
  const find = (reference: unknown): FoundResource | undefined => {
    const url = text(reference, 'reference') ?? (typeof reference === 'string' ? reference : undefined);
    if (url !== undefined) {
      const exact = byUrl.get(url);
      if (exact !== undefined) return exact;
      const relative = /([A-Z][A-Za-z]+\/[A-Za-z0-9.-]{1,64})(?:\/_history\/[^/]+)?$/.exec(url)?.[1];
      if (relative !== undefined) return byUrl.get(relative);
      const search = /^([A-Z][A-Za-z]+)\?identifier=([^|&]*)\|([^&]+)$/.exec(url);
      if (search !== null) return byIdentifier.get(`${search[1]}|${search[2]}|${search[3]}`);
    }
    const identifier = node(reference, 'identifier');
    const type = text(reference, 'type') ?? 'Patient';
    return identifier === undefined
      ? undefined
      : byIdentifier.get(`${type}|${text(identifier, 'system') ?? ''}|${text(identifier, 'value') ?? ''}`);
  };
  return {
    of: (type) => byType.get(type) ?? [],
    resolve: (reference, holder) => {
      const url = text(reference, 'reference');
      if (url?.startsWith('#')) return nodes(holder, 'contained').find((one) => text(one, 'id') === url.slice(1));
      return find(reference)?.resource;
    },
    patientKey: (reference) => {
      const found = find(reference);
      return found?.type === 'Patient' ? keyOf(found) : undefined;
    },
  };
}
