import type { FormDefinition } from '../domain/form/form';
import { shippedForms } from './forms';

/**
 * The definitions of all shipped forms. A build puts what this comes to in its place (vite.config.ts): to read thirty
 * forms at every start would cost more time than all else between the double click and the start page.
 */
export const PARSED_FORMS: readonly FormDefinition[] = shippedForms().map(({ definition }) => definition);
