import type { PatientEntries } from './entries';
import type { Patient } from './patient';

/** The movements of a patient. */
export type MoveKind = PatientEntries['patient.moved']['kind'];

/** Where a movement leaves a patient. */
export const PRESENCE_AFTER: Readonly<Record<MoveKind, Patient['presence']>> = {
  admitted: 'present',
  transferred: 'present',
  'off-unit': 'off-unit',
  returned: 'present',
  discharged: 'discharged',
  left: 'left',
  died: 'died',
};

/** Which movement may follow which presence. Somebody who died is moved by a correction only. */
export const MOVES_FROM: Readonly<Record<Patient['presence'], readonly MoveKind[]>> = {
  present: ['admitted', 'transferred', 'off-unit', 'discharged', 'left', 'died'],
  'off-unit': ['returned', 'transferred', 'discharged', 'left', 'died'],
  discharged: ['admitted', 'returned', 'died'],
  left: ['admitted', 'returned', 'died'],
  died: [],
};

/** Limits of what can be typed. */
export const PATIENT_LIMITS = {
  /** Clocks of ward PCs differ; more ahead than this is a wrong date. */
  futureMs: 5 * 60_000,
  /** An arrival longer ago than this is a wrong year. */
  pastMs: 366 * 86_400_000,
  textLength: 200,
  weightKg: { min: 0.2, max: 400 },
  ageYears: 130,
} as const;
