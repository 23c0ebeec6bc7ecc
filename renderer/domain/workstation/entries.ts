import type { Instant } from '../basics/time';

import type { ExportSettings } from './export-settings';
import type { PrintEntries, PrintedSheet } from './print-entries';

export type { PrintedSheet } from './print-entries';

/** Facts about this workstation and its stores; book WORKSTATION_BOOK. Facts of an export or a print carry ids only. */
export interface WorkstationEntries extends PrintEntries {
  /** First set-up. */
  readonly 'workstation.set-up': { readonly site: string; readonly ward: string; readonly workstation: string };
  /** A person got a way to sign in here. */
  readonly 'person.enrolled': { readonly person: string; readonly name: string; readonly role: PersonRole };
  /** Somebody's badge was written down, or another one. The number stands nowhere. */
  readonly 'badge.given': { readonly person: string };
  /** One-time codes went into envelopes; the codes themselves are nowhere. */
  readonly 'break-glass.made': { readonly count: number };
  /** Somebody came in with one and said who they are and why. */
  readonly 'break-glass.used': { readonly name: string; readonly role: BreakGlassRole; readonly reason: string };
  /** A manager looked at a use; `use` is its entry. */
  readonly 'break-glass.reviewed': { readonly use: string };
  /** The clock of this PC jumped, or daylight saving or the time zone changed. Order never follows the clock; people do. */
  readonly 'clock.changed': ClockChange;
  /** Somebody held the clock of this PC against one they trust. `offsetMs`: this PC's less the trusted one. */
  readonly 'clock.compared': { readonly offsetMs: number };
  /** One of the two copies was short or unreadable and was rebuilt from the other. */
  readonly 'storage.recovered': {
    readonly from: 'journal' | 'database';
    readonly entries: number;
    readonly reason: 'database-empty' | 'database-behind' | 'journal-behind' | 'database-unopenable';
  };
  /** At start the record was not what this PC had signed of it: its end is gone, or another entry stands there. */
  readonly 'record.doubted': {
    readonly why: string;
    readonly device?: string;
    readonly seq?: number;
    /** Where the record of that device ended. */
    readonly lastSeq?: number;
    /** When it was signed. */
    readonly at?: string;
  };
  /** Patients left the app. `files` are names and hashes, never content. */
  readonly 'export.written': {
    readonly format: string;
    readonly files: readonly { readonly name: string; readonly sha256: string; readonly records: number }[];
    readonly upTo: string;
    readonly ledgerHead: string;
    /** Folder or file it went to, by its last name. */
    readonly to?: string;
    readonly onlyChanges?: boolean;
    /** Inside an AES-256 archive. */
    readonly encrypted?: boolean;
    readonly test?: boolean;
    readonly counts?: Readonly<Record<string, number>>;
  };
  /** How exports are written from now on. Everything: a later one replaces it whole. */
  readonly 'export.configured': { readonly settings: ExportSettings };
  /** Paper left the app. */
  readonly 'pack.printed': {
    readonly pages: number;
    readonly sheets: readonly PrintedSheet[];
    /** `zpl`: a file for a label printer. */
    readonly target: 'pdf' | 'printer' | 'zpl';
    readonly printer?: string;
    /** The part of a job that went out with this, counted from 0 (`print.queued`). */
    readonly job?: string;
    readonly batch?: number;
    readonly snapshotAsOf?: string;
    /** Labels: of what kind, how many, for whom. No sheet comes back from them. */
    readonly labels?: { readonly kind: string; readonly count: number; readonly patients: readonly string[] };
    /** Set when a sheet is printed once more. */
    readonly reprintReason?: string;
  };
}

/** What a clock did. */
export interface ClockChange {
  readonly kind: 'set-back' | 'set-forward' | 'daylight-saving' | 'zone-changed';
  /** How far what it shows moved; negative: back. */
  readonly byMs: number;
  /** What it would have shown when this was noticed, and what it showed. */
  readonly was: Instant;
  readonly is: Instant;
  /** The PC was switched off in between: it may have been more. */
  readonly atLeast?: boolean;
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
