import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KnownContent } from '../../../renderer/content/content-problem';
import { DIRECTORY } from '../../../renderer/content/contacts';
import { RUNBOOKS } from '../../../renderer/content/runbooks';
import { SOURCES } from '../../../renderer/content/sources';

const LIBRARY = join(import.meta.dirname, '../../../renderer/content/library');

/** Every file of one kind as it lies on disk. */
export function libraryFiles(kind: string): { readonly file: string; readonly json: unknown }[] {
  const folder = join(LIBRARY, kind);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => ({ file, json: JSON.parse(readFileSync(join(folder, file), 'utf8')) as unknown }));
}

/** What shipped content may refer to. Forms are matched by the start of their file name. */
export function shipped(): KnownContent {
  let forms: string[] = [];
  try {
    forms = readdirSync(join(LIBRARY, 'forms')).map((file) => file.slice(0, 3).toUpperCase());
  } catch {
    // No form shipped yet: every form is a warning.
  }
  return {
    forms,
    runbooks: RUNBOOKS.map((runbook) => runbook.id),
    contacts: DIRECTORY.contacts.map((contact) => contact.id),
    sources: SOURCES.map((source) => source.key),
  };
}

/** Known content in which nothing is missing, for tests of single faults. */
export const COMPLETE: KnownContent = { forms: ['F10'], runbooks: ['r'], contacts: ['c'], sources: ['H-MON'] };
