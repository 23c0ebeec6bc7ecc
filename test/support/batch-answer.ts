/** One problem with the input, wherever it was found. */
export interface BatchProblem {
  readonly code: string;
  readonly message: string;
  readonly where: string;
  readonly file: string;
  readonly linkId: string;
  readonly severity: string;
}

/** A line of `library list`, `library import` or `reconcile list`. */
export interface BatchItem {
  readonly kind: string;
  readonly id: string;
  readonly file: string;
  readonly serial: string;
  readonly item: string;
  readonly state: string;
  readonly values: readonly { readonly label: string; readonly text: string }[];
}

/** A line of `census list`. */
export interface BatchPatient {
  readonly mrn: string;
  readonly family: string;
  readonly given: string;
  readonly birthDate: string;
  readonly bed: string;
  readonly allergyStatus: string;
}

/** A page of a print command. */
export interface BatchSheet {
  readonly form: string;
  readonly version: string;
  readonly serial: string;
  readonly patient: string;
  readonly page: number;
  readonly of: number;
}

/** A file of `export`. */
export interface BatchFile {
  readonly name: string;
  readonly sha256: string;
  readonly records: number;
}

/** Everything the commands of the contract answer with; each has some of it, `patients` in two shapes. */
export interface BatchJson {
  readonly clock: { readonly changes: readonly { readonly kind: string; readonly byMs: number }[] };
  readonly code: string;
  readonly message: string;
  readonly where: string;
  readonly vault: string;
  readonly recoveryCode: string;
  readonly secondJournal: string;
  readonly entries: number;
  readonly devices: readonly { readonly device: string; readonly entries: number; readonly head: string }[];
  readonly chain: string;
  readonly copies: string;
  readonly quarantined: readonly { readonly id: string }[];
  readonly journalDamage?: readonly { readonly line: number; readonly why: string; readonly mended: boolean }[];
  readonly firstBroken?: { readonly device: string; readonly seq: number; readonly why: string };
  readonly checkpoints: { readonly state: string; readonly wrong?: { readonly seq: number } };
  readonly paper: { readonly found: readonly { readonly seq: number; readonly newest: boolean }[] };
  readonly events: number;
  readonly imported: number;
  readonly refused: readonly BatchProblem[];
  readonly items: readonly BatchItem[];
  readonly sha256: string;
  readonly read: number;
  readonly patients: readonly BatchPatient[];
  readonly asOf: string;
  readonly outage: string;
  readonly state: string;
  readonly downtimeNumber: string;
  readonly serial: string;
  readonly amends: string;
  readonly findings: readonly BatchProblem[];
  readonly pages: number;
  readonly sheets: readonly BatchSheet[];
  readonly overflow: readonly unknown[];
  readonly ms: number;
  readonly files: readonly BatchFile[];
  readonly unmapped: readonly unknown[];
  readonly locked: boolean;
  readonly keyring: string;
  readonly keyringSafe: boolean;
}
