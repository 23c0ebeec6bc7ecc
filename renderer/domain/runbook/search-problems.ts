import { fixLine, type KnownProblem } from './known-problem';
import { wordsOf } from './search-runbooks';

/** A problem that answers what somebody typed, with how many words of theirs it knows. */
export interface ProblemHit {
  readonly problem: KnownProblem;
  readonly matched: number;
}

const WEIGHT = { title: 8, symptom: 6, check: 3, rest: 1 } as const;
/** A word of fewer letters is no beginning of another one: "is" is not "issue". */
const SHORT = 3;
/** Words of English sentences that name no problem; looked for only when nothing else was typed. */
const SMALL = new Set(
  'a an and are at be but can cannot do does for from has have how i in is it my no not of on or our so the there this to we what where why will with'.split(
    ' ',
  ),
);
/** What reaches less than this share of the best hit is left out. */
const NEAR = 0.5;

/**
 * Finds known problems by what people say: word order, case, accents, hyphens and a plural s do not matter, beginnings of
 * words are enough. People type whole sentences ("the printer will not print"), so small words are passed over, a word
 * counts the more the fewer problems have it, and no word has to be there.
 */
export function searchProblems(problems: readonly KnownProblem[], query: string): readonly ProblemHit[] {
  const typed = [...new Set(wordsOf(query.replaceAll('-', '')))];
  const telling = typed.filter((term) => !SMALL.has(term));
  const terms = telling.length > 0 ? telling : typed;
  const rows = problems.map((problem) => ({ problem, weights: weightsOf(problem, terms) }));
  const rarity = terms.map((_, term) => {
    // In the name of a problem: what a fix mentions in passing ("phone the laboratory") makes no word common.
    const having = rows.filter(({ weights }) => (weights[term] ?? 0) >= WEIGHT.symptom).length;
    return Math.log((problems.length + 1) / (having + 0.5));
  });
  const hits = rows
    .map(({ problem, weights }) => ({
      problem,
      matched: weights.filter((weight) => weight > 0).length,
      score: weights.reduce((sum, weight, term) => sum + weight * (rarity[term] ?? 0), 0),
    }))
    .filter(({ matched }) => matched > 0)
    .sort((a, b) => b.score - a.score || (a.problem.code < b.problem.code ? -1 : 1));
  const best = hits[0]?.score ?? 0;
  return hits.filter(({ score }) => score >= best * NEAR).map(({ problem, matched }) => ({ problem, matched }));
}

/** The best place of each term in the problem, 0 where it is nowhere; a whole word counts twice its beginning. */
function weightsOf(problem: KnownProblem, terms: readonly string[]): readonly number[] {
  const fields: readonly (readonly [number, readonly string[]])[] = [
    [WEIGHT.title, wordsIn(`${problem.code} ${problem.title}`)],
    [WEIGHT.symptom, wordsIn([...problem.symptoms, ...(problem.alsoSaid ?? [])].join(' '))],
    [WEIGHT.check, wordsIn(problem.checks.join(' '))],
    [WEIGHT.rest, wordsIn([...problem.fixes.map(fixLine), ...problem.notes.map(({ text }) => text)].join(' '))],
  ];
  return terms.map((term) =>
    Math.max(
      ...fields.map(([weight, words]) =>
        words.some((word) => word === term || term === `${word}s`)
          ? weight * 2
          : term.length >= SHORT && words.some((word) => word.startsWith(term))
            ? weight
            : 0,
      ),
    ),
  );
}

/** `Wi-Fi` is found as `wifi` and as `fi`. */
function wordsIn(text: string): readonly string[] {
  return [...wordsOf(text), ...wordsOf(text.replaceAll('-', ''))];
}
