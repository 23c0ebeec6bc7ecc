import type { EvaluationInput } from '../../domain/form/expression-batch';
import type { KeyedOutcome } from './evaluate-batch';

/** To the worker. */
export interface WorkerRequest {
  readonly batch: number;
  readonly input: EvaluationInput;
}

/** From the worker: that it is there, which expression it begins, what each came to, that the batch is through. */
export type WorkerReport =
  | { readonly kind: 'ready' }
  | { readonly kind: 'started'; readonly batch: number; readonly key: string }
  | { readonly kind: 'outcome'; readonly batch: number; readonly outcome: KeyedOutcome }
  | { readonly kind: 'done'; readonly batch: number };
