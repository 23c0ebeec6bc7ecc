import { type Result, ok, refuse } from '../basics/result';
import type { Instant } from '../basics/time';
import { type Entry, type NewEntry, WORKSTATION_BOOK } from '../ledger/entry';
import type { PrintedSheet } from './entries';
import type { CameOut } from './print-entries';

/** One job for a printer as far as it came. */
export interface PrintJobState {
  readonly id: string;
  readonly at: Instant;
  readonly by: string;
  readonly printer: string;
  readonly paper: 'A4' | 'Letter';
  readonly copies: number;
  readonly pages: number;
  readonly batches: number;
  readonly sheets: readonly PrintedSheet[];
  readonly request?: unknown;
  /** Batches the spooler took, counted from 0. */
  readonly sent: readonly number[];
  /** The last batch it did not take, unless it took it since. */
  readonly failed?: { readonly batch: number; readonly why: string };
  readonly cameOut?: CameOut;
  readonly dropped?: true;
}

/**
 * Where a job stands: `open` has batches that did not go out, `asked` waits for somebody who looks at the printer. `some`:
 * not all came out, and what was missing is a job of its own.
 */
export type PrintJobStage = 'open' | 'failed' | 'asked' | 'some' | 'done' | 'dropped';

/** Why an answer is not written. */
export type PrintJobRefusal = { readonly code: 'unknown-print-job' } | { readonly code: 'print-job-closed' };

/** Jobs of this workstation, oldest first. */
export function printJobs(entries: readonly Entry[]): readonly PrintJobState[] {
  const jobs = new Map<string, PrintJobState>();
  const change = (id: string, part: (job: PrintJobState) => PrintJobState): void => {
    const job = jobs.get(id);
    if (job) jobs.set(id, part(job));
  };
  for (const entry of entries) {
    const { subject } = entry;
    switch (entry.type) {
      case 'print.queued':
        jobs.set(subject, { id: subject, at: entry.at, by: entry.by, ...entry.payload, sent: [] });
        break;
      case 'pack.printed': {
        const { job, batch } = entry.payload;
        if (job !== undefined && batch !== undefined) change(job, (one) => withSent(one, batch));
        break;
      }
      case 'print.failed':
        change(subject, (one) => ({ ...one, failed: entry.payload }));
        break;
      case 'print.answered':
        change(subject, (one) => ({ ...one, cameOut: entry.payload.cameOut }));
        break;
      case 'print.dropped':
        change(subject, (one) => ({ ...one, dropped: true }));
        break;
      default:
    }
  }
  return [...jobs.values()];
}

/** Batches that have not gone out, in order. */
export function unsentBatches(job: PrintJobState): readonly number[] {
  return Array.from({ length: job.batches }, (_, batch) => batch).filter((batch) => !job.sent.includes(batch));
}

/** Where a job stands. */
export function printJobStage(job: PrintJobState): PrintJobStage {
  if (job.cameOut !== undefined) return job.cameOut === 'yes' ? 'done' : 'some';
  if (job.dropped) return job.sent.length > 0 ? 'asked' : 'dropped';
  if (job.failed) return 'failed';
  return unsentBatches(job).length > 0 ? 'open' : 'asked';
}

/** Somebody looked at the printer. */
export function answerPrintJob(
  entries: readonly Entry[],
  input: { readonly job: string; readonly cameOut: CameOut; readonly from?: number; readonly to?: number },
  by: string,
): Result<readonly NewEntry[], PrintJobRefusal> {
  const { job: subject, ...payload } = input;
  return closed(entries, subject) ?? ok([{ book: WORKSTATION_BOOK, subject, by, type: 'print.answered', payload }]);
}

/** The rest of a job is not wanted any more. */
export function dropPrintJob(
  entries: readonly Entry[],
  subject: string,
  by: string,
): Result<readonly NewEntry[], PrintJobRefusal> {
  return closed(entries, subject) ?? ok([{ book: WORKSTATION_BOOK, subject, by, type: 'print.dropped', payload: {} }]);
}

function closed(entries: readonly Entry[], id: string): Result<never, PrintJobRefusal> | undefined {
  const job = printJobs(entries).find((one) => one.id === id);
  if (!job) return refuse({ code: 'unknown-print-job' });
  return ['done', 'some', 'dropped'].includes(printJobStage(job)) ? refuse({ code: 'print-job-closed' }) : undefined;
}

function withSent(job: PrintJobState, batch: number): PrintJobState {
  const { failed, ...rest } = job;
  const sent = [...new Set([...job.sent, batch])];
  // A page printed again is asked about anew.
  const { cameOut: _, ...asked } = rest;
  return { ...asked, sent, ...(failed && failed.batch !== batch ? { failed } : {}) };
}

/** The last test page of a printer somebody called good. */
export function lastGoodTest(
  entries: readonly Entry[],
  printer: string,
): { readonly at: Instant; readonly scanned: boolean } | undefined {
  const found = entries.findLast(
    (entry) => entry.type === 'printer.tested' && entry.subject === printer && entry.payload.good,
  );
  return found?.type === 'printer.tested' ? { at: found.at, scanned: found.payload.scanned } : undefined;
}
