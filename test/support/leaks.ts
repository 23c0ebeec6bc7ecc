import { join } from 'node:path';
import { packagedApp } from './packaged-app';
import { type Hit, searchFiles } from './search-files';

/** What lies in plain text under the folders of those words, and how much was looked through. */
export function leaksIn(
  folders: readonly string[],
  words: readonly string[],
): { readonly leaks: readonly Hit[]; readonly files: number; readonly bytes: number } {
  const { hits, files, bytes } = searchFiles(folders, words);
  // Chromium keeps the app's own code compiled: a word that stands in the code says nothing there.
  const ofCode = hits.some(inCompiledCode) ? wordsOfCode(words) : new Set();
  return { leaks: hits.filter((hit) => !(inCompiledCode(hit) && ofCode.has(wordOf(hit)))), files, bytes };
}

function wordsOfCode(words: readonly string[]): ReadonlySet<string> {
  return new Set(searchFiles([join(packagedApp().file, '..', 'resources')], words).hits.map(wordOf));
}

const inCompiledCode = ({ file }: Hit): boolean => file.includes('/Code Cache/js/');
const wordOf = ({ marker, encoding }: Hit): string => `${encoding} ${marker}`;
