import type { FormDefinition } from '../../../../domain/form/form';
import { versionsInUse } from '../../../../domain/library/form-versions';

/** One of each form: the version in use. The library holds older versions before newer ones. */
export function newestForms(forms: readonly FormDefinition[]): readonly FormDefinition[] {
  return [...versionsInUse(forms).values()].toSorted((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }));
}
