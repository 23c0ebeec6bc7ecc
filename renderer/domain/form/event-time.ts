import { isInstant, toEpochMs, type Instant } from '../basics/time';
import type { FormDefinition } from './form';
import { treeOf } from './form-tree';
import type { FormResponse } from './response';

/**
 * When the form itself says it happened: the answer its back-entry names as the time (`occurred`), such as "Observed at".
 * A set of vital signs written down an hour late must reach the EHR at the hour it was taken. Undefined when the form
 * names none, it is not answered, or it lies ahead of `now`.
 */
export function eventTimeOf(definition: FormDefinition, response: FormResponse, now: Instant): Instant | undefined {
  const occurred = definition.backEntry?.occurred;
  if (occurred === undefined) return undefined;
  const time = treeOf(definition, response).byLinkId.get(occurred)?.[0]?.answers[0]?.valueDateTime;
  return time !== undefined && isInstant(time) && toEpochMs(time) <= toEpochMs(now) ? time : undefined;
}
