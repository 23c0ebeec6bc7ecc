import type { ServiceRequest, Specimen } from './fhir-types';
import { concept, type RecordPlace } from './fhir-clinical';
import { personReference, recordIdentifier, SYSTEMS, urn } from './fhir-ids';
import type { LabRecord } from './records';

/** Key of the specimen of a request. */
export function specimenKey(record: LabRecord): string {
  return `${record.key}/specimen`;
}

/** One ServiceRequest per test, held together by the form's serial as requisition. */
export function serviceRequests(
  record: LabRecord,
  place: RecordPlace,
): readonly { readonly key: string; readonly resource: ServiceRequest }[] {
  const priority =
    record.priority?.code === 'stat'
      ? 'stat'
      : record.priority?.code === 'urgent'
        ? 'urgent'
        : record.priority?.code === 'asap'
          ? 'asap'
          : 'routine';
  return record.tests.map((test) => ({
    key: test.key,
    resource: {
      resourceType: 'ServiceRequest',
      identifier: [recordIdentifier(test.key)],
      requisition: { system: SYSTEMS.serial, value: record.serial ?? record.key },
      status: record.status === 'withdrawn' ? 'entered-in-error' : 'active',
      intent: 'order',
      category: [{ text: 'Laboratory' }],
      priority,
      code: concept(test.coding === undefined ? [] : [test.coding], test.text),
      subject: place.subject,
      encounter: place.encounter,
      authoredOn: record.occurredAt,
      requester: record.requester === undefined ? personReference(record.author) : { display: record.requester },
      ...(record.details === undefined ? {} : { reasonCode: [{ text: record.details }] }),
      ...(record.specimen === undefined && record.collectedAt === undefined
        ? {}
        : { specimen: [{ reference: urn(specimenKey(record)) }] }),
      ...(record.notes.length === 0 ? {} : { note: record.notes.map((text) => ({ text })) }),
    },
  }));
}

/** The specimen, when it was taken. */
export function specimenResource(record: LabRecord, place: RecordPlace): Specimen | undefined {
  if (record.specimen === undefined && record.collectedAt === undefined) return undefined;
  return {
    resourceType: 'Specimen',
    identifier: [recordIdentifier(specimenKey(record))],
    accessionIdentifier: { system: SYSTEMS.serial, value: record.serial ?? record.key },
    status: record.status === 'withdrawn' ? 'entered-in-error' : 'available',
    ...(record.specimen === undefined
      ? {}
      : { type: concept(record.specimen.coding === undefined ? [] : [record.specimen.coding], record.specimen.text) }),
    subject: place.subject,
    ...(record.collectedAt === undefined && record.collectedBy === undefined
      ? {}
      : {
          collection: {
            ...(record.collectedBy === undefined ? {} : { collector: { display: record.collectedBy } }),
            ...(record.collectedAt === undefined ? {} : { collectedDateTime: record.collectedAt }),
          },
        }),
    ...(record.tubes === undefined ? {} : { container: [{ description: record.tubes }] }),
  };
}
