import type { Instant } from '../basics/time';
import type { ProblemLevel } from './known-problem';

/** How a problem ended when no try of its page did it. `not-this`: another problem, or none. */
export type ProblemOutcome = 'fixed' | 'worked-around' | 'not-this';

/**
 * Facts of one problem somebody works on. subject = a new id each time, book = the outage. No free text: like runbooks
 * they are written without a sign-in and hold no patient; what was seen goes into the log (F21). Limits are written as
 * they were said, in minutes, so that a later edition of the library moves no clock.
 */
export interface ProblemEntries {
  readonly 'problem.opened': {
    /** Id of the known problem. */
    readonly problem: string;
    readonly ward: string;
    /** First seen, which may be before it was written down. */
    readonly since: Instant;
    readonly level: ProblemLevel;
    /** The limit that holds here; without one, or where an event sets it, no clock runs. */
    readonly limit?: string;
    readonly limitMinutes?: number;
  };
  readonly 'problem-fix.tried': { readonly fix: string; readonly worked: boolean };
  /** Somebody was asked for help: a line of the problem's page or of the ladder. */
  readonly 'problem.escalated': {
    readonly to: string;
    readonly contact?: string;
    /** Until then somebody should have taken it. */
    readonly answerMinutes?: number;
  };
  /** Whoever was asked last has it now. */
  readonly 'problem.taken': {
    /** Until then it should be solved, else the next level is asked. */
    readonly escalateMinutes?: number;
  };
  readonly 'problem.closed': { readonly outcome: ProblemOutcome };
  /** It is back: tries and clock begin anew, what was done before stays. */
  readonly 'problem.reopened': { readonly since: Instant };
  /** Takes back one of the acts above; the entry `corrects` names it. */
  readonly 'problem-act.undone': { readonly act: string };
}
