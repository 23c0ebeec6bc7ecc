import { fixLine, type KnownProblem } from './known-problem';
import { wordsOf } from './search-runbooks';

/** A problem that answers what somebody typed, with the words of theirs it knows. */
export interface ProblemHit {
  readonly problem: KnownProblem;
  /** Words of the query found here; fewer than typed where no problem has them all. */
  readonly matched: number;
}

const TITLE = 8;
const SYMPTOM = 6;
const CHECK = 3;
const REST = 1;

/**
 * Finds known problems by what people say. Word order, case and accents do not matter, beginnings of words are enough.
 * A problem that has every word comes alone; where none has, those with most of them ("the printer will not print").
 */
export function searchProblems(problems: readonly KnownProblem[], query: string): readonly ProblemHit[] {
  const terms = [...new Set(wordsOf(query))];
  if (terms.length === 0) return [];
  const found = problems
    .map((problem) => ({ problem, scores: scoresOf(problem, terms) }))
    .map(({ problem, scores }) => ({
      problem,
      matched: scores.filter((score) => score > 0).length,
      score: scores.reduce((sum, score) => sum + score, 0),
    }))
    .filter(({ matched }) => matched > 0)
    .sort((a, b) => b.matched - a.matched || b.score - a.score || (a.problem.code < b.problem.code ? -1 : 1));
  const complete = found.filter(({ matched }) => matched === terms.length);
  return (complete.length > 0 ? complete : found).map(({ problem, matched }) => ({ problem, matched }));
}

/** Best score of each term in the problem, 0 where it does not occur; a whole word counts more than its beginning. */
function scoresOf(problem: KnownProblem, terms: readonly string[]): readonly number[] {
  const fields: readonly (readonly [number, readonly string[]])[] = [
    [TITLE, wordsOf(`${problem.code} ${problem.title}`)],
    [SYMPTOM, wordsOf(problem.symptoms.join(' '))],
    [CHECK, wordsOf(problem.checks.join(' '))],
    [REST, wordsOf(`${problem.fixes.map(fixLine).join(' ')} ${problem.notes.map(({ text }) => text).join(' ')}`)],
  ];
  return terms.map((term) =>
    Math.max(
      ...fields.map(([weight, words]) =>
        words.includes(term) ? weight * 2 : words.some((word) => word.startsWith(term)) ? weight : 0,
      ),
    ),
  );
}
