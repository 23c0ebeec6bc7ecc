import { NOBODY } from '../../../domain/ledger/entry';

/** Initials of a person for a narrow line; nothing where nobody had to sign in. */
export function initialsOf(
  id: string,
  people: readonly { readonly id: string; readonly name: string }[] | undefined,
): string {
  if (id === NOBODY) return '';
  const name = people?.find((one) => one.id === id)?.name ?? id;
  return name
    .split(/[\s.]+/)
    .filter(Boolean)
    .map((part) => part[0]?.toLocaleUpperCase() ?? '')
    .join('');
}

/** Full name of a person, or null where nobody had to sign in. */
export function nameOf(
  id: string,
  people: readonly { readonly id: string; readonly name: string }[] | undefined,
): string | null {
  return id === NOBODY ? null : (people?.find((one) => one.id === id)?.name ?? id);
}
