import type { CalendarDate, Instant } from '../basics/time';

/** Administrative sex as FHIR codes it. */
export type Sex = 'female' | 'male' | 'other' | 'unknown';

/**
 * Allergy status. "unknown" and "not in snapshot" are said in words, never shown as blank and never as "none":
 * an allergy that is missing from the snapshot is not an allergy that does not exist.
 */
export type AllergyStatus = 'listed' | 'none-known' | 'unable-to-obtain' | 'not-in-snapshot';

/** One allergy or intolerance as the source named it. */
export interface Allergy {
  readonly substance: string;
  readonly reaction?: string;
  readonly severity?: 'mild' | 'moderate' | 'severe' | 'unknown';
}

/** A medicine of the snapshot: grey on screen and on the MAR, "from EHR". */
export interface SnapshotMedicine {
  readonly name: string;
  readonly dose?: string;
  readonly route?: string;
  readonly frequency?: string;
  readonly lastGivenAt?: Instant;
  readonly nextDueAt?: Instant;
}

/** A measured value of the snapshot. */
export interface SnapshotObservation {
  readonly name: string;
  readonly loinc?: string;
  readonly value: string;
  readonly unit?: string;
  readonly at?: Instant;
}

/** What can be known about one patient. Missing means "not in snapshot". */
export interface PatientFacts {
  readonly family: string;
  readonly given: string;
  /** Alias of somebody unknown, e.g. UNKNOWN-MALE-BRAVO. */
  readonly alias?: string;
  readonly birthDate?: CalendarDate;
  readonly ageEstimateYears?: number;
  readonly sex?: Sex;
  readonly mrn?: string;
  readonly visitNumber?: string;
  readonly ward?: string;
  readonly bed?: string;
  readonly attending?: string;
  readonly service?: string;
  readonly allergyStatus: AllergyStatus;
  readonly allergies: readonly Allergy[];
  readonly weightKg?: number;
  readonly codeStatus?: string;
  readonly isolation?: string;
  readonly alerts?: readonly string[];
  readonly diagnosis?: string;
  readonly medicines?: readonly SnapshotMedicine[];
  readonly observations?: readonly SnapshotObservation[];
}

/** A patient on the board: snapshot facts with the outage's facts on top. */
export interface Patient extends PatientFacts {
  /** Opaque, stable over imports of one site: derived from the assigning source and MRN by a keyed hash, or random. */
  readonly id: string;
  readonly downtimeNumber?: string;
  /** Time of the snapshot the patient came with; missing for somebody who arrived in downtime. */
  readonly snapshotAsOf?: Instant;
  readonly presence: 'present' | 'off-unit' | 'discharged' | 'left' | 'died';
  /** Facts written here since the outage began, by field name: shown black, snapshot values grey. */
  readonly writtenHere: readonly (keyof PatientFacts)[];
}

/** The last known patients before the outage; sealed whole, replaced whole. */
export interface Snapshot {
  readonly id: string;
  readonly asOf: Instant;
  readonly importedAt: Instant;
  readonly source: string;
  readonly patients: readonly (PatientFacts & { readonly id: string })[];
  /** MRN -> patient id of everyone ever seen here, so that somebody who comes back keeps the id their forms name. */
  readonly known: Readonly<Record<string, string>>;
}
