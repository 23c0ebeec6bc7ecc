import type { Instant } from '../../domain/basics/time';
import type { MoveKind } from '../../domain/patient/rules';
import type { Coding } from '../../domain/form/response';

/**
 * What an outage left, as plain records. FHIR, HL7 v2, CSV and XLSX are all written from these, so that no two formats
 * can say different things about one fact.
 */
export type ExportRecord =
  | ValueRecord
  | OrderRecord
  | DoseRecord
  | LabRecord
  | AllergyRecord
  | MoveRecord
  | MessageRecord
  | ActRecord;

/** Where a record comes from and how it stands. */
export interface RecordSource {
  /** Names the fact for ever, over amendments and exports: form serial and row, or patient and entry. */
  readonly key: string;
  /** Opaque patient id. */
  readonly patient: string;
  /** Form serial; missing for facts of the board. */
  readonly serial?: string;
  readonly form?: string;
  readonly occurredAt: Instant;
  /** When it was written down; later than `occurredAt` in a late entry. */
  readonly writtenAt: Instant;
  readonly author: Author;
  /** `withdrawn`: taken out by an amendment, or its form was struck through. */
  readonly status: 'final' | 'amended' | 'withdrawn';
}

/** Who wrote it. */
export interface Author {
  readonly id: string;
  readonly name: string;
  readonly role: string;
}

/** A measured or chosen value. */
export type RecordValue =
  | {
      readonly kind: 'number';
      readonly value: number;
      readonly unit?: string;
      readonly ucum?: string;
      readonly comparator?: string;
    }
  | { readonly kind: 'coded'; readonly coding: Coding; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'yes-no'; readonly value: boolean }
  | { readonly kind: 'time'; readonly value: string; readonly of: 'date' | 'dateTime' | 'time' };

/** One value with its codes, inside an observation of one or of several parts. */
export interface CodedValue {
  readonly codes: readonly Coding[];
  readonly text: string;
  readonly value?: RecordValue;
  /** FHIR data-absent-reason, when somebody said why there is no value. */
  readonly absent?: string;
}

/** An answer to a coded question. */
export interface ValueRecord extends RecordSource, CodedValue {
  readonly kind: 'value';
  readonly linkId: string;
  readonly vital: boolean;
  /** Blood pressure: systolic and diastolic belong together. */
  readonly parts?: readonly CodedValue[];
}

/** An order of a medicine written on the MAR. */
export interface OrderRecord extends RecordSource {
  readonly kind: 'order';
  readonly section: 'once' | 'regular' | 'prn' | 'variable' | 'infusion';
  readonly drug: string;
  readonly dose?: string;
  readonly route?: string;
  readonly frequency?: string;
  readonly indication?: string;
  readonly prescriber?: string;
  readonly maximum?: string;
  /** True when the line came from the snapshot and was left as it was: the EHR has this order. */
  readonly inEhr: boolean;
}

/** A dose given, or not given with its reason. */
export interface DoseRecord extends RecordSource {
  readonly kind: 'dose';
  readonly order: string;
  readonly orderInEhr: boolean;
  readonly drug: string;
  readonly given: boolean;
  /** Code and words of the chart: G Given, R Refused … */
  readonly code?: string;
  readonly reason?: string;
  readonly dose?: string;
  readonly route?: string;
  /** Infusions: when the bag was stopped and what went in. */
  readonly until?: Instant;
  readonly volumeMl?: number;
  readonly dueAt?: string;
  readonly givenBy?: string;
  readonly checkedBy?: string;
  readonly notes: readonly string[];
}

/** A request to the laboratory. */
export interface LabRecord extends RecordSource {
  readonly kind: 'lab';
  readonly tests: readonly { readonly coding?: Coding; readonly text: string; readonly key: string }[];
  readonly priority?: { readonly code: string; readonly text: string };
  readonly specimen?: { readonly coding?: Coding; readonly text: string };
  readonly tubes?: string;
  readonly collectedAt?: string;
  readonly collectedBy?: string;
  readonly requester?: string;
  readonly contact?: string;
  readonly details?: string;
  readonly notes: readonly string[];
}

/** An allergy written here, or that none is known. */
export interface AllergyRecord extends RecordSource {
  readonly kind: 'allergy';
  /** Undefined: no allergy is known. */
  readonly substance?: string;
  readonly reaction?: string;
  readonly severity?: 'mild' | 'moderate' | 'severe' | 'unknown';
}

/** Arrival or movement with its true time. */
export interface MoveRecord extends RecordSource {
  readonly kind: 'move';
  readonly move: MoveKind | 'arrived';
  readonly ward?: string;
  readonly bed?: string;
  readonly to?: string;
}

/** Something said: a phone message, a verbal order, a critical result that was called. */
export interface MessageRecord extends RecordSource {
  readonly kind: 'message';
  readonly topic: string;
  readonly text: string;
  readonly from?: string;
  readonly to?: string;
}

/** Something done to the patient: a resuscitation, a transfusion. */
export interface ActRecord extends RecordSource {
  readonly kind: 'act';
  readonly name: string;
  readonly until?: Instant;
  readonly by?: string;
  readonly outcome?: string;
  readonly notes: readonly string[];
}
