import { asRunbookProblem } from '../domain/runbook/known-problem';
import type { Runbook } from '../domain/runbook/runbook';
import { PROBLEMS } from './problems';

const files = import.meta.glob<Runbook>('./library/runbooks/*.json', { eager: true, import: 'default' });

/** Every runbook shipped, by title; checked at build (runbook-schema). */
export const RUNBOOKS: readonly Runbook[] = Object.values(files)
  .map(withProblems)
  .sort((a, b) => a.title.localeCompare(b.title, 'en'));

function withProblems(runbook: Runbook): Runbook {
  if (runbook.problems === undefined) return runbook;
  const named = PROBLEMS.filter(({ code }) => runbook.problems?.includes(code));
  return { ...runbook, knownProblems: [...runbook.knownProblems, ...named.map(asRunbookProblem)] };
}
