import type {
  AllergyIntolerance,
  CodeableConcept,
  Coding,
  Observation,
  ObservationComponent,
  Quantity,
  Reference,
} from './fhir-types';
import { personReference, recordIdentifier } from './fhir-ids';
import type { AllergyRecord, CodedValue, RecordSource, RecordValue, ValueRecord } from './records';

/** Where a record's patient, stay and form lie in the bundle. */
export interface RecordPlace {
  readonly subject: Reference;
  readonly encounter: Reference;
  readonly derivedFrom?: Reference;
}

/** Status words of Observation: a corrected value says so, a withdrawn one is an error. */
const STATUS = { final: 'final', amended: 'amended', withdrawn: 'entered-in-error' } as const;

/** One coded answer as Observation (observation-based extraction); blood pressure with components. */
export function observationResource(record: ValueRecord, place: RecordPlace): Observation {
  return {
    resourceType: 'Observation',
    identifier: [recordIdentifier(record.key)],
    status: STATUS[record.status],
    category: [
      {
        coding: [
          {
            system: 'http://terminology.hl7.org/CodeSystem/observation-category',
            code: record.vital ? 'vital-signs' : 'survey',
          },
        ],
      },
    ],
    code: concept(record.codes, record.text),
    subject: place.subject,
    encounter: place.encounter,
    effectiveDateTime: record.occurredAt,
    issued: withSeconds(record.writtenAt),
    performer: [personReference(record.author)],
    ...(record.parts === undefined ? valueMembers(record) : { component: record.parts.map(component) }),
    ...(place.derivedFrom === undefined ? {} : { derivedFrom: [place.derivedFrom] }),
  };
}

function component(part: CodedValue): ObservationComponent {
  return { code: concept(part.codes, part.text), ...valueMembers(part) };
}

/** value[x], or why there is none: never both (obs-6). */
function valueMembers(
  value: CodedValue,
): Partial<
  Pick<
    Observation,
    | 'valueQuantity'
    | 'valueInteger'
    | 'valueCodeableConcept'
    | 'valueString'
    | 'valueBoolean'
    | 'valueDateTime'
    | 'valueTime'
    | 'dataAbsentReason'
  >
> {
  if (value.value !== undefined) return fhirValue(value.value);
  return {
    dataAbsentReason: {
      coding: [{ system: 'http://terminology.hl7.org/CodeSystem/data-absent-reason', code: value.absent ?? 'unknown' }],
    },
  };
}

function fhirValue(value: RecordValue): ReturnType<typeof valueMembers> {
  switch (value.kind) {
    case 'number':
      return value.unit === undefined && Number.isInteger(value.value)
        ? { valueInteger: value.value }
        : { valueQuantity: quantity(value) };
    case 'coded':
      return {
        valueCodeableConcept: {
          ...(value.coding.code === undefined ? {} : { coding: [fhirCoding(value.coding)] }),
          text: value.text || (value.coding.code ?? ''),
        },
      };
    case 'text':
      return { valueString: value.text };
    case 'yes-no':
      return { valueBoolean: value.value };
    case 'time':
      return value.of === 'time' ? { valueTime: value.value } : { valueDateTime: value.value };
  }
}

/** A number with its unit; the UCUM code only where the form gave one. */
export function quantity({ value, unit, ucum, comparator }: Extract<RecordValue, { kind: 'number' }>): Quantity {
  return {
    value,
    ...(comparator === '<' || comparator === '<=' || comparator === '>=' || comparator === '>' ? { comparator } : {}),
    ...(unit === undefined ? {} : { unit }),
    ...(ucum === undefined ? {} : { system: 'http://unitsofmeasure.org', code: ucum }),
  };
}

/** Codes and what people call it. */
export function concept(
  codes: readonly { readonly system?: string; readonly code?: string; readonly display?: string }[],
  text: string,
): CodeableConcept {
  const coding = codes.filter((one) => one.code !== undefined).map(fhirCoding);
  return { ...(coding.length === 0 ? {} : { coding }), ...(text === '' ? {} : { text }) };
}

function fhirCoding({
  system,
  code,
  display,
}: {
  readonly system?: string;
  readonly code?: string;
  readonly display?: string;
}): Coding {
  return {
    ...(system === undefined ? {} : { system }),
    ...(code === undefined ? {} : { code }),
    ...(display === undefined || display === '' ? {} : { display }),
  };
}

/** FHIR wants seconds in an instant. */
export function withSeconds(time: string): string {
  return time.replace(/T(\d\d:\d\d)(?=Z|[+-])/, 'T$1:00');
}

/** An allergy written during the outage; nobody confirmed it against the EHR yet. */
export function allergyResource(record: AllergyRecord, place: RecordPlace): AllergyIntolerance {
  const withdrawn = record.status === 'withdrawn';
  const none = {
    coding: [{ system: 'http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips', code: 'no-known-allergies' }],
    text: 'No known allergies',
  };
  const severity = record.severity === 'unknown' ? undefined : record.severity;
  const reaction =
    record.reaction === undefined
      ? []
      : [{ manifestation: [{ text: record.reaction }], ...(severity === undefined ? {} : { severity }) }];
  return {
    resourceType: 'AllergyIntolerance',
    identifier: [recordIdentifier(record.key)],
    // ait-2: no clinical status beside entered-in-error.
    ...(withdrawn
      ? {}
      : {
          clinicalStatus: {
            coding: [{ system: 'http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical', code: 'active' }],
          },
        }),
    verificationStatus: {
      coding: [
        {
          system: 'http://terminology.hl7.org/CodeSystem/allergyintolerance-verification',
          code: withdrawn ? 'entered-in-error' : 'unconfirmed',
        },
      ],
    },
    ...(severity === 'severe' ? { criticality: 'high' as const } : {}),
    code: record.substance === undefined ? none : { text: record.substance },
    patient: place.subject,
    encounter: place.encounter,
    recordedDate: record.occurredAt,
    recorder: personReference(record.author),
    ...(reaction.length === 0 ? {} : { reaction }),
  };
}

/** A sentence that marks what came in later than it happened. */
export function backLoadedNote(record: Pick<RecordSource, 'occurredAt' | 'writtenAt' | 'author' | 'serial'>): {
  text: string;
} {
  return {
    text: `Documented on downtime procedures${record.serial === undefined ? '' : ` (form ${record.serial})`} by ${record.author.name}; loaded after the outage.`,
  };
}
