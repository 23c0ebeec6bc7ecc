import { isInstant, type Instant } from '../../../../domain/basics/time';
import type { FormDefinition } from '../../../../domain/form/form';
import type { FormResponse, ResponseItem } from '../../../../domain/form/response';

/** When it happened by the form's own word: the question its back-entry names, else the first moment asked for and required. */
export function occurredIn(definition: FormDefinition, response: FormResponse): Instant | undefined {
  const linkId =
    definition.backEntry?.occurred ??
    definition.items.flatMap((item) => [item, ...item.items]).find((item) => item.type === 'dateTime' && item.required)
      ?.linkId;
  const answer = linkId === undefined ? undefined : find(response.item ?? [], linkId)?.answer?.[0]?.valueDateTime;
  return answer !== undefined && isInstant(answer) ? answer : undefined;
}

function find(items: readonly ResponseItem[], linkId: string): ResponseItem | undefined {
  for (const item of items) {
    const found = item.linkId === linkId ? item : find(item.item ?? [], linkId);
    if (found) return found;
  }
  return undefined;
}
