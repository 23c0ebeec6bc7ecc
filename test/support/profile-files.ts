import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Chromium's folder of the app's database. */
export function databaseFolder(profile: string): string {
  return join(profile, 'browser', 'IndexedDB', 'app_ward_0.indexeddb.leveldb');
}

/** The journal's folder. */
export function journalFolder(profile: string): string {
  return join(profile, 'journal');
}

/** The journal's files in order of writing. */
export function journalFiles(profile: string): readonly string[] {
  const number = (name: string): number => Number(name.split('.')[2]);
  return readdirSync(journalFolder(profile))
    .filter((name) => name.endsWith('.jsonl'))
    .toSorted((a, b) => number(a) - number(b))
    .map((name) => join(journalFolder(profile), name));
}

/** Ids of all entries in the journal, in order; id, type and time stand in clear on a line. */
export function idsInJournal(profile: string): readonly string[] {
  return journalLines(profile).flatMap(({ id }) => id ?? []);
}

/** Types of all entries in the journal, in order. */
export function typesInJournal(profile: string): readonly string[] {
  return journalLines(profile).flatMap(({ type }) => type ?? []);
}

function journalLines(profile: string): readonly { readonly id?: string; readonly type?: string }[] {
  return journalFiles(profile).flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as { id?: string; type?: string }),
  );
}
