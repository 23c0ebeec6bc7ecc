import type { BundleEntry, Provenance, QuestionnaireResponse, Reference } from './fhir-types';
import type { FormVersion, SignedForm } from '../../domain/form/forms-state';
import type { ExportInput } from './export-input';
import { withSeconds } from './fhir-clinical';
import { personReference, stableUuid, SYSTEMS, urn } from './fhir-ids';
import { tidyResource } from './tidy-resource';

/** Key of one version of a form. */
export function versionKey(signed: SignedForm, at: number): string {
  return `${signed.serial}/version/${at + 1}`;
}

/** One version exactly as it was signed, under its serial: completed, amended, or struck through. */
export function responseResource(
  signed: SignedForm,
  at: number,
  subject: Reference,
  encounter?: Reference,
): QuestionnaireResponse {
  const version = signed.versions[at];
  const response = version?.response as unknown as QuestionnaireResponse;
  const status = signed.struck !== undefined ? 'entered-in-error' : at > 0 ? 'amended' : 'completed';
  const { item, questionnaire } = response;
  return {
    resourceType: 'QuestionnaireResponse',
    identifier: { system: SYSTEMS.serial, value: at === 0 ? signed.serial : `${signed.serial}/${at + 1}` },
    ...(questionnaire === undefined ? {} : { questionnaire }),
    status,
    subject,
    ...(encounter === undefined ? {} : { encounter }),
    authored: withSeconds(version?.signature.signedAt ?? version?.at ?? ''),
    ...(version === undefined
      ? {}
      : {
          author: personReference({
            id: version.signature.person,
            name: version.signature.name,
            role: version.signature.role,
          }),
        }),
    ...(item === undefined || item.length === 0 ? {} : { item }),
  };
}

/** Who wrote it when, when it happened, and that it was loaded later: one Provenance per signed version. */
export function provenanceEntry(
  signed: SignedForm,
  at: number,
  version: FormVersion,
  targets: readonly string[],
  input: ExportInput,
): BundleEntry {
  const id = stableUuid(`${versionKey(signed, at)}/provenance`);
  const { person, name, role, signedAt } = version.signature;
  const author = { id: person, name, role };
  const reason = ['Documented on downtime procedures, loaded after the outage', version.reason, signed.struck?.reason]
    .filter((one) => one !== undefined)
    .join('. ');
  const resource: Provenance = {
    resourceType: 'Provenance',
    id,
    target: targets.map((reference) => ({ reference })),
    occurredDateTime: version.occurredAt,
    recorded: withSeconds(version.at),
    reason: [{ text: reason }],
    activity: {
      coding: [
        { system: 'http://terminology.hl7.org/CodeSystem/v3-DataOperation', code: at === 0 ? 'CREATE' : 'UPDATE' },
      ],
    },
    agent: [
      {
        type: {
          coding: [{ system: 'http://terminology.hl7.org/CodeSystem/provenance-participant-type', code: 'author' }],
        },
        who: personReference(author),
      },
      {
        type: {
          coding: [{ system: 'http://terminology.hl7.org/CodeSystem/provenance-participant-type', code: 'assembler' }],
        },
        who: {
          identifier: { system: SYSTEMS.workstation, value: input.workstation },
          display: `Downtime Box ${input.version}, ${input.site}, workstation ${input.workstation}`,
        },
      },
    ],
    ...(at === 0
      ? {}
      : { entity: [{ role: 'revision' as const, what: { reference: urn(versionKey(signed, at - 1)) } }] }),
    signature: [
      {
        type: [{ system: 'urn:iso-astm:E1762-95:2013', code: '1.2.840.10065.1.12.1.1', display: "Author's Signature" }],
        when: withSeconds(signedAt),
        who: personReference(author),
      },
    ],
  };
  // Provenance has no identifier to search by; a put under a name that is always the same makes it once.
  return {
    fullUrl: `urn:uuid:${id}`,
    resource: tidyResource(resource),
    request: { method: 'PUT', url: `Provenance/${id}` },
  };
}
