import type { Annotation, Dosage, MedicationAdministration, MedicationRequest } from './fhir-types';
import { readDose } from './dose-text';
import { backLoadedNote, withSeconds, type RecordPlace } from './fhir-clinical';
import { personReference, recordIdentifier, urn } from './fhir-ids';
import type { DoseRecord, OrderRecord } from './records';

/** An order written on the MAR. Orders the EHR has already are not made again. */
export function requestResource(record: OrderRecord, place: RecordPlace): MedicationRequest {
  const dose = readDose(record.dose);
  const words = [record.dose, record.route, record.frequency].filter((part) => part !== undefined).join(', ');
  const dosage: Dosage = {
    ...(words === '' ? {} : { text: words }),
    ...(record.section === 'prn' ? { asNeededBoolean: true } : {}),
    ...(record.route === undefined ? {} : { route: { text: record.route } }),
    ...(record.frequency === undefined ? {} : { timing: { code: { text: record.frequency } } }),
    ...(dose === undefined
      ? {}
      : {
          doseAndRate: [
            {
              doseQuantity: {
                value: dose.value,
                unit: dose.unit,
                system: 'http://unitsofmeasure.org',
                code: dose.ucum,
              },
            },
          ],
        }),
  };
  return {
    resourceType: 'MedicationRequest',
    identifier: [recordIdentifier(record.key)],
    status: record.status === 'withdrawn' ? 'entered-in-error' : record.section === 'once' ? 'completed' : 'active',
    intent: 'order',
    category: [
      { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/medicationrequest-category', code: 'inpatient' }] },
    ],
    medicationCodeableConcept: { text: record.drug },
    subject: place.subject,
    encounter: place.encounter,
    authoredOn: record.occurredAt,
    ...(record.prescriber === undefined ? {} : { requester: { display: record.prescriber } }),
    recorder: personReference(record.author),
    ...(record.indication === undefined ? {} : { reasonCode: [{ text: record.indication }] }),
    note: [
      backLoadedNote(record),
      ...(record.maximum === undefined ? [] : [{ text: `Most in 24 hours: ${record.maximum}` }]),
    ],
    ...(Object.keys(dosage).length === 0 ? {} : { dosageInstruction: [dosage] }),
  };
}

/** A dose given, or not given with its reason. */
export function administrationResource(record: DoseRecord, place: RecordPlace): MedicationAdministration {
  const dose = readDose(record.dose);
  const volume =
    record.volumeMl === undefined
      ? undefined
      : { value: record.volumeMl, unit: 'mL', system: 'http://unitsofmeasure.org', code: 'mL' };
  const amount =
    volume ??
    (dose === undefined
      ? undefined
      : { value: dose.value, unit: dose.unit, system: 'http://unitsofmeasure.org', code: dose.ucum });
  const status =
    record.status === 'withdrawn'
      ? 'entered-in-error'
      : !record.given
        ? 'not-done'
        : record.until === undefined && record.key.endsWith('/bag')
          ? 'in-progress'
          : 'completed';
  const performers = [
    ...(record.givenBy === undefined ? [] : [{ actor: { display: record.givenBy } }]),
    ...(record.checkedBy === undefined
      ? []
      : [{ function: { text: 'Second check' }, actor: { display: record.checkedBy } }]),
  ];
  return {
    resourceType: 'MedicationAdministration',
    identifier: [recordIdentifier(record.key)],
    status,
    ...(record.given ? {} : { statusReason: [{ text: record.reason ?? 'Not given' }] }),
    medicationCodeableConcept: { text: record.drug },
    subject: place.subject,
    context: place.encounter,
    ...(record.key.endsWith('/bag')
      ? { effectivePeriod: { start: record.occurredAt, ...(record.until === undefined ? {} : { end: record.until }) } }
      : { effectiveDateTime: record.occurredAt }),
    performer: performers.length > 0 ? performers : [{ actor: personReference(record.author) }],
    ...(record.orderInEhr ? {} : { request: { reference: urn(record.order) } }),
    note: notesOf(record, amount === undefined),
    // mad-1: a dosage needs a number; words alone go into the note.
    ...(amount === undefined || !record.given
      ? {}
      : {
          dosage: {
            ...(record.dose === undefined ? {} : { text: record.dose }),
            ...(record.route === undefined ? {} : { route: { text: record.route } }),
            dose: amount,
          },
        }),
  };
}

function notesOf(record: DoseRecord, doseAsText: boolean): Annotation[] {
  const words = [record.dose, record.route].filter((part) => part !== undefined).join(', ');
  return [
    { ...backLoadedNote(record), time: withSeconds(record.writtenAt) },
    ...(doseAsText && words !== '' ? [{ text: `Dose as written: ${words}` }] : []),
    ...(record.dueAt === undefined ? [] : [{ text: `Due at ${record.dueAt}` }]),
    ...(record.orderInEhr ? [{ text: 'Given on an order that was in the EHR before the outage.' }] : []),
    ...record.notes.map((text) => ({ text })),
  ];
}
