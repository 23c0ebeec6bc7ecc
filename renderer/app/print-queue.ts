import { type Result, ok, refuse } from '../domain/basics/result';
import { WORKSTATION_BOOK } from '../domain/ledger/entry';
import { printJobs, printJobStage, type PrintJobState, unsentBatches } from '../domain/workstation/print-jobs';
import type { Core } from './core';
import type { PrintPlan, PrintRequest } from './print-plan';
import { recordPrint } from './print-record';
import type { Refused } from './refusal';

/** What the spooler said of a job; `why` of the batch it did not take. */
export interface Sent {
  readonly sent: boolean;
  readonly why?: string;
}

/** Jobs for printers, one after the other, batch by batch, while everything else goes on. */
export interface PrintQueue {
  /** Written down before the first page goes out; answers at once. `done` tells when the last batch was given over. */
  add(
    plan: PrintPlan,
    printer: string,
    copies: number,
  ): Promise<{ readonly job: string; readonly done: Promise<Sent> }>;
  /** The pages of a job of this session, as they were sent. */
  kept(job: string): PrintPlan | undefined;
  /** Sends what did not go out: after a failure from memory, after a restart from a plan made again. */
  resume(
    job: string,
    remake: (job: PrintJobState) => Promise<Result<PrintPlan, Refused>>,
  ): Promise<Result<{ readonly done: Promise<Sent> }, Refused>>;
}

/** Pages kept in memory for a reprint; older jobs are made again. A pack of 500 pages is some megabytes. */
const PLANS_KEPT = 6;

/** Makes the queue. Nothing of a job is written to a file of ours: the ledger keeps ids, memory keeps the pages. */
export function createPrintQueue(core: Core): PrintQueue {
  const { ports, state } = core;
  const plans = new Map<string, PrintPlan>();
  let turn: Promise<unknown> = Promise.resolve();

  const jobOf = (id: string): PrintJobState | undefined =>
    printJobs(state.get().world.entries).find((one) => one.id === id);

  const send = async (id: string, plan: PrintPlan): Promise<Sent> => {
    const job = jobOf(id);
    if (!job || job.dropped) return { sent: false };
    const { printer, copies } = job;
    for (const batch of unsentBatches(job)) {
      if (jobOf(id)?.dropped) break;
      const document = plan.documents[batch];
      if (document === undefined) continue;
      core.patch({ sending: { job: id, batch } });
      const answer = await ports.printing
        .toPrinter({ documents: [ports.paperEngine.turned(document, plan.paper)], paper: plan.paper, printer, copies })
        .catch((cause: unknown): Sent => ({ sent: false, why: cause instanceof Error ? cause.message : '' }));
      if (!answer.sent) {
        const why = (answer.why ?? '').slice(0, 200);
        await core.run((_world, { by }) =>
          ok([{ book: WORKSTATION_BOOK, subject: id, by, type: 'print.failed', payload: { batch, why } }]),
        );
        return answer;
      }
      await recordPrint(core, batchOf(plan, batch), { target: 'printer', printer, job: id, batch });
    }
    return { sent: true };
  };

  /** A failure to write is told by the one who waits; the next job still gets its turn. */
  const inTurn = (id: string, plan: PrintPlan): Promise<Sent> => {
    plans.set(id, plan);
    const [oldest] = plans.keys();
    if (plans.size > PLANS_KEPT && oldest !== undefined) plans.delete(oldest);
    const mine = turn.then(() => send(id, plan)).finally(() => core.patch({ sending: null }));
    turn = mine.catch(() => undefined);
    return mine;
  };

  return {
    async add(plan, printer, copies) {
      const job = ports.ids.newId();
      const request = requestToKeep(plan);
      const sheets = plan.sheets.map(({ title: _title, ...sheet }) => sheet);
      const { paper, pages, documents } = plan;
      await core.run((_world, { by }) =>
        ok([
          {
            book: WORKSTATION_BOOK,
            subject: job,
            by,
            type: 'print.queued',
            payload: {
              printer,
              paper,
              copies,
              pages,
              batches: documents.length,
              sheets,
              ...(request ? { request } : {}),
            },
          },
        ]),
      );
      return { job, done: inTurn(job, plan) };
    },
    kept: (job) => plans.get(job),
    async resume(id, remake) {
      const job = jobOf(id);
      if (!job) return refuse({ code: 'unknown-print-job' });
      if (!['open', 'failed'].includes(printJobStage(job))) return refuse({ code: 'print-job-closed' });
      const kept = plans.get(id);
      const made = kept ? ok(kept) : await remake(job);
      return made.ok ? ok({ done: inTurn(id, made.value) }) : made;
    },
  };
}

/** The part of a plan that is one document. */
function batchOf(plan: PrintPlan, batch: number): PrintPlan {
  const { batches } = plan;
  const own = batches?.[batch];
  if (!own || !batches) return plan;
  const first = batches.slice(0, batch).reduce((sum, { sheets }) => sum + sheets, 0);
  return { ...plan, pages: own.pages, sheets: plan.sheets.slice(first, first + own.sheets) };
}

/** What a restart could make the pages from again: ids only, and never a code or an answered form. */
function requestToKeep({ request, sheets, reprintReason }: PrintPlan): PrintRequest | undefined {
  if (reprintReason !== undefined) return undefined;
  switch (request.kind) {
    case 'sheet':
    case 'recovery-code':
    case 'break-glass-codes':
      return undefined;
    case 'patients': {
      // Those who were there then, whoever came or went since.
      const patients = [...new Set(sheets.flatMap(({ patient }) => patient ?? []))];
      return { ...request, patients };
    }
    default:
      return request;
  }
}

/** Hands out the serials of a job again, in their order. */
export function againIssuer(job: PrintJobState, next: (count: number, series?: 'DT' | 'DTB') => string[]) {
  const left = job.sheets.map(({ serial }) => serial);
  return {
    issue(count: number, series: 'DT' | 'DTB' = 'DT'): string[] {
      const mine = left.filter((serial) => serial.startsWith(`${series}-`)).slice(0, count);
      for (const serial of mine) left.splice(left.indexOf(serial), 1);
      return mine.length === count ? mine : [...mine, ...next(count - mine.length, series)];
    },
  };
}
