import type { AuditEvent, AuditKind } from '../../domain/audit/audit-trail';
import { displayName } from '../../domain/patient/names';
import type { AuditInput } from './audit-input';
import type { ExportFile } from './export-input';
import { patientIdentifiers, recordIdentifier, urn } from './fhir-ids';
import type { Coding, Reference } from './fhir-types';

/** An AuditEvent of FHIR R4 as far as we write it. */
export interface AuditEventResource {
  readonly resourceType: 'AuditEvent';
  readonly meta?: { readonly profile: readonly string[] };
  readonly type: Coding;
  readonly subtype: readonly Coding[];
  readonly action: string;
  readonly recorded: string;
  readonly outcome: '0';
  readonly purposeOfEvent: readonly { readonly coding: readonly Coding[] }[];
  readonly agent: readonly unknown[];
  readonly source: unknown;
  readonly entity: readonly unknown[];
}

/** So many in a file: a receiver takes a bundle at once. */
const PER_FILE = 1000;

const DCM = 'http://dicom.nema.org/resources/ontology/DCM';
const REST: Coding = {
  system: 'http://terminology.hl7.org/CodeSystem/audit-event-type',
  code: 'rest',
  display: 'RESTful Operation',
};
const REST_VERB = 'http://hl7.org/fhir/restful-interaction';
const BALP = 'https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.';
const REASON = 'http://terminology.hl7.org/CodeSystem/v3-ActReason';

/** DICOM's audit events for what is no reading or writing of a resource (PS3.15, A.5). */
const DICOM_EVENTS: Partial<Readonly<Record<AuditKind, Coding>>> = {
  print: { system: DCM, code: '110106', display: 'Export' },
  export: { system: DCM, code: '110106', display: 'Export' },
  import: { system: DCM, code: '110107', display: 'Import' },
  access: { system: DCM, code: '110137', display: 'User Security Attributes Changed' },
  storage: { system: DCM, code: '110113', display: 'Security Alert' },
  other: { system: DCM, code: '110100', display: 'Application Activity' },
};

/** The trail as batches of AuditEvents after IHE BALP 1.1: one per event and patient, since its profiles name one patient. */
export function auditFhir(input: AuditInput): readonly ExportFile[] {
  const resources = input.events.flatMap((event) =>
    event.patients.length === 0
      ? [auditEventResource(event, undefined, input)]
      : event.patients.map((patient) => auditEventResource(event, patient, input)),
  );
  const files: ExportFile[] = [];
  for (let at = 0; at < resources.length; at += PER_FILE) {
    const part = resources.slice(at, at + PER_FILE);
    const entry = part.map((resource, index) => ({
      fullUrl: urn(`audit ${at + index} ${JSON.stringify(resource.entity)} ${resource.recorded}`),
      resource,
      request: { method: 'POST', url: 'AuditEvent' },
    }));
    const text = JSON.stringify({ resourceType: 'Bundle', type: 'batch', entry });
    const name = `audit-${String(files.length + 1).padStart(3, '0')}.fhir.json`;
    files.push({ name, bytes: new TextEncoder().encode(`${text}\n`), records: part.length });
  }
  return files;
}

/** One event about one patient, or about none. */
export function auditEventResource(
  event: AuditEvent,
  patient: string | undefined,
  input: AuditInput,
): AuditEventResource {
  const { profile, type, subtype } = shapeOf(event, patient);
  const purpose = { coding: [{ system: REASON, code: event.breakGlass ? 'BTG' : 'TREAT' }] };
  return {
    resourceType: 'AuditEvent',
    ...(profile === undefined ? {} : { meta: { profile: [`${BALP}${profile}`] } }),
    type,
    subtype,
    action: event.action,
    recorded: event.at,
    outcome: '0',
    purposeOfEvent: [purpose],
    agent: agentsOf(event, input),
    source: {
      site: input.site,
      observer: deviceOf(event.device, input),
      type: [
        { system: 'http://terminology.hl7.org/CodeSystem/security-source-type', code: '1', display: 'User Device' },
      ],
    },
    entity: entitiesOf(event, patient, input),
  };
}

function shapeOf(
  { kind, action, type }: AuditEvent,
  patient: string | undefined,
): { readonly profile?: string; readonly type: Coding; readonly subtype: readonly Coding[] } {
  const own: Coding = { system: 'urn:downtime-box:entry-type', code: type };
  const rest = (code: string, profile: string) => ({
    profile,
    type: REST,
    subtype: [{ system: REST_VERB, code }, own],
  });
  const about = patient === undefined ? '' : 'Patient';
  if (kind === 'read') return rest('read', `${about}Read`);
  if (kind === 'search') return rest('search', `${about}Query`);
  if (kind === 'write') return action === 'C' ? rest('create', `${about}Create`) : rest('update', `${about}Update`);
  return { type: DICOM_EVENTS[kind] ?? REST, subtype: [own] };
}

// BALP wants both ends of an exchange; here both are this PC, as the app asks its own record.
function agentsOf(event: AuditEvent, input: AuditInput): readonly unknown[] {
  const end = (code: string, display: string) => ({
    type: { coding: [{ system: DCM, code, display }] },
    who: deviceOf(event.device, input),
    requestor: false,
    network: { address: input.workstation, type: '1' },
  });
  const person = input.person(event.by);
  const reading = event.action === 'R' || event.kind === 'search';
  const user = {
    type: {
      coding: [
        {
          system: 'http://terminology.hl7.org/CodeSystem/v3-ParticipationType',
          ...(reading ? { code: 'IRCP', display: 'information recipient' } : { code: 'AUT', display: 'author' }),
        },
      ],
    },
    who: {
      identifier: { system: 'urn:downtime-box:person', value: event.by },
      display: person ? `${person.name} (${person.role})` : 'nobody signed in',
    },
    requestor: true,
  };
  return [end('110153', 'Source Role ID'), end('110152', 'Destination Role ID'), user];
}

function deviceOf(device: string, { workstation, version }: AuditInput): Reference {
  return {
    type: 'Device',
    identifier: { system: 'urn:downtime-box:device', value: device },
    display: `${workstation}, Downtime Box ${version}`,
  };
}

function entitiesOf(event: AuditEvent, patient: string | undefined, input: AuditInput): readonly unknown[] {
  const object = (type: string, role: string) => ({
    type: { system: 'http://terminology.hl7.org/CodeSystem/audit-entity-type', code: type },
    role: { system: 'http://terminology.hl7.org/CodeSystem/object-role', code: role },
  });
  const known = patient === undefined ? undefined : input.patient(patient);
  const about =
    patient === undefined
      ? []
      : [
          {
            ...object('1', '1'),
            what: {
              type: 'Patient',
              identifier: known ? patientIdentifiers(known, undefined)[0] : recordIdentifier(patient),
              ...(known && { display: displayName(known) }),
            },
          },
        ];
  // Base64 of the words looked for: the element is base64Binary, and takes no name beside it (constraint sev-1).
  const searched = event.kind === 'search' ? [{ ...object('2', '24'), query: base64(event.what ?? '*') }] : [];
  const data = {
    ...object('2', '4'),
    what: { identifier: recordIdentifier(event.id) },
    detail: [
      { type: 'entry', valueString: `${event.device} ${event.seq}` },
      { type: 'previous-hash', valueString: event.prev },
      ...(event.what === undefined || event.what === '' || event.kind === 'search'
        ? []
        : [{ type: 'what', valueString: event.what }]),
      ...(event.count === undefined ? [] : [{ type: 'count', valueString: String(event.count) }]),
    ],
  };
  return [...about, ...searched, data];
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
