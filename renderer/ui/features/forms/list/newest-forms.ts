import type { FormDefinition } from '../../../../domain/form/form';

/** One of each form: the newest version that is not retired. The library holds older versions before newer ones. */
export function newestForms(forms: readonly FormDefinition[]): readonly FormDefinition[] {
  const byId = new Map<string, FormDefinition>();
  for (const form of forms) if (form.status !== 'retired') byId.set(form.id, form);
  return [...byId.values()].toSorted((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }));
}
