import type { FormItem } from '../../../../domain/form/form';

/** What a question is called, its number before it. */
export function labelOfItem({ prefix, text, shortText, linkId }: FormItem): string {
  return [prefix, text || (shortText ?? (prefix === undefined ? linkId : ''))].filter(Boolean).join(' ');
}
