import { ok, refuse, type Result } from '../basics/result';
import { PatternProblem, readPattern, type LetterTest, type PatternNode } from './pattern-syntax';

/**
 * A regular expression from a form, matched in time proportional to the text. The engine of JavaScript backtracks:
 * `^(a+)+$` on 28 letters ran for 25 s (standards.md 1.5), and a form comes from outside. So we run all
 * possibilities side by side (Thompson's construction), one step per letter; look-around and back references,
 * which need backtracking, are refused, not guessed.
 */
export interface Pattern {
  /** Whether the WHOLE text matches, as FHIR's regex extension means it. */
  matches(text: string): boolean;
  /** Whether a backtracking engine could take very long on it. */
  readonly ambiguous: boolean;
}

type Step =
  | { readonly op: 'letter'; readonly test: LetterTest }
  | { readonly op: 'split'; readonly to: readonly number[] }
  | { readonly op: 'start' | 'end' | 'boundary' | 'no-boundary' }
  | { readonly op: 'accept' };

const LONGEST_PATTERN = 1_000;
const MOST_STEPS = 2_000;

const compiled = new Map<string, Result<Pattern, string>>();

/** Compiles a pattern; a refusal says in words why not. */
export function compilePattern(source: string): Result<Pattern, string> {
  const known = compiled.get(source);
  if (known) return known;
  const result = compile(source);
  if (compiled.size > 500) compiled.clear();
  compiled.set(source, result);
  return result;
}

function compile(source: string): Result<Pattern, string> {
  if (source.length > LONGEST_PATTERN) return refuse(`longer than ${LONGEST_PATTERN} characters`);
  try {
    const tree = readPattern(source);
    const steps = stepsOf(tree);
    return ok({ matches: (text) => run(steps, [...text]), ambiguous: isAmbiguous(tree) });
  } catch (problem) {
    if (problem instanceof PatternProblem) return refuse(problem.message);
    throw problem;
  }
}

function stepsOf(tree: PatternNode): readonly Step[] {
  const steps: Step[] = [];
  const push = (step: Step): number => {
    if (steps.length >= MOST_STEPS) throw new PatternProblem('too large');
    return steps.push(step) - 1;
  };

  let visits = 0;
  function emit(node: PatternNode): void {
    // `(){999}` nested writes no step at all, so steps alone do not bound the work.
    visits += 1;
    if (visits > 10 * MOST_STEPS) throw new PatternProblem('too large');
    if (node.kind === 'letter') push({ op: 'letter', test: node.test });
    else if (node.kind === 'sequence') node.parts.forEach(emit);
    else if (node.kind === 'choice') emitChoice(node.parts);
    else if (node.kind === 'repeat') emitRepeat(node);
    else push({ op: node.kind });
  }

  function emitChoice(parts: readonly PatternNode[]): void {
    const fork = push({ op: 'split', to: [] });
    const starts: number[] = [];
    const ends: number[] = [];
    for (const part of parts) {
      starts.push(steps.length);
      emit(part);
      ends.push(push({ op: 'split', to: [] }));
    }
    steps[fork] = { op: 'split', to: starts };
    for (const end of ends) steps[end] = { op: 'split', to: [steps.length] };
  }

  function emitRepeat(node: PatternNode & { kind: 'repeat' }): void {
    for (let count = 0; count < node.min; count += 1) emit(node.part);
    if (node.max === Infinity) {
      const fork = push({ op: 'split', to: [] });
      emit(node.part);
      push({ op: 'split', to: [fork] });
      steps[fork] = { op: 'split', to: [fork + 1, steps.length] };
      return;
    }
    const forks: number[] = [];
    for (let count = node.min; count < node.max; count += 1) {
      forks.push(push({ op: 'split', to: [] }));
      emit(node.part);
    }
    for (const fork of forks) steps[fork] = { op: 'split', to: [fork + 1, steps.length] };
  }

  emit(tree);
  push({ op: 'accept' });
  return steps;
}

function run(steps: readonly Step[], letters: readonly string[]): boolean {
  let current = new Set<number>();
  const isWordAt = (at: number): boolean => /^\w$/.test(letters[at] ?? '');

  function follow(from: number, at: number, into: Set<number>): void {
    const waiting = [from];
    for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
      const step = steps[index];
      if (step === undefined || into.has(index)) continue;
      into.add(index);
      if (step.op === 'split') waiting.push(...step.to);
      else if (step.op === 'start' ? at === 0 : step.op === 'end' && at === letters.length) waiting.push(index + 1);
      else if (step.op === 'boundary' || step.op === 'no-boundary') {
        if ((isWordAt(at - 1) !== isWordAt(at)) === (step.op === 'boundary')) waiting.push(index + 1);
      }
    }
  }

  follow(0, 0, current);
  for (const [at, letter] of letters.entries()) {
    const next = new Set<number>();
    for (const index of current) {
      const step = steps[index];
      if (step?.op === 'letter' && step.test(letter)) follow(index + 1, at + 1, next);
    }
    if (next.size === 0) return false;
    current = next;
  }
  return [...current].some((index) => steps[index]?.op === 'accept');
}

/** Conservative: a repeated group with a repeat or a choice inside, or more than three open repeats. */
function isAmbiguous(tree: PatternNode): boolean {
  let open = 0;
  function visit(node: PatternNode, repeated: boolean): boolean {
    if (node.kind === 'sequence') return node.parts.some((part) => visit(part, repeated));
    if (node.kind === 'choice') return repeated || node.parts.some((part) => visit(part, repeated));
    if (node.kind !== 'repeat') return false;
    if (node.max === Infinity) open += 1;
    const many = node.max > 1;
    return (repeated && node.min !== node.max) || visit(node.part, repeated || many);
  }
  return visit(tree, false) || open > 3;
}
