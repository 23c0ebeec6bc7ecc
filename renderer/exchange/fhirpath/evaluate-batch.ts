import fhirpath from 'fhirpath';
import r4 from 'fhirpath/fhir-context/r4';
import type { EvaluationInput } from '../../domain/form/expression-batch';
import type { ExpressionOutcome } from '../../domain/form/expression-results';
import { refusalOf } from '../../domain/form/expression-rules';
import { DATE_FUNCTIONS } from './date-functions';

/** The outcome of one expression of a batch. */
export type KeyedOutcome = { readonly key: string } & ExpressionOutcome;

type Evaluator = (focus: unknown, variables: Record<string, unknown>) => unknown[];

const UCUM = 'http://unitsofmeasure.org';

/** Compiling costs four times as much as running (standards.md 1.5), and a form asks the same again and again. */
const compiled = new Map<string, Evaluator>();
const MOST_COMPILED = 5_000;

/**
 * Evaluates a batch one by one. `onStart` and `onOutcome` tell how far it is, so that a watcher outside knows which
 * expression hangs. The allow-list is asked again here: this is the last place before the engine.
 */
export function evaluateBatch(
  input: EvaluationInput,
  onStart?: (key: string) => void,
  onOutcome?: (outcome: KeyedOutcome) => void,
): readonly KeyedOutcome[] {
  const nodes = new Map<string, unknown[]>();
  return input.expressions.map((request) => {
    onStart?.(request.key);
    const outcome = { key: request.key, ...evaluateOne(request, input, nodes) };
    onOutcome?.(outcome);
    return outcome;
  });
}

function evaluateOne(
  request: EvaluationInput['expressions'][number],
  input: EvaluationInput,
  nodes: Map<string, unknown[]>,
): ExpressionOutcome {
  const refusal = refusalOf(request.expression);
  if (refusal !== undefined) return { error: 'refused', message: refusal };
  try {
    const variables: Record<string, unknown> = { resource: input.response, rootResource: input.response };
    if (input.questionnaire !== undefined) variables['questionnaire'] = input.questionnaire;
    Object.assign(variables, request.environment);
    for (const [name, key] of Object.entries(request.uses ?? {})) {
      const result = nodes.get(key);
      if (result === undefined) return { error: 'failed', message: `the variable %${name} could not be worked out` };
      variables[name] = result;
    }
    const focus = request.context ?? input.context;
    const result = evaluatorOf(request.expression, isItem(focus))(focus, variables);
    nodes.set(request.key, result);
    return { result: plain(result) };
  } catch (problem) {
    return { error: 'failed', message: problem instanceof Error ? problem.message.slice(0, 300) : 'unknown' };
  }
}

function evaluatorOf(expression: string, inItem: boolean): Evaluator {
  const key = `${inItem ? 'item' : 'response'} ${expression}`;
  const known = compiled.get(key);
  if (known) return known;
  // preciseMath: 38.4 * 9 / 5 + 32 is 101.12, not 101.11999999999998.
  const options = {
    async: false as const,
    preciseMath: true,
    resolveInternalTypes: false,
    traceFn: silent,
    userInvocationTable: DATE_FUNCTIONS,
  };
  const evaluator = fhirpath.compile(
    inItem ? { base: 'QuestionnaireResponse.item', expression } : expression,
    r4,
    options,
  ) as Evaluator;
  if (compiled.size >= MOST_COMPILED) compiled.clear();
  compiled.set(key, evaluator);
  return evaluator;
}

/** trace() would write answers to the console; the allow-list refuses it already. */
function silent(): void {}

function isItem(focus: unknown): boolean {
  return typeof focus === 'object' && focus !== null && 'linkId' in focus;
}

/** The engine's values as JSON; its quantities as FHIR Quantity, not as text. */
function plain(values: unknown[]): readonly unknown[] {
  const types: string[] = fhirpath.types(values);
  return values.map((value, index) => {
    const resolved: readonly unknown[] = fhirpath.resolveInternalTypes([value]) as unknown[];
    const json: unknown = JSON.parse(JSON.stringify(resolved[0] ?? null));
    if (types[index] !== 'System.Quantity' || typeof json !== 'string') return json;
    const parts = /^(-?[\d.eE+-]+) '(.*)'$/.exec(json);
    return parts ? { value: Number(parts[1]), unit: parts[2], system: UCUM, code: parts[2] } : json;
  });
}
