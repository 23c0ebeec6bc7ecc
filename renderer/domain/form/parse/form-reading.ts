import type { FormProblem } from '../form';
import type { ValueSets } from './value-sets';

/** What is known while one form file is read. Problems carry the JSON path of their place. */
export interface FormReading {
  readonly errors: FormProblem[];
  readonly warnings: FormProblem[];
  readonly valueSets: ValueSets;
  /** linkId -> JSON path of the item that has it. */
  readonly linkIds: Map<string, string>;
}

/** Notes what stops the form from being used. */
export function noteError(reading: FormReading, code: string, where: string, message: string): void {
  reading.errors.push({ code, where, message });
}

/** Notes what the user should know; the form still loads. */
export function noteWarning(reading: FormReading, code: string, where: string, message: string): void {
  reading.warnings.push({ code, where, message });
}
