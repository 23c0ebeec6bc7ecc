import type { PortFailureCode } from './ports';

/** An expected refusal as a screen or a batch command shows it: `code` picks the sentence, the rest fills it in. */
export interface Refused {
  readonly code: string;
  /** Where: a field, a file and line, a JSON path; empty when the whole input is meant. */
  readonly where?: string;
  /** English sentence for the command line and for codes without a sentence of their own. */
  readonly message?: string;
  readonly [detail: string]: unknown;
}

/** Why the box could not open. */
export interface BoxFailure {
  readonly code: PortFailureCode | 'internal';
}
