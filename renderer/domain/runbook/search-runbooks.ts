import { runbookLine, stepsOf, type Runbook } from './runbook';

/** Where a word was found. */
export type HitPlace = 'title' | 'tag' | 'symptom' | 'block' | 'card' | 'step' | 'warning' | 'text';

/** One place of a runbook that answers the query; at most one per step, warning or problem. */
export interface RunbookHit {
  readonly runbook: string;
  readonly place: HitPlace;
  /** What to show: the line, the title, the sentence. */
  readonly text: string;
  /** Step to jump to. */
  readonly step?: string;
}

const WEIGHT: Readonly<Record<HitPlace, number>> = {
  title: 50,
  tag: 40,
  symptom: 30,
  block: 20,
  card: 15,
  step: 10,
  warning: 5,
  text: 2,
};

interface Document extends RunbookHit {
  readonly words: readonly string[];
}

/** An index over runbooks; built once per library. */
export interface RunbookIndex {
  readonly documents: readonly RunbookHit[];
  /** Every word once, sorted, so that a prefix is one range. */
  readonly words: readonly string[];
  /** Documents of each word, same position. */
  readonly postings: readonly Uint32Array[];
  /** Weight of each document by its place. */
  readonly weights: Uint8Array;
}

/** Builds the index. */
export function indexRunbooks(runbooks: readonly Runbook[]): RunbookIndex {
  const problems = new Set<string>();
  const documents = runbooks.flatMap(documentsOf).filter(({ place, text }) => {
    // A known problem stands in several runbooks and is one answer.
    const again = place === 'symptom' && problems.has(text);
    if (place === 'symptom') problems.add(text);
    return !again;
  });
  const byWord = new Map<string, number[]>();
  for (const [number, document] of documents.entries()) {
    for (const word of new Set(document.words)) {
      const list = byWord.get(word);
      if (list) list.push(number);
      else byWord.set(word, [number]);
    }
  }
  const words = [...byWord.keys()].sort();
  return {
    documents: documents.map(({ words: _words, ...hit }) => hit),
    words,
    postings: words.map((word) => Uint32Array.from(byWord.get(word) ?? [])),
    weights: Uint8Array.from(documents, (document) => WEIGHT[document.place]),
  };
}

/** Finds every place that has all words of the query, each as a prefix; best first. An empty query finds nothing. */
export function searchRunbooks(index: RunbookIndex, query: string, limit = 50): readonly RunbookHit[] {
  const terms = wordsOf(query);
  if (terms.length === 0) return [];
  const perTerm = terms.map((term) => scoresOf(index, term));
  // One bucket per score instead of a sort: the first letter of a query finds most of the library.
  const buckets: number[][] = [];
  for (let document = 0; document < index.documents.length; document += 1) {
    let score = 0;
    for (let n = 0; n < perTerm.length; n += 1) {
      const one = perTerm[n]?.[document] ?? 0;
      score = one === 0 ? -Infinity : score + one;
    }
    if (score < 0) continue;
    const bucket = (buckets[score] ??= []);
    if (bucket.length < limit) bucket.push(document);
  }
  return best(buckets, limit).flatMap((document) => index.documents[document] ?? []);
}

function best(buckets: readonly (readonly number[])[], limit: number): number[] {
  const found: number[] = [];
  for (let score = buckets.length - 1; score >= 0 && found.length < limit; score -= 1)
    found.push(...(buckets[score] ?? []));
  return found.slice(0, limit);
}

/** Best score of a prefix per document; 0 where it does not occur. */
function scoresOf(index: RunbookIndex, term: string): Uint8Array {
  const scores = new Uint8Array(index.documents.length);
  for (let at = firstAtLeast(index.words, term); at < index.words.length; at += 1) {
    const word = index.words[at] ?? '';
    if (!word.startsWith(term)) break;
    const exact = word === term ? 3 : 0;
    const documents = index.postings[at] ?? new Uint32Array();
    for (let n = 0; n < documents.length; n += 1) {
      const document = documents[n] ?? 0;
      const score = (index.weights[document] ?? 0) + exact;
      if (score > (scores[document] ?? 0)) scores[document] = score;
    }
  }
  return scores;
}

function firstAtLeast(words: readonly string[], term: string): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] ?? '') < term) low = middle + 1;
    else high = middle;
  }
  return low;
}

function documentsOf(runbook: Runbook): Document[] {
  const of = (place: HitPlace, text: string, step?: string, more = ''): Document => ({
    runbook: runbook.id,
    place,
    text,
    ...(step === undefined ? {} : { step }),
    words: wordsOf(`${text} ${more}`),
  });
  return [
    of('title', runbook.title, undefined, runbook.code),
    ...runbook.tags.map((tag) => of('tag', tag)),
    ...runbook.knownProblems.map((problem) => of('symptom', problem.title, undefined, problem.symptoms.join(' '))),
    ...runbook.phases.flatMap((phase) => phase.blocks.map((block) => of('block', block.title, block.steps[0]?.id))),
    ...stepsOf(runbook).map(({ step }) =>
      of(
        'step',
        runbookLine(step),
        step.id,
        `${step.number} ${step.why ?? ''} ${step.needs.map((need) => need.id).join(' ')}`,
      ),
    ),
    ...(runbook.cards ?? []).map(({ title, lines }) =>
      of('card', title, undefined, lines.map(({ text }) => text).join(' ')),
    ),
    ...runbook.warnings.map((warning) => of('warning', warning.text)),
    of('text', runbook.purpose, undefined, runbook.whenToUse),
  ];
}

/** Words without case and accents: a keyboard at night finds `Überdruck` by `uber`. */
export function wordsOf(text: string): string[] {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
