import type { Communication, DocumentReference, Procedure, Reference } from './fhir-types';
import type { BoardPatient } from '../../domain/patient/board';
import { RECORD_DOCUMENT, type PatientDocument } from './documents';
import type { ExportInput } from './export-input';
import { backLoadedNote, withSeconds, type RecordPlace } from './fhir-clinical';
import { personReference, recordIdentifier } from './fhir-ids';
import type { ActRecord, MessageRecord } from './records';

/** A message, verbal order or critical call as it was taken down. */
export function communicationResource(record: MessageRecord, place: RecordPlace): Communication {
  return {
    resourceType: 'Communication',
    identifier: [recordIdentifier(record.key)],
    status: record.status === 'withdrawn' ? 'entered-in-error' : 'completed',
    category: [{ text: record.topic }],
    subject: place.subject,
    encounter: place.encounter,
    sent: record.occurredAt,
    ...(record.to === undefined ? {} : { recipient: [{ display: record.to }] }),
    sender: record.from === undefined ? personReference(record.author) : { display: record.from },
    payload: [{ contentString: record.text }],
    note: [backLoadedNote(record)],
  };
}

/** Something done to the patient, with when, by whom and how it ended. */
export function procedureResource(record: ActRecord, place: RecordPlace): Procedure {
  return {
    resourceType: 'Procedure',
    identifier: [recordIdentifier(record.key)],
    status: record.status === 'withdrawn' ? 'entered-in-error' : record.until === undefined ? 'unknown' : 'completed',
    code: { text: record.name },
    subject: place.subject,
    encounter: place.encounter,
    performedPeriod: { start: record.occurredAt, ...(record.until === undefined ? {} : { end: record.until }) },
    recorder: personReference(record.author),
    ...(record.by === undefined ? {} : { performer: [{ actor: { display: record.by } }] }),
    ...(record.outcome === undefined ? {} : { outcome: { text: record.outcome } }),
    note: [backLoadedNote(record), ...record.notes.map((text) => ({ text }))],
  };
}

/** The record of the patient as a PDF: whatever no code carries is in it. */
export function documentResource(
  patient: BoardPatient,
  document: PatientDocument,
  place: { readonly subject: Reference; readonly encounter: Reference },
  input: ExportInput,
): DocumentReference {
  return {
    resourceType: 'DocumentReference',
    identifier: [recordIdentifier(document.key)],
    status: 'current',
    docStatus: 'final',
    type: { coding: [RECORD_DOCUMENT], text: 'Downtime record' },
    subject: place.subject,
    date: withSeconds(input.exportedAt),
    description: `Downtime record, ward ${patient.ward ?? input.outage.ward}`,
    content: [
      {
        attachment: {
          contentType: 'application/pdf',
          data: document.base64,
          size: document.size,
          title: 'Downtime record',
          creation: input.exportedAt,
        },
      },
    ],
    context: {
      encounter: [place.encounter],
      period: { start: input.outage.since, ...(input.outage.until === undefined ? {} : { end: input.outage.until }) },
    },
  };
}
