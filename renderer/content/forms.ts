import type { FormDefinition } from '../domain/form/form';
import { parseFormText } from '../domain/form/parse/parse-form';

/** A form of the library that does not load: its file and what is wrong with it. */
export class BrokenForm extends Error {
  override readonly name = 'BrokenForm';
}

// Text, not modules: what is exported again is byte for byte what lies in the library.
const FILES: Readonly<Record<string, string>> = import.meta.glob('./library/forms/*.json', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** A form file of the library. */
export interface ShippedForm {
  readonly definition: FormDefinition;
  /** The file as it lies in the library. */
  readonly json: string;
}

let shipped: readonly ShippedForm[] | undefined;

/** The forms that come with the app, by id. They are checked at build: one that does not load is a defect of ours. */
export function shippedForms(): readonly ShippedForm[] {
  shipped ??= Object.entries(FILES)
    .map(([file, json]) => ({ definition: loaded(file, json), json }))
    .sort((a, b) => (a.definition.id < b.definition.id ? -1 : 1));
  return shipped;
}

/** A form of the library by its id. */
export function shippedForm(id: string): FormDefinition | undefined {
  return shippedForms().find(({ definition }) => definition.id === id)?.definition;
}

function loaded(file: string, json: string): FormDefinition {
  const form = parseFormText(json, file);
  if (form.ok) return form.value;
  const [first] = form.error;
  throw new BrokenForm(`${file}: ${first?.code ?? ''} at ${first?.where ?? ''}: ${first?.message ?? ''}`);
}
