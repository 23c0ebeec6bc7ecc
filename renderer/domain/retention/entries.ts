import type { Instant } from '../basics/time';

/** Facts of removing an outage's patients. They name nobody: kinds, counts, keys, who decided and why. */
export interface RetentionEntries {
  /** Book = subject = the outage. Written before its key is destroyed: killed in between, the next sign-in goes on. */
  readonly 'patients.removed': {
    readonly closedAt: Instant;
    /** Entries by type that can no longer be read. */
    readonly counts: Readonly<Record<string, number>>;
    readonly entries: number;
    readonly drafts: number;
    readonly snapshots: number;
    /** Data keys that were destroyed. */
    readonly epochs: readonly number[];
    /** `policy`: its time had come; `two-people`: sooner, with a reason. */
    readonly why: 'policy' | 'two-people';
    readonly keptDays: number;
    readonly reason?: string;
    readonly secondPerson?: string;
    /** Backups saved up to here hold the key still. */
    readonly lastBackupAt?: Instant;
    /** The last numbers and serials given out, so that none is ever given twice. */
    readonly lastNumbers: readonly string[];
    readonly lastSerials: readonly string[];
    /** Snapshots as of this time or before went too; null: they stay, another outage needs them. */
    readonly snapshotsUpTo: Instant | null;
  };
  /** Book WORKSTATION_BOOK, subject the outage: a manager has it kept longer. */
  readonly 'retention.extended': { readonly until: Instant; readonly reason: string };
}
