/** Where in an input: a file, and inside it a line and column (text formats) or a JSON path. Lines count from 1. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  /** A column name of a table, or a character position from 1. */
  readonly column?: string | number;
  readonly path?: string;
}

/**
 * Something about an input that was refused or that somebody should know. `message` is a whole English sentence saying
 * what and what to do; it never repeats a patient's values, so that it may be logged. `count` when one stands for many.
 */
export interface InputProblem {
  readonly code: string;
  readonly message: string;
  readonly where: Place;
  readonly count?: number;
}
