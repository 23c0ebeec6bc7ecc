/** Facts about this workstation and its stores; book WORKSTATION_BOOK. Facts of an export or a print carry ids only. */
export interface WorkstationEntries {
  /** First set-up. */
  readonly 'workstation.set-up': { readonly site: string; readonly ward: string; readonly workstation: string };
  /** A person got a way to sign in here. */
  readonly 'person.enrolled': { readonly person: string; readonly name: string; readonly role: PersonRole };
  /** One-time codes went into envelopes; the codes themselves are nowhere. */
  readonly 'break-glass.made': { readonly count: number };
  /** Somebody came in with one and said who they are and why. */
  readonly 'break-glass.used': { readonly name: string; readonly role: BreakGlassRole; readonly reason: string };
  /** A manager looked at a use; `use` is its entry. */
  readonly 'break-glass.reviewed': { readonly use: string };
  /** One of the two copies was short or unreadable and was rebuilt from the other. */
  readonly 'storage.recovered': {
    readonly from: 'journal' | 'database';
    readonly entries: number;
    readonly reason: 'database-empty' | 'database-behind' | 'journal-behind' | 'database-unopenable';
  };
  /** Patients left the app. `files` are names and hashes, never content. */
  readonly 'export.written': {
    readonly format: string;
    readonly files: readonly { readonly name: string; readonly sha256: string; readonly records: number }[];
    readonly upTo: string;
    readonly ledgerHead: string;
  };
  /** Paper left the app. */
  readonly 'pack.printed': {
    readonly pages: number;
    readonly sheets: readonly PrintedSheet[];
    /** `zpl`: a file for a label printer. */
    readonly target: 'pdf' | 'printer' | 'zpl';
    readonly printer?: string;
    readonly snapshotAsOf?: string;
    /** Labels: of what kind, how many, for whom. No sheet comes back from them. */
    readonly labels?: { readonly kind: string; readonly count: number; readonly patients: readonly string[] };
    /** Set when a sheet is printed once more. */
    readonly reprintReason?: string;
  };
}

/** One form for one patient (or blank) on paper. */
export interface PrintedSheet {
  readonly serial: string;
  readonly form: string;
  readonly version: string;
  readonly pages: number;
  /** Opaque patient id; missing on a blank form. */
  readonly patient?: string;
}

/** What a person may be at this workstation. */
export type PersonRole =
  | 'manager'
  | 'nurse-in-charge'
  | 'nurse'
  | 'doctor'
  | 'clerk'
  | 'pharmacist'
  | 'records'
  | 'other';

/** What a one-time code lets somebody be: it proves a paper, and makes nobody a manager. */
export type BreakGlassRole = Exclude<PersonRole, 'manager'>;
