import type { Instant } from '../../domain/basics/time';
import type { PatientFacts } from '../../domain/patient/patient';
import type { InputProblem } from '../problem';
import type { CensusMapping, TableMapping } from './mapping';
import type { CensusField } from './fields';

/** The formats a census comes in. */
export type CensusFormat = 'csv' | 'fhir' | 'hl7v2';

/** One input file. */
export interface CensusFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What the site knows that files do not say. */
export interface SiteDefaults {
  /** The clock now; also gives the UTC offset of times without one. */
  readonly now: Instant;
  /** Ward of patients whose source names none. */
  readonly ward?: string;
  /** Name of the system that assigns MRNs, part of the patient id. */
  readonly assigner?: string;
  /** Opaque, stable patient id (keyed hash outside). Called with an MRN, or with what stands for one. */
  readonly idFor: (assigner: string, mrn: string) => string;
}

/** Everything `readCensus` needs. */
export interface CensusInput {
  readonly files: readonly CensusFile[];
  readonly format?: CensusFormat;
  /** A mapping file, parsed JSON: what somebody decided for this source. */
  readonly mapping?: unknown;
  /** Remembered table mappings by header fingerprint. */
  readonly remembered?: Readonly<Record<string, unknown>>;
  readonly asOf?: Instant;
  /** Patients of the last snapshot: HL7 v2 messages update them, tables and FHIR replace them. */
  readonly base?: readonly CensusPatient[];
  readonly siteDefaults: SiteDefaults;
}

/** A patient of a snapshot. */
export type CensusPatient = PatientFacts & { readonly id: string };

/** Something only a person can decide. `answer` is the mapping that says it; batch callers put it in the --map file. */
export interface CensusQuestion {
  readonly code: 'date-order' | 'two-digit-year' | 'name-order' | 'sex-codes';
  readonly file: string;
  readonly column: string;
  /** How many rows wait for the answer; with `blocking` they are refused until it is given. */
  readonly rows: number;
  readonly blocking: boolean;
  /** A value of the file, to show beside the choices on screen; never to log. */
  readonly example: string;
  readonly choices: readonly { readonly label: string; readonly answer: Partial<TableMapping> }[];
}

/** One column as it was understood, for the mapping screen. */
export interface CensusColumn {
  readonly header: string;
  readonly field: CensusField | undefined;
  /** 0-1. */
  readonly confidence: number;
  readonly from: 'header' | 'values' | 'mapping' | 'remembered' | 'none';
  /** Up to three values to show beside it; never to log. */
  readonly samples: readonly string[];
}

/** One table as it was understood. */
export interface CensusTable {
  readonly file: string;
  readonly table: TableMapping['table'] & string;
  readonly fingerprint: string;
  readonly delimiter: string;
  readonly encoding: string;
  readonly headerLine: number;
  readonly rows: number;
  readonly columns: readonly CensusColumn[];
  /** Store this under `fingerprint` once somebody confirmed the mapping; it holds no patient data. */
  readonly remember: TableMapping;
}

/** A census as it was read. Always an answer: what could not be read is named in `refused`, the rest is here. */
export interface CensusReading {
  readonly format: CensusFormat;
  readonly patients: readonly CensusPatient[];
  /** Patient records found in the input, refused ones included. */
  readonly read: number;
  /** Of `patients`, how many of `base` changed (HL7 v2). */
  readonly updated: number;
  readonly refused: readonly InputProblem[];
  readonly warnings: readonly InputProblem[];
  readonly asOf: Instant;
  /** The mapping in full, as a mapping file would hold it (tables only). */
  readonly mapping?: CensusMapping;
  readonly tables: readonly CensusTable[];
  readonly questions: readonly CensusQuestion[];
}
