import { type Result, refuse } from '../domain/basics/result';
import type { Entry } from '../domain/ledger/entry';
import {
  answerDecision,
  closeRunbook,
  completeRunbookStep,
  openRunbook,
  type RunbookRefusal,
  undoRunbookStep,
} from '../domain/runbook/commands';
import type { Runbook } from '../domain/runbook/runbook';
import type { Core } from './core';

type Outcome = Promise<Result<readonly Entry[], RunbookRefusal>>;

/** Runbooks in use: each opening is a run of its own, once per patient or event. Needs no sign-in. */
export interface RunbookUse {
  open(input: { readonly outage: string; readonly ward: string; readonly runbook: string }): Outcome;
  complete(input: { readonly run: string; readonly step: string; readonly round?: number }): Outcome;
  answer(input: { readonly run: string; readonly step: string; readonly option: string }): Outcome;
  undo(input: { readonly run: string; readonly step: string; readonly entry?: string }): Outcome;
  close(input: { readonly run: string; readonly outcome: 'finished' | 'not-needed' }): Outcome;
}

/** Makes the use-cases of runbooks. */
export function createRunbookUse(core: Core): RunbookUse {
  const bookById = (id: string): Runbook | undefined =>
    core.state.get().library.runbooks.find((book) => book.id === id);
  const withBook = (run: string, then: (runbook: Runbook) => Outcome): Outcome => {
    const runbook = bookById(core.state.get().world.runbookRuns.runs[run]?.runbook ?? '');
    return runbook ? then(runbook) : Promise.resolve(refuse({ code: 'unknown-run' } as const));
  };
  return {
    open({ outage, ward, runbook: id }) {
      const runbook = bookById(id);
      if (!runbook) return Promise.resolve(refuse({ code: 'unknown-run' } as const));
      return core.run((_world, context) => openRunbook({ outage, ward, runbook }, context));
    },
    complete: (input) =>
      withBook(input.run, (runbook) =>
        core.run((world, context) => completeRunbookStep(world.runbookRuns, { ...input, runbook }, context)),
      ),
    answer: (input) =>
      withBook(input.run, (runbook) =>
        core.run((world, context) => answerDecision(world.runbookRuns, { ...input, runbook }, context)),
      ),
    undo: (input) =>
      withBook(input.run, (runbook) =>
        core.run((world, context) => undoRunbookStep(world.runbookRuns, { ...input, runbook }, context)),
      ),
    close: (input) =>
      withBook(input.run, (runbook) =>
        core.run((world, context) => closeRunbook(world.runbookRuns, { ...input, runbook }, context)),
      ),
  };
}
