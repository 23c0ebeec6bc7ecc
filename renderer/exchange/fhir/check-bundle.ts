import { checkResource, type FoundReference, type ResourceFault } from './check-resource';

/** A bundle to be checked; entries as they would be written. */
interface BundleLike {
  readonly resourceType: 'Bundle';
  readonly type?: unknown;
  readonly entry?: readonly unknown[];
}

/** Checks a bundle and all in it: structure, unique full URLs, requests, references that resolve to the right type. */
export function checkBundle(bundle: BundleLike): readonly ResourceFault[] {
  const { faults, references } = checkResource(bundle);
  const found: ResourceFault[] = [...faults];
  const fault = (path: string, code: ResourceFault['code'], message: string): void =>
    void found.push({ path, code, message });
  const types = new Map<string, string>();
  const entries = Array.isArray(bundle.entry) ? (bundle.entry as readonly unknown[]) : [];
  const needsRequest = ['transaction', 'batch', 'history'].includes(String(bundle.type));
  entries.forEach((one, at) => {
    const entry = asObject(one);
    const resource = asObject(entry['resource']);
    const path = `entry[${at}]`;
    const url = entry['fullUrl'];
    const type = resource['resourceType'];
    if (typeof url === 'string') {
      if (types.has(url)) fault(`${path}.fullUrl`, 'invariant', 'bdl-7: two entries have the same fullUrl');
      if (/\/_history\//.test(url)) fault(`${path}.fullUrl`, 'invariant', 'bdl-8: fullUrl must not name a version');
      types.set(url, typeof type === 'string' ? type : '');
    }
    if (needsRequest && entry['request'] === undefined)
      fault(path, 'invariant', 'bdl-3: an entry of this bundle needs a request');
    if (!needsRequest && entry['request'] !== undefined)
      fault(`${path}.request`, 'invariant', 'bdl-3: a request stands only in a transaction, batch or history');
    if (entry['resource'] === undefined && entry['request'] === undefined && entry['response'] === undefined)
      fault(path, 'invariant', 'bdl-5: an entry must hold something');
    const id = resource['id'];
    if (typeof id === 'string' && typeof type === 'string') types.set(`${type}/${id}`, type);
  });
  for (const reference of references) checkReference(reference, types, entries, fault);
  return found;
}

function checkReference(
  { path, reference, targets }: FoundReference,
  types: ReadonlyMap<string, string>,
  entries: readonly unknown[],
  fault: (path: string, code: ResourceFault['code'], message: string) => void,
): void {
  let type: string | undefined;
  if (reference.startsWith('#')) {
    const at = Number(/^entry\[(\d+)\]/.exec(path)?.[1] ?? -1);
    const contained = asObject(asObject(entries[at])['resource'])['contained'];
    const inside = (Array.isArray(contained) ? contained : [])
      .map(asObject)
      .find((one) => one['id'] === reference.slice(1));
    if (inside === undefined) return fault(path, 'reference', 'points to nothing contained here');
    type = String(inside['resourceType']);
  } else if (reference.startsWith('urn:')) {
    type = types.get(reference);
    if (type === undefined) return fault(path, 'reference', 'points to nothing in this bundle');
  } else
    type =
      /(?:^|\/)([A-Z][A-Za-z]+)\/[A-Za-z0-9\-.]{1,64}(?:\/_history\/[^/]+)?$/.exec(reference)?.[1] ??
      /^([A-Z][A-Za-z]+)\?/.exec(reference)?.[1];
  if (type !== undefined && targets.length > 0 && !targets.includes(type))
    fault(path, 'reference', `points to ${type}, but must point to ${targets.join(' or ')}`);
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : {};
}
