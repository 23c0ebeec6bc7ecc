import { type Result, refuse } from '../domain/basics/result';
import type { Instant } from '../domain/basics/time';
import type { Entry } from '../domain/ledger/entry';
import type { Escalation } from '../domain/runbook/escalation';
import type { KnownProblem, ProblemLevel } from '../domain/runbook/known-problem';
import {
  closeProblem,
  escalateProblem,
  openProblem,
  type ProblemRefusal,
  reopenProblem,
  takeProblem,
  tryFix,
  undoProblemAct,
} from '../domain/runbook/problem-commands';
import type { ProblemOutcome } from '../domain/runbook/problem-entries';
import type { Core } from './core';

type Outcome = Promise<Result<readonly Entry[], ProblemRefusal>>;

/** Known problems somebody works on: tries, calls for help, how it ended. Needs no sign-in. */
export interface ProblemUse {
  open(input: {
    readonly outage: string;
    readonly ward: string;
    readonly problem: string;
    readonly since: Instant;
    readonly level: ProblemLevel;
    readonly limit?: string;
  }): Outcome;
  tryFix(input: { readonly id: string; readonly fix: string; readonly worked: boolean }): Outcome;
  escalate(input: { readonly id: string; readonly to: string }): Outcome;
  /** Whoever was asked last has it now. */
  take(input: { readonly id: string }): Outcome;
  close(input: { readonly id: string; readonly outcome: ProblemOutcome }): Outcome;
  reopen(input: { readonly id: string; readonly since: Instant }): Outcome;
  undo(input: { readonly id: string; readonly entry?: string }): Outcome;
}

/** A library without a ladder: the problem's own calls, and no clock after them. */
const NO_ESCALATION: Pick<Escalation, 'ladder' | 'severities'> = { ladder: [], severities: [] };

/** Makes the use-cases of known problems. */
export function createProblemUse(core: Core): ProblemUse {
  const pageById = (id: string): KnownProblem | undefined =>
    core.state.get().library.problems.find((one) => one.id === id);
  const escalation = (): Escalation => core.state.get().library.escalation ?? (NO_ESCALATION as Escalation);
  const unknown = (): Outcome => Promise.resolve(refuse({ code: 'unknown-problem' } as const));
  const withPage = (id: string, then: (problem: KnownProblem) => Outcome): Outcome => {
    const problem = pageById(core.state.get().world.problems.problems[id]?.problem ?? '');
    return problem ? then(problem) : unknown();
  };
  return {
    open(input) {
      const problem = pageById(input.problem);
      return problem ? core.run((_world, context) => openProblem({ ...input, problem }, context)) : unknown();
    },
    tryFix: (input) =>
      withPage(input.id, (problem) => core.run((world, by) => tryFix(world.problems, { ...input, problem }, by))),
    escalate: (input) =>
      withPage(input.id, (problem) =>
        core.run((world, by) => escalateProblem(world.problems, { ...input, problem, escalation: escalation() }, by)),
      ),
    take: (input) =>
      withPage(input.id, (problem) =>
        core.run((world, by) => takeProblem(world.problems, { ...input, problem, escalation: escalation() }, by)),
      ),
    close: (input) =>
      withPage(input.id, (problem) => core.run((world, by) => closeProblem(world.problems, { ...input, problem }, by))),
    reopen: (input) =>
      withPage(input.id, (problem) =>
        core.run((world, context) => reopenProblem(world.problems, { ...input, problem }, context)),
      ),
    undo: (input) =>
      withPage(input.id, (problem) =>
        core.run((world, by) => undoProblemAct(world.problems, { ...input, problem }, by)),
      ),
  };
}
