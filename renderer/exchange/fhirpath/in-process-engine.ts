import type { Evaluate } from '../../domain/form/expression-batch';
import { evaluateBatch } from './evaluate-batch';

/**
 * The engine without a worker, for tests and checks at build: same functions, same results, no deadline. Never for
 * forms from outside in the app: an endless expression would stop the page.
 */
export function createInProcessEngine(): { readonly evaluate: Evaluate } {
  return { evaluate: (input) => Promise.resolve(evaluateBatch(input)) };
}
