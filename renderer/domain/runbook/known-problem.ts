import type { Provenance, StepNeed } from '../checklist/checklist';
import type { SystemName } from '../outage/entries';
import type { MarkedText, RunbookProblem } from './runbook';
import type { SettingValues } from './timers';

/** Somebody to call; `contact` is a line of the directory, `for` says what they are called for. */
export interface ProblemCall {
  readonly who: string;
  readonly contact?: string;
  readonly for?: string;
}

/** 1 patient at risk now … 4 a question. */
export type ProblemLevel = 1 | 2 | 3 | 4;

/** One try: "Print job → cancel old queue, print one page". It works, or the next one is tried. */
export interface ProblemFix {
  readonly id: string;
  readonly object: string;
  readonly action: string;
  readonly needs: readonly StepNeed[];
  readonly provenance: Provenance;
}

/** How long to try before calling the next level without asking; an example a site may change. */
export type ProblemLimit = { readonly id: string; readonly when?: string; readonly provenance: Provenance } & (
  | { readonly unit: 'min' | 'h'; readonly value: number }
  /** Set by an event, not by a number: "end of shift". */
  | { readonly until: string }
);

/** One page per problem: words people use, who owns it, what to check, how to fix, when to stop trying. */
export interface KnownProblem {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly version: string;
  readonly status: 'draft' | 'active' | 'retired';
  /** Who keeps this page right; who solves the problem is `ownedBy`. */
  readonly owner: string;
  readonly reviewDate: string;
  readonly ownedBy: ProblemCall;
  readonly deputy?: ProblemCall;
  readonly systems: readonly SystemName[];
  /** The first whose `when` is true; one without `when` is the rest. */
  readonly levels: readonly { readonly level: ProblemLevel; readonly when?: string }[];
  readonly symptoms: readonly string[];
  /** Our own words for the search, shown nowhere. */
  readonly alsoSaid?: readonly string[];
  readonly checks: readonly string[];
  readonly fixes: readonly ProblemFix[];
  readonly limits: readonly ProblemLimit[];
  /** Whom to call when it is not fixed in time, in this order. */
  readonly next: readonly ProblemCall[];
  readonly notes: readonly MarkedText[];
}

/** What comes after a try. */
export type AfterFix =
  | { readonly kind: 'solved' }
  | { readonly kind: 'try'; readonly fix: ProblemFix }
  | { readonly kind: 'call'; readonly calls: readonly ProblemCall[] };

/** After a try that worked or did not: done, the next try, or the next level. An unknown try starts from the first. */
export function afterFix(problem: KnownProblem, fixId: string, worked: boolean): AfterFix {
  if (worked) return { kind: 'solved' };
  const fix = problem.fixes[problem.fixes.findIndex((one) => one.id === fixId) + 1];
  return fix ? { kind: 'try', fix } : { kind: 'call', calls: problem.next };
}

/** A limit in minutes with the site's number over the shipped one; undefined where an event sets it. */
export function limitMinutes(problem: KnownProblem, limitId: string, site: SettingValues = {}): number | undefined {
  const limit = problem.limits.find((one) => one.id === limitId);
  if (!limit || 'until' in limit) return undefined;
  return (site[limitId] ?? limit.value) * (limit.unit === 'h' ? 60 : 1);
}

/** The line of a try as it is read. */
export function fixLine({ object, action }: Pick<ProblemFix, 'object' | 'action'>): string {
  return `${object} → ${action}`;
}

/** The problem as a runbook shows it: one truth for the page of the problem and every runbook that names it. */
export function asRunbookProblem({ code, title, symptoms, fixes, next }: KnownProblem): RunbookProblem {
  return {
    id: code,
    title,
    symptoms,
    fix: fixes.map((fix) => ({ text: fixLine(fix), provenance: fix.provenance })),
    callNext: next.map((call) => (call.for === undefined ? call.who : `${call.who} for ${call.for}`)),
  };
}
