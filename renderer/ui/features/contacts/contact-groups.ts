import type { Contact } from '../../../app/library';

/** Contacts under one heading. */
export interface ContactGroup {
  /** The heading as the file says it; empty for those without one. */
  readonly title: string;
  readonly contacts: readonly Contact[];
}

/** Contacts by heading, in the order of the file; those without a heading come last. */
export function groupContacts(contacts: readonly Contact[]): readonly ContactGroup[] {
  const titles = [...new Set(contacts.map(({ group }) => group ?? ''))];
  return [...titles.filter((title) => title !== ''), ...titles.filter((title) => title === '')].map((title) => ({
    title,
    contacts: contacts.filter(({ group }) => (group ?? '') === title),
  }));
}
