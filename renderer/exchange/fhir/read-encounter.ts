import { toEpochMs, type Instant } from '../../domain/basics/time';
import { bedLabel, readLocation } from '../census/place-text';
import { conceptText, hasCode, node, nodes, text, type FhirNode } from './node';
import type { ResourceIndex } from './resource-index';

/** What a current stay says about a patient. */
export interface StayReading {
  readonly visitNumber?: string;
  readonly ward?: string;
  readonly bed?: string;
  readonly attending?: string;
  readonly service?: string;
  readonly reason?: string;
  readonly encounter: FhirNode;
}

const CURRENT = ['in-progress', 'arrived', 'triaged', 'onleave', 'on-hold', 'in_progress'];

/** Milliseconds of a FHIR dateTime, which may be a date only; undefined when it is none. */
export function fhirTimeMs(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const ms = Date.parse(value);
  return Number.isNaN(ms) ? undefined : ms;
}

/** The stay that is going on at `asOf`: current status, begun, not ended; inpatient before others, then the latest begun. */
export function currentStay(
  encounters: readonly FhirNode[],
  asOf: Instant,
  index: ResourceIndex,
): StayReading | undefined {
  const now = toEpochMs(asOf);
  const going = encounters.filter((encounter) => {
    const period = node(encounter, 'period') ?? node(encounter, 'actualPeriod');
    const start = fhirTimeMs(text(period, 'start'));
    const end = fhirTimeMs(text(period, 'end'));
    return (
      CURRENT.includes(text(encounter, 'status') ?? '') &&
      (start === undefined || start <= now) &&
      (end === undefined || end >= now)
    );
  });
  const rank = (encounter: FhirNode): number =>
    hasCode(classOf(encounter), 'IMP', 'ACUTE', 'NONAC', 'inpatient')
      ? 2
      : hasCode(classOf(encounter), 'EMER', 'OBSENC', 'emergency')
        ? 1
        : 0;
  const begun = (encounter: FhirNode): number =>
    fhirTimeMs(text(encounter, 'period', 'start') ?? text(encounter, 'actualPeriod', 'start')) ?? 0;
  const [encounter] = [...going].sort((a, b) => rank(b) - rank(a) || begun(b) - begun(a));
  return encounter === undefined ? undefined : readStay(encounter, asOf, index);
}

/** R4 has one Coding, R5 a list of concepts, DSTU2 a bare code. */
function classOf(encounter: FhirNode): unknown {
  const kind = encounter['class'];
  return Array.isArray(kind) ? kind[0] : kind;
}

function readStay(encounter: FhirNode, asOf: Instant, index: ResourceIndex): StayReading {
  const identifiers = nodes(encounter, 'identifier');
  const visit =
    identifiers.find((one) => hasCode(node(one, 'type'), 'VN', 'AN')) ??
    identifiers.find((one) => text(one, 'use') === 'official') ??
    identifiers[0];
  const reason =
    nodes(encounter, 'reasonCode')
      .map(conceptText)
      .find((one) => one !== undefined) ??
    nodes(encounter, 'reason')
      .map(conceptText)
      .find((one) => one !== undefined);
  const place = placeOf(encounter, asOf, index);
  const service = conceptText(encounter['serviceType']);
  const attending = attendingOf(encounter, index);
  const visitNumber = text(visit, 'value');
  return {
    encounter,
    ...place,
    ...(visitNumber === undefined ? {} : { visitNumber }),
    ...(attending === undefined ? {} : { attending }),
    ...(service === undefined ? {} : { service }),
    ...(reason === undefined ? {} : { reason }),
  };
}

function attendingOf(encounter: FhirNode, index: ResourceIndex): string | undefined {
  const participants = nodes(encounter, 'participant');
  const typed = (...codes: string[]): FhirNode | undefined =>
    participants.find((one) => nodes(one, 'type').some((type) => hasCode(type, ...codes)));
  const who = typed('ATND') ?? typed('PPRF', 'CON') ?? typed('ADM');
  const reference = node(who, 'individual') ?? node(who, 'actor');
  if (reference === undefined) return undefined;
  const practitioner = index.resolve(reference, encounter);
  const name = nodes(practitioner, 'name')[0];
  const parts =
    name === undefined
      ? []
      : [...listText(name, 'prefix'), ...listText(name, 'given'), text(name, 'family') ?? ''].filter(
          (part) => part !== '',
        );
  return text(reference, 'display') ?? text(name, 'text') ?? (parts.length > 0 ? parts.join(' ') : undefined);
}

function listText(value: FhirNode, member: string): readonly string[] {
  const list = value[member];
  return Array.isArray(list) ? list.filter((one): one is string => typeof one === 'string') : [];
}

/** The location of now: status active, inside its period, the last such; its chain of partOf gives bed, room and ward. */
function placeOf(encounter: FhirNode, asOf: Instant, index: ResourceIndex): { ward?: string; bed?: string } {
  const now = toEpochMs(asOf);
  const here = nodes(encounter, 'location').filter((one) => {
    const [start, end] = [fhirTimeMs(text(one, 'period', 'start')), fhirTimeMs(text(one, 'period', 'end'))];
    return (
      !['planned', 'reserved', 'completed'].includes(text(one, 'status') ?? '') &&
      (start === undefined || start <= now) &&
      (end === undefined || end >= now)
    );
  });
  const parts: { ward?: string; room?: string; bed?: string } = {};
  for (const one of [...here].reverse()) {
    const reference = node(one, 'location');
    const location = index.resolve(reference, encounter);
    const said = conceptText(one['physicalType']) ?? conceptText(one['form']);
    if (location === undefined)
      fill(parts, text(reference, 'display'), kindOf(one['physicalType'] ?? one['form'], said), 0);
    else walkUp(parts, location, index);
  }
  const bed = bedLabel(parts.room ?? '', parts.bed ?? '');
  return { ...(parts.ward === undefined ? {} : { ward: parts.ward }), ...(bed === '' ? {} : { bed }) };
}

function walkUp(parts: { ward?: string; room?: string; bed?: string }, start: FhirNode, index: ResourceIndex): void {
  let location: FhirNode | undefined = start;
  for (let level = 0; location !== undefined && level < 6; level++) {
    const above: FhirNode | undefined = index.resolve(node(location, 'partOf'), location);
    const type = location['physicalType'] ?? location['form'];
    let kind = kindOf(type, conceptText(type));
    // Untyped locations: what has something above it and nothing below is the bed.
    if (kind === undefined && level === 0 && above !== undefined) kind = 'bed';
    fill(parts, text(location, 'name') ?? text(location, 'id'), kind, level);
    if (parts.ward !== undefined && kind === 'ward') return;
    location = above;
  }
}

type PlaceKind = 'ward' | 'room' | 'bed' | 'other';

function kindOf(type: unknown, said: string | undefined): PlaceKind | undefined {
  if (hasCode(type, 'bd')) return 'bed';
  if (hasCode(type, 'ro')) return 'room';
  if (hasCode(type, 'wa')) return 'ward';
  if (hasCode(type, 'si', 'bu', 'wi', 'lvl', 'area', 'jdn', 'ho', 'house')) return 'other';
  const word = (said ?? '').toLowerCase();
  if (word === '') return undefined;
  return /bed/.test(word) ? 'bed' : /room/.test(word) ? 'room' : /ward|unit/.test(word) ? 'ward' : 'other';
}

function fill(
  parts: { ward?: string; room?: string; bed?: string },
  name: string | undefined,
  kind: PlaceKind | undefined,
  level: number,
): void {
  if (name === undefined || kind === 'other') return;
  if (kind === 'bed' || kind === 'room') {
    parts[kind] ??= name.replace(/^(bed|room|bett|zimmer)\s+/i, '');
    return;
  }
  if (kind === 'ward' || level > 0) {
    parts.ward ??= name;
    return;
  }
  // Only a display: "Ward 7B, Bed 12" says both, anything else is the ward.
  const named = /\b(bed|bett|room|zimmer|lit|cama)\b/i.test(name) ? readLocation(name) : { ward: name };
  if (named.ward !== undefined) parts.ward ??= named.ward;
  if (named.bed !== undefined) parts.bed ??= named.bed;
}
