import type { Instant } from '../basics/time';
import type { PatientFacts } from './patient';

/** Facts about who is here. subject = opaque patient id; a snapshot's subject is the snapshot id. */
export interface PatientEntries {
  /** A snapshot replaced the last one. The patients themselves lie sealed beside the ledger. */
  readonly 'snapshot.imported': {
    readonly snapshot: string;
    readonly asOf: Instant;
    readonly source: string;
    readonly format: 'csv' | 'fhir' | 'hl7v2';
    readonly read: number;
    readonly patients: number;
    readonly refused: number;
    readonly sha256: string;
  };
  /** Somebody who is not in the snapshot. */
  readonly 'patient.added': {
    readonly facts: PatientFacts;
    readonly downtimeNumber: string;
    readonly arrivedAt: Instant;
  };
  /** A fact of a patient was corrected or completed during the outage, on top of the snapshot. */
  readonly 'patient.updated': { readonly facts: Partial<PatientFacts>; readonly reason?: string };
  /** Real identity found for a downtime number. */
  readonly 'patient.linked': { readonly downtimeNumber: string; readonly mrn: string };
  readonly 'patient.unlinked': { readonly downtimeNumber: string; readonly mrn: string; readonly reason: string };
  /** Movement with its true time. */
  readonly 'patient.moved': {
    readonly kind: 'admitted' | 'transferred' | 'off-unit' | 'returned' | 'discharged' | 'left' | 'died';
    readonly occurredAt: Instant;
    readonly ward?: string;
    readonly bed?: string;
    readonly to?: string;
  };
}
