import { isInstant, toEpochMs } from '../../domain/basics/time';
import type { SnapshotObservation } from '../../domain/patient/patient';
import { codesOf, conceptText, hasCode, node, nodes, text, type FhirNode } from './node';
import { quantityText } from './read-medicines';

const COUNTED = ['final', 'amended', 'corrected', 'preliminary', 'registered', 'unknown'];

/** The newest value of every observation of one patient, and the code status when one is among them. */
export function readObservations(resources: readonly FhirNode[]): {
  readonly observations: readonly SnapshotObservation[];
  readonly codeStatus?: string;
} {
  const newest = new Map<string, SnapshotObservation>();
  let codeStatus: string | undefined;
  for (const resource of resources) {
    if (!COUNTED.includes(text(resource, 'status') ?? 'unknown')) continue;
    const one = readObservation(resource);
    if (one === undefined) continue;
    if (/\b(code status|resuscitation status)\b/i.test(one.name)) codeStatus = one.value;
    const key = one.loinc ?? one.name;
    const before = newest.get(key);
    if (before === undefined || timeOf(one) >= timeOf(before)) newest.set(key, one);
  }
  return { observations: [...newest.values()], ...(codeStatus === undefined ? {} : { codeStatus }) };
}

function timeOf(one: SnapshotObservation): number {
  return one.at === undefined ? 0 : toEpochMs(one.at);
}

function readObservation(resource: FhirNode): SnapshotObservation | undefined {
  const name = conceptText(resource['code']);
  if (name === undefined) return undefined;
  const loinc = loincOf(resource['code']);
  const time = [
    text(resource, 'effectiveDateTime'),
    text(resource, 'effectiveInstant'),
    text(resource, 'effectivePeriod', 'end'),
    text(resource, 'effectivePeriod', 'start'),
    text(resource, 'issued'),
  ].find((one) => one !== undefined && isInstant(one));
  const value = valueOf(resource) ?? componentsText(nodes(resource, 'component'));
  if (value === undefined) return undefined;
  return {
    name,
    value: value.text,
    ...(loinc === undefined ? {} : { loinc }),
    ...(value.unit === undefined ? {} : { unit: value.unit }),
    ...(time === undefined ? {} : { at: time }),
  };
}

function loincOf(code: unknown): string | undefined {
  return codesOf(code)
    .filter((one) => one.startsWith('http://loinc.org|') || one.startsWith('urn:oid:2.16.840.1.113883.6.1|'))
    .map((one) => one.slice(one.lastIndexOf('|') + 1))
    .find((one) => /^\d{1,5}-\d$/.test(one));
}

interface ValueText {
  readonly text: string;
  readonly unit?: string;
}

function valueOf(resource: FhirNode): ValueText | undefined {
  const quantity = node(resource, 'valueQuantity');
  const number = quantity?.['value'];
  if (typeof number === 'number' || typeof number === 'string') {
    const unit = text(quantity, 'unit') ?? text(quantity, 'code');
    return { text: `${text(quantity, 'comparator') ?? ''}${number}`, ...(unit === undefined ? {} : { unit }) };
  }
  const concept = conceptText(resource['valueCodeableConcept']);
  if (concept !== undefined) return { text: concept };
  for (const member of ['valueString', 'valueDateTime', 'valueTime'] as const) {
    const plain = text(resource, member);
    if (plain !== undefined) return { text: plain };
  }
  if (typeof resource['valueBoolean'] === 'boolean') return { text: resource['valueBoolean'] ? 'yes' : 'no' };
  if (typeof resource['valueInteger'] === 'number') return { text: String(resource['valueInteger']) };
  const range = node(resource, 'valueRange');
  const [low, high] = [quantityText(node(range, 'low')), quantityText(node(range, 'high'))];
  if (low !== undefined || high !== undefined) return { text: `${low ?? ''} - ${high ?? ''}`.trim() };
  const ratio = node(resource, 'valueRatio');
  const [upper, lower] = [quantityText(node(ratio, 'numerator')), quantityText(node(ratio, 'denominator'))];
  return upper === undefined ? undefined : { text: `${upper} / ${lower ?? '?'}` };
}

/** Blood pressure as "120/80"; other panels as a list of their parts. */
function componentsText(components: readonly FhirNode[]): ValueText | undefined {
  const part = (loinc: string): ValueText | undefined => {
    const found = components.find((one) => hasCode(one['code'], loinc));
    return found === undefined ? undefined : valueOf(found);
  };
  const [systolic, diastolic] = [part('8480-6'), part('8462-4')];
  if (systolic !== undefined && diastolic !== undefined)
    return {
      text: `${systolic.text}/${diastolic.text}`,
      ...(systolic.unit === undefined ? {} : { unit: systolic.unit }),
    };
  const parts = components.flatMap((one) => {
    const [name, value] = [conceptText(one['code']), valueOf(one)];
    return name === undefined || value === undefined
      ? []
      : [`${name} ${value.text}${value.unit === undefined ? '' : ` ${value.unit}`}`];
  });
  return parts.length === 0 ? undefined : { text: parts.join('; ') };
}
