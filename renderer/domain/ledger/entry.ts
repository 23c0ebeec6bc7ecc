import type { AuditEntries } from '../audit/entries';
import type { Instant } from '../basics/time';
import type { ChecklistEntries } from '../checklist/entries';
import type { DeliveryEntries } from '../delivery/entries';
import type { FormEntries } from '../form/entries';
import type { LibraryEntries } from '../library/entries';
import type { OutageEntries } from '../outage/entries';
import type { PatientEntries } from '../patient/entries';
import type { ReconciliationEntries } from '../reconciliation/entries';
import type { RetentionEntries } from '../retention/entries';
import type { RunbookEntries } from '../runbook/entries';
import type { ProblemEntries } from '../runbook/problem-entries';
import type { TrackingEntries } from '../tracking/entries';
import type { WorkstationEntries } from '../workstation/entries';

/** Every fact the ledger can hold: entry type -> payload. One module per noun adds its own. */
export type EntryPayloads = OutageEntries &
  AuditEntries &
  ChecklistEntries &
  FormEntries &
  LibraryEntries &
  PatientEntries &
  ReconciliationEntries &
  RetentionEntries &
  RunbookEntries &
  ProblemEntries &
  TrackingEntries &
  DeliveryEntries &
  WorkstationEntries;

/** The name of a fact, past tense, `noun.verbed`. */
export type EntryType = keyof EntryPayloads;

/** The book of facts that belong to no outage: set-up, people, snapshots, storage. */
export const WORKSTATION_BOOK = 'workstation';

/** The version of the library content an entry was made with; an answered form keeps its form's version for ever. */
export interface ContentRef {
  readonly id: string;
  readonly version: string;
}

/** The fields that stay readable without a key: ids, types, times, sequence. Fixed from day one. */
export interface EntryHead<T extends string = string> {
  /** ULID, unique over all devices. */
  readonly id: string;
  /** Outage id, or WORKSTATION_BOOK. */
  readonly book: string;
  /** What the fact is about: an opaque id (patient, form serial, checklist run …), never a name or an MRN. */
  readonly subject: string;
  readonly device: string;
  /** Counts per device from 1 without gaps. */
  readonly seq: number;
  /** One more than any lamport seen: entries of several devices fold in order (lamport, device, seq). */
  readonly lamport: number;
  /** When it was written down, by this PC's clock. Shown, never used for order. */
  readonly at: Instant;
  /** User id of the author; `-` where nobody needs to sign in (declaring, ticking a checklist). */
  readonly by: string;
  readonly type: T;
  /** Version of the payload's shape. */
  readonly v: number;
  readonly content?: ContentRef;
  /** Id of the entry this one corrects. */
  readonly corrects?: string;
  /** Hash of this device's previous sealed entry; 64 zeros for the first. */
  readonly prev: string;
}

/** One fact of one type, opened. */
export interface EntryOf<T extends EntryType> extends EntryHead<T> {
  readonly payload: EntryPayloads[T];
}

/** Any fact, discriminated by `type`. */
export type Entry = { readonly [T in EntryType]: EntryOf<T> }[EntryType];

/** What a command asks to be written; storage adds id, device, seq, lamport, at, prev. */
export type NewEntry = {
  readonly [T in EntryType]: {
    readonly book: string;
    readonly subject: string;
    readonly by: string;
    readonly type: T;
    readonly payload: EntryPayloads[T];
    readonly content?: ContentRef;
    readonly corrects?: string;
  };
}[EntryType];

/** An entry as it lies on disk, in both copies: head in clear (and bound as AAD), payload sealed. */
export interface SealedEntry extends EntryHead {
  /** Data key epoch. */
  readonly epoch: number;
  /** 12 random bytes, base64. */
  readonly iv: string;
  /** AES-256-GCM cipher text and tag of canonicalJson(payload), base64. */
  readonly ct: string;
  /** SHA-256 hex over sealedText(entry without hash); the next entry's `prev`. */
  readonly hash: string;
}

/** The author of what needs no sign-in. */
export const NOBODY = '-';

/** `prev` of a device's first entry. */
export const FIRST_PREV = '0'.repeat(64);
