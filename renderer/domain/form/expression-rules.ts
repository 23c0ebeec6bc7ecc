import { namesOf } from './expression-language';
import { compilePattern } from './pattern';

/**
 * Functions a form may use: those 706 public forms use (standards.md 1.6) and their harmless neighbours of the
 * FHIRPath specification. Not on the list, hence refused: resolve, memberOf, conformsTo and the terminology and
 * factory functions (they go to the network), trace (writes patient data to a log).
 */
const ALLOWED: ReadonlySet<string> = new Set(
  (
    'where select repeat repeatAll all exists empty not count distinct isDistinct first last tail skip take single ' +
    'union combine intersect exclude subsetOf supersetOf ofType as is allTrue anyTrue allFalse anyFalse iif coalesce ' +
    'aggregate sum min max avg sort hasValue getValue extension children descendants weight ordinal type ' +
    'indexOf lastIndexOf substring startsWith endsWith contains upper lower replace matches matchesFull replaceMatches ' +
    'length toChars trim split join encode decode escape unescape ' +
    'abs ceiling exp floor ln log power round sqrt truncate precision lowBoundary highBoundary comparable ' +
    'toBoolean toInteger toLong toDecimal toDate toDateTime toTime toString toQuantity ' +
    'convertsToBoolean convertsToInteger convertsToLong convertsToDecimal convertsToDate convertsToDateTime ' +
    'convertsToTime convertsToString convertsToQuantity today now timeOfDay ' +
    'dateOf timeOf yearOf monthOf dayOf hourOf minuteOf secondOf millisecondOf timezoneOffsetOf difference duration'
  ).split(' '),
);

const REFUSED_VARIABLES: ReadonlySet<string> = new Set(['terminologies', 'factory', 'server']);

/** Longest expression that is looked at; the longest public one has under 4,000 characters. */
const LONGEST = 20_000;

/** Why an expression may not run, in words; undefined when it may. */
export function refusalOf(expression: string): string | undefined {
  if (expression.length > LONGEST) return `it is longer than ${LONGEST} characters`;
  const names = namesOf(expression);
  const variable = names.variables.find((name) => REFUSED_VARIABLES.has(name));
  if (variable !== undefined) return `%${variable} needs a network`;
  for (const call of names.functions) {
    if (!ALLOWED.has(call.name)) return `the function ${call.name}() is not on the list of allowed functions`;
    if (['matches', 'matchesFull', 'replaceMatches'].includes(call.name)) {
      // FHIRPath runs patterns on the backtracking engine: `^(a+)+$` on 28 letters blocked it for 25 s.
      if (call.literal === undefined) return `the pattern of ${call.name}() is not a plain text`;
      const pattern = compilePattern(call.literal);
      if (!pattern.ok || pattern.value.ambiguous) return `the pattern of ${call.name}() may run without end`;
    }
  }
  return undefined;
}
