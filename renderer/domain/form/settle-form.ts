import { sameValue } from './answer-values';
import { setAnswers } from './edit-response';
import { enabledSlots } from './enabled';
import { batchFor, placesOf, placesToRun, type Changed, type Evaluate, type Place } from './expression-batch';
import { planOf } from './expression-plan';
import { NO_RESULTS, type ExpressionOutcome, type ExpressionResults } from './expression-results';
import type { AnswerPath, FormDefinition } from './form';
import { treeOf, type Slot } from './form-tree';
import type { FormResponse, ResponseAnswer } from './response';
import { answerOfResult } from './result-answers';
import { missingParts } from './scores';

/** Rounds until calculated answers stop moving; two that feed each other never would. */
const MOST_ROUNDS = 10;

/** What changed and what is known. */
export interface SettleInput {
  readonly definition: FormDefinition;
  readonly response: FormResponse;
  /** Outcomes so far; left out when a form is opened. */
  readonly results?: ExpressionResults;
  /** linkIds whose answers or rows changed; `everything` when a form is opened. */
  readonly changed: Changed;
  /** A form just begun: initialExpressions run. On a reopened draft they would bring back what was cleared. */
  readonly fresh?: boolean;
  readonly evaluate: Evaluate;
}

/** The answers an expression gives at one place. */
export interface CalculatedAnswers {
  readonly path: AnswerPath;
  readonly answers: readonly ResponseAnswer[];
}

/** A form at rest. */
export interface Settled {
  readonly response: FormResponse;
  readonly results: ExpressionResults;
  /** What was written, in order: apply it to a response that went on meanwhile with `applyCalculated`. */
  readonly calculated: readonly CalculatedAnswers[];
  /** Expressions that could not be worked out. */
  readonly faults: readonly {
    readonly key: string;
    readonly error: NonNullable<ExpressionOutcome['error']> | 'endless';
    readonly message?: string;
  }[];
}

/** Runs the expressions that must run, writes calculated answers, and again until nothing moves. */
export async function settleForm(input: SettleInput): Promise<Settled> {
  const { definition, evaluate } = input;
  let { response, changed } = input;
  let fresh = input.fresh ?? false;
  let results = new Map(input.results ?? (fresh ? NO_RESULTS : startedAlready(definition, response)));
  const calculated: CalculatedAnswers[] = [];
  const faults: Settled['faults'][number][] = [];
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const tree = treeOf(definition, response);
    const places = placesToRun(tree, enabledSlots(tree, results), changed, results, fresh);
    if (places.length === 0) return { response, results, calculated, faults };
    const outcomes = await evaluate(batchFor(definition, response, places));
    const before = results;
    results = new Map(results);
    for (const { key, ...outcome } of outcomes) {
      results.set(key, outcome);
      if (outcome.error !== undefined)
        faults.push({
          key,
          error: outcome.error,
          ...(outcome.message === undefined ? {} : { message: outcome.message }),
        });
    }
    const written = answersOf(places, definition, response, results, before);
    response = applyCalculated(definition, response, written);
    calculated.push(...written);
    fresh = false;
    changed = new Set(written.flatMap(({ path }) => path.at(-1)?.linkId ?? []));
    const switched = places.some(
      ({ site, key }) => site.kind === 'enable' && before.get(key)?.result?.[0] !== results.get(key)?.result?.[0],
    );
    if (written.length === 0 && !switched) return { response, results, calculated, faults };
  }
  return {
    response,
    results,
    calculated,
    faults: [...faults, { key: '', error: 'endless', message: 'calculated answers feed each other' }],
  };
}

/** Writes calculated answers into a response. */
export function applyCalculated(
  definition: FormDefinition,
  response: FormResponse,
  calculated: readonly CalculatedAnswers[],
): FormResponse {
  return calculated.reduce((now, { path, answers }) => setAnswers(definition, now, path, answers), response);
}

function answersOf(
  places: readonly Place[],
  definition: FormDefinition,
  response: FormResponse,
  results: ExpressionResults,
  before: ExpressionResults,
): readonly CalculatedAnswers[] {
  const tree = treeOf(definition, response);
  const isEnabled = enabledSlots(tree, results);
  return places.flatMap(({ site, key, slot }) => {
    if (!slot || (site.kind !== 'calculate' && site.kind !== 'initial') || !isEnabled(slot)) return [];
    const outcome = results.get(key);
    // A sum that cannot be worked out must not stay on the screen as if it were true.
    if (outcome?.result === undefined && !slot.item.readOnly) return [];
    const incomplete = slot.item.score !== undefined && missingParts(slot, tree, isEnabled).length > 0;
    const answers = incomplete ? [] : answersFrom(outcome, slot);
    if (site.kind === 'initial' && answers.length === 0) return [];
    if (sameAnswers(answers, slot.answers)) return [];
    // What a person put in place of a calculated answer stays: what is signed is what was seen.
    const untouched = slot.answers.length === 0 || sameAnswers(answersFrom(before.get(key), slot), slot.answers);
    return slot.item.readOnly || untouched ? [{ path: slot.path, answers }] : [];
  });
}

function answersFrom(outcome: ExpressionOutcome | undefined, slot: Slot): readonly ResponseAnswer[] {
  const all = (outcome?.result ?? []).flatMap((each) => answerOfResult(each, slot.item) ?? []);
  return slot.item.repeats ? all : all.slice(0, 1);
}

function sameAnswers(a: readonly ResponseAnswer[], b: readonly ResponseAnswer[]): boolean {
  return a.length === b.length && a.every((answer, at) => sameValue(answer, b[at] ?? {}));
}

/** Marks the initial expressions of a reopened form as done. */
function startedAlready(definition: FormDefinition, response: FormResponse): ExpressionResults {
  const tree = treeOf(definition, response);
  const initial = planOf(definition).sites.filter((site) => site.kind === 'initial');
  return new Map(
    initial.flatMap((site) => placesOf(site, tree)).map(({ key }): [string, ExpressionOutcome] => [key, {}]),
  );
}
