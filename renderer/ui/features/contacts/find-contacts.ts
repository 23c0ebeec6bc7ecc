import type { Contact } from '../../../app/library';
import { foldText } from '../../../domain/patient/names';

/** Contacts that have all words of the search somewhere, as beginnings of words. */
export function findContacts(contacts: readonly Contact[], search: string): readonly Contact[] {
  const wanted = foldText(search).split(' ').filter(Boolean);
  return contacts.filter((contact) => {
    const words = foldText(
      [contact.role, contact.phone, contact.alternative, contact.location, contact.group, contact.note].join(' '),
    ).split(' ');
    return wanted.every((part) => words.some((word) => word.startsWith(part)));
  });
}
