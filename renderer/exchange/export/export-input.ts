import type { Instant } from '../../domain/basics/time';
import type { FormDefinition } from '../../domain/form/form';
import type { SignedForm } from '../../domain/form/forms-state';
import type { BoardPatient, Move } from '../../domain/patient/board';
import type { QueueItem } from '../../domain/reconciliation/queue';
import type { ExportSettings } from '../../domain/workstation/export-settings';

export type { ExportSettings } from '../../domain/workstation/export-settings';

/** A signed form with the definition of the version it was answered in; without it only the answers as signed go out. */
export interface ExportForm {
  readonly signed: SignedForm;
  readonly definition?: FormDefinition;
}

/** One line of a role card's log. */
export interface ChecklistLine {
  readonly checklist: string;
  readonly ward: string;
  readonly step: string;
  readonly round: number;
  readonly text?: string;
  readonly state: string;
  readonly by: string;
  readonly at: Instant;
  readonly evidence?: string;
  readonly reason?: string;
  readonly undone?: boolean;
}

/** Everything an export is made of: plain values, gathered by the app. */
export interface ExportInput {
  readonly outage: {
    readonly id: string;
    readonly kind: string;
    readonly ward: string;
    readonly since: Instant;
    readonly until?: Instant;
  };
  /** The board of the outage; only those something was written about go out. */
  readonly patients: readonly BoardPatient[];
  readonly forms: readonly ExportForm[];
  readonly backEntry: readonly QueueItem[];
  readonly checklists: readonly ChecklistLine[];
  readonly people: readonly { readonly id: string; readonly name: string; readonly role: string }[];
  readonly site: string;
  readonly workstation: string;
  /** Version of the app. */
  readonly version: string;
  readonly ledgerHead: string;
  readonly exportedAt: Instant;
  readonly exportedBy: string;
  /** Where the ledger stands (see changed-since.ts); goes into the manifest for the next export. */
  readonly upTo: string;
  /** Subjects (form serials, patient ids) that changed since the last export; undefined: everything. */
  readonly changed?: ReadonlySet<string>;
  readonly settings?: ExportSettings;
  /** Movements that went out before and were corrected since: the receiver must take them back. */
  readonly withdrawnMoves?: readonly WithdrawnMove[];
  /** Where it goes to, as far as it is known; a folder or file by its last name. */
  readonly to?: string;
  /** Time of the data the forms were prefilled from; printed on every page of a PDF. */
  readonly snapshotAsOf?: Instant;
  /** What the log of the event says, oldest first. */
  readonly story?: readonly { readonly at: Instant; readonly what: string; readonly by: string }[];
}

/** A movement that a correction took back. */
export interface WithdrawnMove {
  readonly patient: string;
  readonly move: Move;
  readonly at: Instant;
  readonly by: string;
}

/** One file of an export. Names carry no patient data. */
export interface ExportFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Resources, messages or rows in it. */
  readonly records: number;
}

/** Something that could not be carried over as data; it is in the answers as signed. */
export interface Unmapped {
  readonly serial: string;
  readonly linkId?: string;
  readonly reason:
    | 'no-definition'
    | 'no-patient'
    | 'no-message'
    | 'check-failed'
    | 'does-not-fit'
    | 'not-in-dictionary'
    | 'no-document';
  readonly message: string;
}

/** A written export. */
export interface ExportResult {
  readonly files: readonly ExportFile[];
  readonly unmapped: readonly Unmapped[];
}
