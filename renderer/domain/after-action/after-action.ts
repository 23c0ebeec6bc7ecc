import { elapsedMs, type Instant, toEpochMs } from '../basics/time';
import type { StepView } from '../checklist/step-view';
import type { SignedForm } from '../form/forms-state';
import type { Entry } from '../ledger/entry';
import type { LogLine, OutageState } from '../outage/outage';
import type { QueueItem } from '../reconciliation/queue';
import { SETTLED } from '../reconciliation/rules';
import { endOf, type OpenProblem } from '../runbook/open-problem';
import type { TrackedRequest } from '../tracking/tracked-request';
import { lateWork, type LateWork } from './late-work';
import { requestTimes, type RequestTimes } from './request-times';

/** Everything an after-action report is made of; all of one event. */
export interface AfterActionInput {
  readonly event: OutageState;
  /** All facts of the ledger: paper is booked on the workstation. */
  readonly entries: readonly Entry[];
  readonly steps: readonly (StepView & { readonly checklist: string; readonly ward: string })[];
  readonly forms: readonly SignedForm[];
  readonly requests: readonly TrackedRequest[];
  readonly resultedAt: (serial: string) => Instant | undefined;
  readonly problems: readonly OpenProblem[];
  /** Missing where the lines of this event are not looked at any more. */
  readonly backEntry?: readonly QueueItem[];
  readonly now: Instant;
}

/**
 * What happened, counted from what was written down (RB-C6, measures for the after-action review). A measure nothing was
 * written about is left out: it is not zero.
 */
export interface AfterAction {
  readonly lastedMs: number;
  /** From when it began to when somebody said so. Negative: it was announced before. */
  readonly declaredAfterMs: number;
  readonly firstStepAfterMs?: number;
  readonly firstPaperAfterMs?: number;
  readonly pages: number;
  readonly forms: {
    readonly signed: number;
    readonly perHour: number;
    readonly amended: number;
    readonly struck: number;
    /** Written down more than an hour after it was done. */
    readonly late: number;
    readonly byForm: readonly { readonly form: string; readonly count: number }[];
  };
  readonly patients: { readonly added: number; readonly linked: number; readonly moves: number };
  readonly requests: readonly RequestTimes[];
  readonly steps: {
    readonly done: number;
    readonly notApplicable: number;
    readonly doneLate: number;
    readonly never: number;
    /** Longest late first. */
    readonly late: readonly LateWork[];
  };
  readonly log: Readonly<Record<LogLine['kind'], readonly LogLine[]>>;
  readonly problems: {
    readonly opened: number;
    readonly solved: number;
    readonly escalated: number;
    readonly medianMs?: number;
  };
  readonly updates: { readonly count: number; readonly longestSilenceMs: number };
  readonly breakGlass: number;
  readonly backEntry?: {
    readonly items: number;
    readonly settled: number;
    readonly open: number;
    readonly conflicts: number;
    /** From the all-clear to the last line, once nothing is open. */
    readonly emptyAfterMs?: number;
  };
}

const HOUR_MS = 3_600_000;

/** The report of an event as the ledger tells it now. */
export function afterAction(input: AfterActionInput): AfterAction {
  const { event, now, entries, forms, problems, backEntry } = input;
  const endMs = toEpochMs(event.until ?? now);
  const startMs = toEpochMs(event.since);
  const lastedMs = Math.max(0, endMs - startMs);
  const own = entries.filter((entry) => entry.book === event.id);
  const firstOf = (found: readonly Entry[]): number | undefined =>
    found.length === 0 ? undefined : Math.min(...found.map((entry) => toEpochMs(entry.at))) - startMs;
  const printed = entries.filter(
    (entry) => entry.type === 'pack.printed' && toEpochMs(entry.at) >= startMs && toEpochMs(entry.at) <= endMs,
  );
  const firstStep = firstOf(own.filter((entry) => entry.type === 'step.done'));
  const firstPaper = firstOf(printed);
  const solvedMs = problems.flatMap((open) => {
    const end = endOf(open);
    return end ? [elapsedMs(open.since, end.at)] : [];
  });
  const median = medianOf(solvedMs);
  return {
    lastedMs,
    declaredAfterMs: elapsedMs(event.since, event.declaredAt),
    ...(firstStep === undefined ? {} : { firstStepAfterMs: firstStep }),
    ...(firstPaper === undefined ? {} : { firstPaperAfterMs: firstPaper }),
    pages: printed.reduce((sum, entry) => sum + (entry.type === 'pack.printed' ? entry.payload.pages : 0), 0),
    forms: formCounts(forms, lastedMs),
    patients: {
      added: own.filter(({ type }) => type === 'patient.added').length,
      linked: own.filter(({ type }) => type === 'patient.linked').length,
      moves: own.filter(({ type }) => type === 'patient.moved').length,
    },
    requests: requestTimes(input.requests, input.resultedAt),
    steps: lateWork(input.steps, now),
    log: {
      note: event.log.filter(({ kind }) => kind === 'note'),
      decision: event.log.filter(({ kind }) => kind === 'decision'),
      issue: event.log.filter(({ kind }) => kind === 'issue'),
      safety: event.log.filter(({ kind }) => kind === 'safety'),
    },
    problems: {
      opened: problems.length,
      solved: solvedMs.length,
      escalated: problems.filter(({ acts }) => acts.some((act) => act.kind === 'escalated' && !act.undone)).length,
      ...(median === undefined ? {} : { medianMs: median }),
    },
    updates: { count: event.updates.length, longestSilenceMs: longestSilence(event, endMs) },
    breakGlass: entries.filter(
      (entry) => entry.type === 'break-glass.used' && toEpochMs(entry.at) >= startMs && toEpochMs(entry.at) <= endMs,
    ).length,
    ...(backEntry === undefined ? {} : { backEntry: backEntryCounts(backEntry, event.until) }),
  };
}

/** The middle of several durations; undefined of none. */
export function medianOf(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : mean(sorted[middle - 1], sorted[middle]);
}

function mean(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : (a + b) / 2;
}

function formCounts(forms: readonly SignedForm[], lastedMs: number): AfterAction['forms'] {
  const counts = new Map<string, number>();
  for (const { form } of forms) counts.set(form, (counts.get(form) ?? 0) + 1);
  return {
    signed: forms.length,
    // A short outage is not blown up to an hour's worth.
    perHour: forms.length / Math.max(1, lastedMs / HOUR_MS),
    amended: forms.filter(({ versions }) => versions.length > 1).length,
    struck: forms.filter(({ struck }) => struck !== undefined).length,
    late: forms.filter(({ versions: [first] }) => first && elapsedMs(first.occurredAt, first.at) > HOUR_MS).length,
    byForm: [...counts]
      .map(([form, count]) => ({ form, count }))
      .toSorted((a, b) => b.count - a.count || (a.form < b.form ? -1 : 1)),
  };
}

/** The longest stretch in which nobody heard anything, from the start to the end. */
function longestSilence(event: OutageState, endMs: number): number {
  const told = [...event.updates, ...event.changes].map(({ at }) => toEpochMs(at)).filter((ms) => ms < endMs);
  const marks = [toEpochMs(event.since), ...told.toSorted((a, b) => a - b), endMs];
  return marks.reduce((longest, ms, index) => Math.max(longest, ms - (marks[index - 1] ?? ms)), 0);
}

function backEntryCounts(
  items: readonly QueueItem[],
  until: Instant | undefined,
): NonNullable<AfterAction['backEntry']> {
  const asked = items.filter((item) => !item.byPolicy);
  const settled = asked.filter(({ state }) => SETTLED.includes(state));
  const lastMs = Math.max(...settled.flatMap(({ mark }) => (mark ? [toEpochMs(mark.at)] : [])));
  const empty = until !== undefined && asked.length > 0 && settled.length === asked.length && Number.isFinite(lastMs);
  return {
    items: asked.length,
    settled: settled.length,
    open: asked.length - settled.length,
    conflicts: asked.filter(({ conflict }) => conflict).length,
    ...(empty ? { emptyAfterMs: Math.max(0, lastMs - toEpochMs(until)) } : {}),
  };
}
