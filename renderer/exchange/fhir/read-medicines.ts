import type { Instant } from '../../domain/basics/time';
import { isInstant } from '../../domain/basics/time';
import type { SnapshotMedicine } from '../../domain/patient/patient';
import { conceptText, node, nodes, text, type FhirNode } from './node';
import type { ResourceIndex } from './resource-index';

/** Medicines of one patient out of orders, statements and administrations. */
export function readMedicines(
  requests: readonly FhirNode[],
  statements: readonly FhirNode[],
  administrations: readonly FhirNode[],
  index: ResourceIndex,
): readonly SnapshotMedicine[] {
  const medicines: SnapshotMedicine[] = [];
  const add = (medicine: SnapshotMedicine | undefined): void => {
    if (
      medicine !== undefined &&
      !medicines.some(
        (one) => one.name === medicine.name && one.dose === medicine.dose && one.frequency === medicine.frequency,
      )
    )
      medicines.push(medicine);
  };
  const given = lastGiven(administrations, index);
  for (const request of requests) {
    const active =
      text(request, 'status') === 'active' ||
      text(request, 'status') === 'on-hold' ||
      text(request, 'status') === undefined;
    if (!active || ['proposal', 'plan'].includes(text(request, 'intent') ?? '')) continue;
    add(withLastGiven(readOrder(request, 'dosageInstruction', index), given, [request]));
  }
  for (const statement of statements) {
    if (!['active', 'recorded', 'intended', undefined].includes(text(statement, 'status'))) continue;
    const name = medicineName(statement, index);
    if (name !== undefined && !medicines.some((one) => one.name === name))
      add(withLastGiven(readOrder(statement, 'dosage', index), given, []));
  }
  for (const [name, at] of given.unordered)
    if (!medicines.some((one) => one.name === name)) add({ name, lastGivenAt: at });
  return medicines;
}

interface Given {
  /** Of medicines given without an order among the files. */
  readonly unordered: ReadonlyMap<string, Instant>;
  readonly byName: ReadonlyMap<string, Instant>;
  readonly byRequest: ReadonlyMap<FhirNode, Instant>;
}

function lastGiven(administrations: readonly FhirNode[], index: ResourceIndex): Given {
  const byName = new Map<string, Instant>();
  const byRequest = new Map<FhirNode, Instant>();
  const unordered = new Map<string, Instant>();
  for (const one of administrations) {
    if (!['completed', 'in-progress'].includes(text(one, 'status') ?? '')) continue;
    const at = [
      text(one, 'effectiveDateTime'),
      text(one, 'effectivePeriod', 'end'),
      text(one, 'effectivePeriod', 'start'),
      text(one, 'occurenceDateTime'),
      text(one, 'effectiveTimeDateTime'),
    ].find((time) => time !== undefined && isInstant(time));
    if (at === undefined) continue;
    const name = medicineName(one, index);
    if (name !== undefined && isLater(at, byName.get(name))) byName.set(name, at);
    const request = index.resolve(one['request'] ?? one['prescription'], one);
    if (request !== undefined && isLater(at, byRequest.get(request))) byRequest.set(request, at);
    if (request === undefined && name !== undefined && isLater(at, unordered.get(name))) unordered.set(name, at);
  }
  return { byName, byRequest, unordered };
}

function isLater(at: Instant, before: Instant | undefined): boolean {
  return before === undefined || Date.parse(at) > Date.parse(before);
}

function withLastGiven(
  medicine: SnapshotMedicine | undefined,
  given: Given,
  requests: readonly FhirNode[],
): SnapshotMedicine | undefined {
  if (medicine === undefined) return undefined;
  const at =
    requests.map((request) => given.byRequest.get(request)).find((time) => time !== undefined) ??
    given.byName.get(medicine.name);
  return at === undefined ? medicine : { ...medicine, lastGivenAt: at };
}

function medicineName(resource: FhirNode, index: ResourceIndex): string | undefined {
  const direct = conceptText(resource['medicationCodeableConcept'] ?? node(resource, 'medication', 'concept'));
  if (direct !== undefined) return direct;
  const reference =
    node(resource, 'medicationReference') ?? node(resource, 'medication', 'reference') ?? node(resource, 'medication');
  const medication = index.resolve(reference, resource);
  return conceptText(medication?.['code']) ?? text(reference, 'display');
}

function readOrder(
  resource: FhirNode,
  member: 'dosageInstruction' | 'dosage',
  index: ResourceIndex,
): SnapshotMedicine | undefined {
  const name = medicineName(resource, index);
  if (name === undefined) return undefined;
  const dosage = nodes(resource, member)[0];
  const rate = nodes(dosage, 'doseAndRate')[0];
  const dose =
    quantityText(node(rate, 'doseQuantity') ?? node(dosage, 'doseQuantity')) ??
    rangeText(node(rate, 'doseRange')) ??
    text(dosage, 'text');
  const route = conceptText(dosage?.['route']);
  const frequency =
    timingText(node(dosage, 'timing')) ??
    (quantityText(node(rate, 'doseQuantity')) === undefined ? undefined : text(dosage, 'text'));
  const prn =
    dosage?.['asNeededBoolean'] === true ||
    dosage?.['asNeeded'] === true ||
    node(dosage, 'asNeededCodeableConcept') !== undefined;
  const often = prn ? [frequency, 'as needed'].filter((part) => part !== undefined).join(', ') : frequency;
  return {
    name,
    ...(dose === undefined ? {} : { dose }),
    ...(route === undefined ? {} : { route }),
    ...(often === undefined ? {} : { frequency: often }),
  };
}

/** `500 mg`. */
export function quantityText(quantity: FhirNode | undefined): string | undefined {
  const value = quantity?.['value'];
  if (typeof value !== 'number' && typeof value !== 'string') return undefined;
  const comparator = text(quantity, 'comparator') ?? '';
  return `${comparator}${value}${text(quantity, 'unit') === undefined && text(quantity, 'code') === undefined ? '' : ` ${text(quantity, 'unit') ?? text(quantity, 'code')}`}`;
}

function rangeText(range: FhirNode | undefined): string | undefined {
  const [low, high] = [quantityText(node(range, 'low')), quantityText(node(range, 'high'))];
  return low === undefined && high === undefined
    ? undefined
    : [low, high].filter((one) => one !== undefined).join(' to ');
}

const PERIODS: Readonly<Record<string, string>> = {
  s: 's',
  min: 'min',
  h: 'h',
  d: 'day',
  wk: 'week',
  mo: 'month',
  a: 'year',
};

function timingText(timing: FhirNode | undefined): string | undefined {
  if (timing === undefined) return undefined;
  const named = conceptText(timing['code']);
  if (named !== undefined) return named;
  const repeat = node(timing, 'repeat');
  const { frequency, period } = repeat ?? {};
  const unit = PERIODS[text(repeat, 'periodUnit') ?? ''];
  if (typeof period !== 'number' || unit === undefined) return undefined;
  const times = typeof frequency === 'number' ? frequency : 1;
  if (times === 1) return `every ${period === 1 ? '' : `${period} `}${unit}`;
  return `${times} times every ${period === 1 ? '' : `${period} `}${unit}`;
}
