/** What an expression is for. */
export type ExpressionKind = 'variable' | 'enable' | 'calculate' | 'initial' | 'options' | 'constraint';

/** What one expression came to at one place. */
export interface ExpressionOutcome {
  /** The FHIRPath collection as JSON; missing when it could not be worked out. */
  readonly result?: readonly unknown[];
  readonly error?: 'timeout' | 'refused' | 'failed';
  readonly message?: string;
}

/** Outcomes by `outcomeKey`. Replaced, never changed in place. */
export type ExpressionResults = ReadonlyMap<string, ExpressionOutcome>;

/** No outcomes yet. */
export const NO_RESULTS: ExpressionResults = new Map();

/** The key of an outcome: what for, which one, at which place (`group[0]/item`). */
export function outcomeKey(kind: ExpressionKind, place: string, name = ''): string {
  return `${kind} ${name} ${place}`;
}

/** The outcome of an expression, when there is one. */
export function outcomeOf(
  results: ExpressionResults | undefined,
  kind: ExpressionKind,
  place: string,
  name = '',
): ExpressionOutcome | undefined {
  return results?.get(outcomeKey(kind, place, name));
}
