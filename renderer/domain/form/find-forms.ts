import type { FormDefinition } from './form';

/**
 * The forms somebody may mean: every word typed begins a word of the id or the title, stands in the description, or is
 * the title's initials (MAR). Those that match by id or title come first. Nothing typed: all.
 */
export function findForms(forms: readonly FormDefinition[], query: string): readonly FormDefinition[] {
  const typed = wordsOf(query);
  if (typed.length === 0) return forms;
  const named = forms.filter((form) => matches(typed, namesOf(form)));
  const described = forms.filter(
    (form) => !named.includes(form) && matches(typed, [...namesOf(form), ...wordsOf(form.description ?? '')]),
  );
  return [...named, ...described];
}

function matches(typed: readonly string[], words: readonly string[]): boolean {
  return typed.every((one) => words.some((word) => word.startsWith(one)));
}

/** F04 is also typed as f4 and 4. */
function namesOf({ id, title }: FormDefinition): readonly string[] {
  const words = wordsOf(title);
  const [, letters = '', number = ''] = /^([a-z]*)0*(.*)$/.exec(id.toLowerCase()) ?? [];
  return [...words, id.toLowerCase(), `${letters}${number}`, number, words.map((word) => word[0]).join('')];
}

function wordsOf(text: string): readonly string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
