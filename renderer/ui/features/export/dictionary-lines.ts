import type { SiteCode, SiteDictionary } from '../../../domain/workstation/export-settings';

/** A dictionary as people write it, a line each: `word = code | what the EHR calls it | system`. */
export function linesOfDictionary(dictionary: SiteDictionary | undefined): string {
  return Object.entries(dictionary ?? {})
    .map(([word, { code, display, system }]) => {
      const parts = [code, display ?? '', system ?? ''];
      while (parts.at(-1) === '') parts.pop();
      return `${word} = ${parts.join(' | ')}`;
    })
    .join('\n');
}

/** Reads the lines; `wrong` are the numbers of those that are none. */
export function dictionaryOfLines(text: string): {
  readonly dictionary: SiteDictionary;
  readonly wrong: readonly number[];
} {
  const dictionary: Record<string, SiteCode> = {};
  const wrong: number[] = [];
  text.split('\n').forEach((line, at) => {
    if (line.trim() === '') return;
    const match = /^(.+?)\s*=\s*([^|]+?)\s*(?:\|\s*([^|]*?)\s*)?(?:\|\s*([^|]*?)\s*)?$/.exec(line.trim());
    if (match === null) return wrong.push(at + 1);
    const [, word = '', code = '', display = '', system = ''] = match;
    dictionary[word] = { code, ...(display === '' ? {} : { display }), ...(system === '' ? {} : { system }) };
    return undefined;
  });
  return { dictionary, wrong };
}
