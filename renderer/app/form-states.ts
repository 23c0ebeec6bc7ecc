import { canonicalJson } from '../domain/basics/json';
import type { FormDefinition } from '../domain/form/form';
import { recordOf, withVersionState } from '../domain/library/form-versions';
import type { Core } from './core';

/** Hashes by source: a form that was hashed once does not change. */
const hashes = new WeakMap<object, Promise<string>>();

/** SHA-256 of a form's content, however its file is laid out. */
export function contentHash(core: Pick<Core, 'ports'>, { source }: FormDefinition): Promise<string> {
  const known = hashes.get(source);
  if (known) return known;
  const hash = core.ports.sha256(new TextEncoder().encode(canonicalJson(source)));
  hashes.set(source, hash);
  return hash;
}

/**
 * Gives every form of the library the state this hospital gave it. Only what was approved to the letter is approved:
 * an update of the app that changes a form under its old version number leaves a draft.
 */
export async function applyVersionStates(core: Core): Promise<void> {
  const before = core.state.get();
  const changed = new Set<FormDefinition>();
  for (const form of before.library.forms) {
    const approved = recordOf(before.world.formVersions, form)?.approved;
    if (approved && (await contentHash(core, form)) !== approved.sha256) changed.add(form);
  }
  // What else went on meanwhile stays: the library and the facts of now, the hashes of a moment ago.
  const { library, world } = core.state.get();
  const forms = library.forms.map((form) => withVersionState(form, world.formVersions, changed.has(form)));
  if (forms.some((form, at) => form !== library.forms[at])) core.patch({ library: { ...library, forms } });
}
