import { checkCoding, checkUnit } from './check-codes';
import { checkPrimitive } from './check-primitive';
import { CODE_LISTS } from './code-lists';
import { elementsOf, isKnownResource, type ElementDefinition } from './definitions';

/** One fault of a resource. `path` is a JSON path such as `entry[2].resource.status`. */
export interface ResourceFault {
  readonly path: string;
  readonly code:
    | 'unknown-type'
    | 'unknown-element'
    | 'missing'
    | 'wrong-shape'
    | 'wrong-value'
    | 'wrong-code'
    | 'empty'
    | 'two-values'
    | 'invariant'
    | 'reference';
  readonly message: string;
}

type Report = (path: string, code: ResourceFault['code'], message: string) => void;

/** A reference found on the way, with the types it may point to. */
export interface FoundReference {
  readonly path: string;
  readonly reference: string;
  readonly targets: readonly string[];
}

/**
 * Checks the structure of one resource of a type we write: members, number, types, dates, required codes, empty nodes,
 * LOINC check digits, UCUM units, and the invariants of the specification that can be said in a line.
 */
export function checkResource(
  resource: unknown,
  path = '',
): { readonly faults: readonly ResourceFault[]; readonly references: readonly FoundReference[] } {
  const faults: ResourceFault[] = [];
  const references: FoundReference[] = [];
  const report: Report = (at, code, message) => void faults.push({ path: at, code, message });
  walkResource(resource, path, { report, references, depth: 0 });
  return { faults, references };
}

interface Walk {
  readonly report: Report;
  readonly references: FoundReference[];
  readonly depth: number;
}

function walkResource(resource: unknown, path: string, walk: Walk): void {
  if (!isObject(resource)) return walk.report(path, 'wrong-shape', 'must be a resource');
  const type = resource['resourceType'];
  if (typeof type !== 'string' || !isKnownResource(type))
    return walk.report(join(path, 'resourceType'), 'unknown-type', 'is no resource type we know');
  walkObject(resource, type, path, walk);
  checkResourceInvariants(type, resource, path, walk.report);
}

function walkObject(value: Readonly<Record<string, unknown>>, type: string, path: string, walk: Walk): void {
  const elements = elementsOf(type);
  if (elements === undefined) return walk.report(path, 'unknown-type', `type ${type} is not known`);
  if (walk.depth > 60) return walk.report(path, 'wrong-shape', 'is nested too deeply');
  const deeper = { ...walk, depth: walk.depth + 1 };
  const known = new Set<string>(['resourceType']);
  for (const element of elements) {
    const present = membersOf(element, value);
    for (const member of present) known.add(member.name);
    if (present.length > 1)
      walk.report(join(path, element.name), 'two-values', `${element.name}[x] may stand once only`);
    if (present.length === 0 && element.required)
      walk.report(join(path, element.name), 'missing', `${element.name} is required`);
    for (const { name, type: one } of present) walkMember(value[name], element, one, join(path, name), deeper);
  }
  for (const name of Object.keys(value)) {
    if (known.has(name) || (name.startsWith('_') && known.has(name.slice(1)))) continue;
    walk.report(join(path, name), 'unknown-element', `${type} has no element "${name}"`);
  }
  if (Object.keys(value).length === 0) walk.report(path, 'empty', 'must not be empty');
  checkTypeInvariants(type, value, path, walk.report);
}

type ElementType = ElementDefinition['types'][number];

function membersOf(
  element: ElementDefinition,
  value: Readonly<Record<string, unknown>>,
): readonly { name: string; type: ElementType }[] {
  if (!element.choice)
    return value[element.name] === undefined
      ? []
      : element.types.slice(0, 1).map((type) => ({ name: element.name, type }));
  return element.types
    .map((type) => ({ name: `${element.name}${type.type.charAt(0).toUpperCase()}${type.type.slice(1)}`, type }))
    .filter(({ name }) => value[name] !== undefined);
}

function walkMember(value: unknown, element: ElementDefinition, type: ElementType, path: string, walk: Walk): void {
  if (value === null) return walk.report(path, 'empty', 'must not be null');
  if (element.list !== Array.isArray(value))
    return walk.report(path, 'wrong-shape', element.list ? 'must be a list' : 'must not be a list');
  if (!Array.isArray(value)) return walkValue(value, type, path, walk);
  if (value.length === 0) walk.report(path, 'empty', 'must not be an empty list');
  value.forEach((one, at) =>
    one === null
      ? walk.report(`${path}[${at}]`, 'empty', 'must not be null')
      : walkValue(one, type, `${path}[${at}]`, walk),
  );
}

function walkValue(value: unknown, { type, targets, binding }: ElementType, path: string, walk: Walk): void {
  const { primitive, problem } = checkPrimitive(type, value);
  if (problem !== undefined)
    return walk.report(path, typeof value === 'string' && value.trim() === '' ? 'empty' : 'wrong-value', problem);
  if (primitive) {
    if (binding !== undefined && !(CODE_LISTS[binding] ?? []).includes(value as string))
      walk.report(path, 'wrong-code', `is not one of ${(CODE_LISTS[binding] ?? []).join(', ')}`);
    return;
  }
  if (!isObject(value)) return walk.report(path, 'wrong-shape', 'must be an object');
  if (type === 'Resource') return walkResource(value, path, { ...walk, depth: walk.depth + 1 });
  if (type === 'Extension') return walkExtension(value, path, walk);
  if (type === 'Any') return;
  if (type === 'Reference' && typeof value['reference'] === 'string')
    walk.references.push({ path: join(path, 'reference'), reference: value['reference'], targets });
  walkObject(value, type, path, walk);
}

/** An extension: a url, and either a value of any type or extensions. */
function walkExtension(value: Readonly<Record<string, unknown>>, path: string, walk: Walk): void {
  const values = Object.keys(value).filter((name) => name.startsWith('value'));
  if (typeof value['url'] !== 'string' || value['url'].trim() === '')
    walk.report(join(path, 'url'), 'missing', 'an extension needs its url');
  if (values.length > 1) walk.report(join(path, 'value[x]'), 'two-values', 'an extension has one value');
  const nested = value['extension'];
  if ((values.length === 1) === Array.isArray(nested))
    walk.report(path, 'invariant', 'ext-1: an extension has either a value or extensions');
  for (const name of values)
    if (value[name] === null || value[name] === '') walk.report(join(path, name), 'empty', 'must not be empty');
  if (Array.isArray(nested))
    nested.forEach((one, at) =>
      isObject(one)
        ? walkExtension(one, `${path}.extension[${at}]`, walk)
        : walk.report(`${path}.extension[${at}]`, 'wrong-shape', 'must be an object'),
    );
}

function checkTypeInvariants(
  type: string,
  value: Readonly<Record<string, unknown>>,
  path: string,
  report: Report,
): void {
  if (type === 'Quantity' || type === 'Duration' || type === 'Age') {
    if (value['code'] !== undefined && value['system'] === undefined)
      report(path, 'invariant', 'qty-3: a unit code needs its system');
    const problem = checkUnit(value['system'], value['code']);
    if (problem !== undefined) report(join(path, 'code'), 'wrong-code', problem);
  }
  if (type === 'Coding') {
    const problem = checkCoding(value['system'], value['code']);
    if (problem !== undefined) report(join(path, 'code'), 'wrong-code', problem);
  }
  if (
    type === 'Period' &&
    typeof value['start'] === 'string' &&
    typeof value['end'] === 'string' &&
    Date.parse(value['start']) > Date.parse(value['end'])
  )
    report(path, 'invariant', 'per-1: the end lies before the start');
  if (type === 'Observation.component') oneOfValueAndReason(value, path, report);
  if (
    type === 'Reference' &&
    value['reference'] === undefined &&
    value['identifier'] === undefined &&
    value['display'] === undefined &&
    value['extension'] === undefined
  )
    report(path, 'empty', 'a reference must say something');
  if (
    type === 'MedicationAdministration.dosage' &&
    value['dose'] === undefined &&
    value['rateRatio'] === undefined &&
    value['rateQuantity'] === undefined
  )
    report(path, 'invariant', 'mad-1: a dosage needs a dose or a rate');
}

function checkResourceInvariants(
  type: string,
  value: Readonly<Record<string, unknown>>,
  path: string,
  report: Report,
): void {
  if (type === 'Observation') oneOfValueAndReason(value, path, report);
  if (type === 'AllergyIntolerance') {
    const verification = JSON.stringify(value['verificationStatus'] ?? '');
    const isError = verification.includes('"entered-in-error"');
    if (!isError && value['clinicalStatus'] === undefined)
      report(join(path, 'clinicalStatus'), 'invariant', 'ait-1: a clinical status is needed unless entered in error');
    if (isError && value['clinicalStatus'] !== undefined)
      report(join(path, 'clinicalStatus'), 'invariant', 'ait-2: no clinical status beside entered in error');
  }
}

function oneOfValueAndReason(value: Readonly<Record<string, unknown>>, path: string, report: Report): void {
  const hasValue = Object.keys(value).some((name) => /^value[A-Z]/.test(name));
  if (hasValue && value['dataAbsentReason'] !== undefined)
    report(
      join(path, 'dataAbsentReason'),
      'invariant',
      'obs-6: a value and the reason for its absence exclude each other',
    );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
