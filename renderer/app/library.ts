import type { Checklist } from '../domain/checklist/checklist';
import type { FormDefinition } from '../domain/form/form';

/** The library as the box holds it: versioned content, no patient in it, readable without a sign-in. */
export interface Library {
  readonly checklists: readonly Checklist[];
  readonly forms: readonly FormDefinition[];
}

/** Before anything is loaded. */
export const NO_LIBRARY: Library = { checklists: [], forms: [] };

/** A form by id, and by version where an answered form names one; the newest when none is named. */
export function formOf(library: Library, id: string, version?: string): FormDefinition | undefined {
  const versions = library.forms.filter((form) => form.id === id);
  return version === undefined ? versions.at(-1) : versions.find((form) => form.version === version);
}
