import type { Instant } from '../basics/time';
import type { PatientEntries } from './entries';
import type { Patient, PatientFacts } from './patient';

/** A movement as it was written down. */
export interface Move {
  readonly entry: string;
  readonly kind: PatientEntries['patient.moved']['kind'];
  readonly occurredAt: Instant;
  readonly ward?: string;
  readonly bed?: string;
  readonly to?: string;
  readonly by: string;
  readonly at: Instant;
}

/** A link of a downtime number to a real identity; `undone` when somebody took it back. */
export interface Link {
  readonly entry: string;
  readonly downtimeNumber: string;
  readonly mrn: string;
  readonly by: string;
  readonly at: Instant;
  readonly undone?: { readonly by: string; readonly at: Instant; readonly reason: string };
}

/** A change of facts, kept with who and when; the board shows the last, the patient page all. */
export interface FactChange {
  readonly entry: string;
  readonly facts: Partial<PatientFacts>;
  readonly reason?: string;
  readonly by: string;
  readonly at: Instant;
}

/** What one outage wrote about one patient, on top of the snapshot. */
export interface WrittenPatient {
  readonly id: string;
  /** Set when the patient arrived in this outage. */
  readonly added?: {
    readonly facts: PatientFacts;
    readonly downtimeNumber: string;
    readonly arrivedAt: Instant;
    readonly by: string;
    readonly at: Instant;
  };
  readonly changes: readonly FactChange[];
  /** In fold order; the board orders them by true time. */
  readonly moves: readonly Move[];
  readonly links: readonly Link[];
}

/** All patient facts of the ledger. Snapshots lie beside the ledger; only their arrival is a fact here. */
export interface PatientsState {
  /** Outage id -> patient id -> what was written. */
  readonly written: ReadonlyMap<string, ReadonlyMap<string, WrittenPatient>>;
  /** Every downtime number ever issued, all outages and workstations. */
  readonly issued: ReadonlySet<string>;
  /** The last import of which the ledger knows. */
  readonly lastImport?: PatientEntries['snapshot.imported'] & { readonly importedAt: Instant; readonly by: string };
}

/** A patient of the board with the history behind the line. */
export interface BoardPatient extends Patient {
  /** True time order. */
  readonly moves: readonly Move[];
  readonly links: readonly Link[];
  readonly changes: readonly FactChange[];
  readonly arrivedAt?: Instant;
  /** When and by whom the arrival was written down. */
  readonly arrivalWritten?: { readonly at: Instant; readonly by: string };
  /** Time of the last movement; for one who left, when. */
  readonly movedAt?: Instant;
  /** Patients of the snapshot who turned out to be the same person: the linked MRN is theirs. */
  readonly sameAs: readonly string[];
}

/** Two patients in one bed, by the board's own word: shown on both lines until somebody moves one. */
export interface BedConflict {
  readonly ward: string;
  readonly bed: string;
  readonly patients: readonly string[];
}
