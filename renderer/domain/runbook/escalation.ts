import type { Provenance } from '../checklist/checklist';
import type { KnownProblem, ProblemCall, ProblemLevel } from './known-problem';
import type { MarkedText } from './runbook';

/** A time of the severity table: a number, or an event ("next huddle"). */
export type SeverityTime = { readonly unit: 'min' | 'h'; readonly value: number } | { readonly words: string };

/** A row of the severity table. */
export interface Severity {
  readonly level: ProblemLevel;
  readonly meaning: string;
  readonly answerWithin: SeverityTime;
  readonly escalateAfter: SeverityTime;
  readonly provenance: Provenance;
}

/** How problems rise: severity with its clock, the ladder, what every call says. */
export interface Escalation {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly status: 'draft' | 'active' | 'retired';
  readonly owner: string;
  readonly reviewDate: string;
  readonly notice: string;
  readonly purpose: string;
  readonly howToUse: readonly MarkedText[];
  readonly severities: readonly Severity[];
  readonly rules: readonly MarkedText[];
  /** From the ward upwards. */
  readonly ladder: readonly ProblemCall[];
  readonly ladderRules: readonly MarkedText[];
  /** Every call gives these. */
  readonly callFacts: readonly string[];
  /** The page of names a unit fills in and checks. */
  readonly contactPage: {
    readonly columns: readonly string[];
    /** Contacts beside the problems themselves. */
    readonly more: readonly ProblemCall[];
    readonly rules: readonly MarkedText[];
  };
  /** What a site writes down of a problem of its own. */
  readonly record: {
    readonly fields: readonly string[];
    readonly states: readonly string[];
    readonly rules: readonly MarkedText[];
  };
}

/** The row of a level; every level has one (checked at build). */
export function severityOf({ severities }: Escalation, level: ProblemLevel): Severity | undefined {
  return severities.find((one) => one.level === level);
}

/**
 * Whom to call, one after the other: the owner, the deputy, the problem's own next levels, then what is left of the
 * ladder above them. Nobody twice.
 */
export function callOrder(problem: KnownProblem, { ladder }: Escalation): readonly ProblemCall[] {
  const own = [problem.ownedBy, ...(problem.deputy ? [problem.deputy] : []), ...problem.next];
  const highest = Math.max(-1, ...own.map((call) => ladder.findIndex((rung) => samePerson(rung, call))));
  const above = ladder.slice(Math.max(highest + 1, FIRST_ABOVE_OWNER));
  return [...own, ...above].filter((call, n, all) => all.findIndex((one) => samePerson(one, call)) === n);
}

/** The ladder's first two rungs are the ward itself and the owner: both are in the problem already. */
const FIRST_ABOVE_OWNER = 2;

function samePerson(a: ProblemCall, b: ProblemCall): boolean {
  return a.contact === undefined || b.contact === undefined ? a.who === b.who : a.contact === b.contact;
}
