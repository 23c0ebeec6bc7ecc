import type { Encounter, EncounterLocation, HumanName, Patient } from './fhir-types';
import type { BoardPatient } from '../../domain/patient/board';
import type { ExportInput } from './export-input';
import { patientIdentifiers, SYSTEMS, urn } from './fhir-ids';
import type { MoveRecord } from './records';

/** The patient as this ward knew them. */
export function patientResource(patient: BoardPatient, input: ExportInput): Patient {
  const deceased =
    patient.presence === 'died'
      ? (patient.moves.findLast((move) => move.kind === 'died')?.occurredAt ?? true)
      : undefined;
  return {
    resourceType: 'Patient',
    identifier: [...patientIdentifiers(patient, input.settings)],
    name: [nameOf(patient)],
    ...(patient.sex === undefined ? {} : { gender: patient.sex }),
    ...(patient.birthDate === undefined ? {} : { birthDate: patient.birthDate }),
    ...(deceased === undefined ? {} : deceased === true ? { deceasedBoolean: true } : { deceasedDateTime: deceased }),
  };
}

function nameOf(patient: BoardPatient): HumanName {
  const { family, given, alias } = patient;
  if (family === '' && given === '') return { use: 'temp', text: alias ?? 'Name not known' };
  return { use: 'usual', ...(family === '' ? {} : { family }), ...(given === '' ? {} : { given: given.split(/\s+/) }) };
}

/** Key of a patient's stay of this outage. */
export function stayKey(patient: BoardPatient, input: ExportInput): string {
  return `${input.outage.id}/stay/${patient.id}`;
}

/** The stay with its locations in true time. A stay the EHR knows goes by its visit number. */
export function encounterResource(patient: BoardPatient, moves: readonly MoveRecord[], input: ExportInput): Encounter {
  const gone = patient.presence === 'discharged' || patient.presence === 'left' || patient.presence === 'died';
  const start = patient.arrivedAt;
  const end = gone ? patient.movedAt : undefined;
  const location = locationsOf(patient, moves, input);
  return {
    resourceType: 'Encounter',
    identifier: [
      {
        system: patient.visitNumber === undefined ? SYSTEMS.record : SYSTEMS.visit,
        value: patient.visitNumber ?? stayKey(patient, input),
      },
    ],
    status: gone ? 'finished' : patient.presence === 'off-unit' ? 'onleave' : 'in-progress',
    class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'IMP', display: 'inpatient encounter' },
    subject: { reference: urn(`patient/${patient.id}`) },
    ...(start === undefined && end === undefined
      ? {}
      : { period: { ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }) } }),
    ...(location.length === 0 ? {} : { location: [...location] }),
    ...(patient.presence === 'died'
      ? {
          hospitalization: {
            dischargeDisposition: {
              coding: [{ system: 'http://terminology.hl7.org/CodeSystem/discharge-disposition', code: 'exp' }],
              text: 'Died',
            },
          },
        }
      : {}),
  };
}

/** Where who was when: each place ends when the next begins. */
function locationsOf(
  patient: BoardPatient,
  moves: readonly MoveRecord[],
  input: ExportInput,
): readonly EncounterLocation[] {
  const placed = moves.filter((move) => move.ward !== undefined || move.bed !== undefined || move.move === 'arrived');
  const stops = moves
    .filter((move) => ['discharged', 'left', 'died'].includes(move.move))
    .map((move) => move.occurredAt);
  if (placed.length === 0) {
    const place = placeText(patient.ward, patient.bed);
    return place === ''
      ? []
      : [
          {
            location: { display: place },
            status: stops.length === 0 ? 'active' : 'completed',
            period: { start: input.outage.since, ...(stops[0] === undefined ? {} : { end: stops[0] }) },
          },
        ];
  }
  let ward: string | undefined = patient.ward;
  return placed.map((move, at) => {
    ward = move.ward ?? ward;
    const end = placed[at + 1]?.occurredAt ?? stops.at(-1);
    return {
      location: { display: placeText(ward, move.bed) || 'Ward not recorded' },
      status: end === undefined ? 'active' : 'completed',
      period: { start: move.occurredAt, ...(end === undefined ? {} : { end }) },
    };
  });
}

function placeText(ward: string | undefined, bed: string | undefined): string {
  return [ward === undefined ? '' : `Ward ${ward}`, bed === undefined ? '' : `bed ${bed}`]
    .filter((part) => part !== '')
    .join(', ');
}
