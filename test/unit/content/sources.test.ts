import { describe, expect, it } from 'vitest';
import { SOURCES, sourceOf } from '../../../renderer/content/sources';
import { libraryFiles } from './library';

interface SourceFile {
  readonly sources: readonly { readonly key: string; readonly urls: readonly string[] }[];
}

const lines = libraryFiles('sources').flatMap(({ file, json }) =>
  (json as SourceFile).sources.map((source) => ({ file, ...source })),
);

describe('sources of the library', () => {
  it('are found by key when they lie in different files', () => {
    const unknown = lines.filter(({ key, urls }) => sourceOf(key)?.urls.join() !== urls.join());
    expect(unknown.map(({ file, key }) => `${key} in ${file} has another address elsewhere`)).toEqual([]);
    expect(new Set(lines.map(({ file }) => file)).size).toBeGreaterThan(1);
  });

  it('are said once: the first of two files would hide what the other says', () => {
    const keys = lines.map(({ key }) => key);
    expect(
      lines.filter(({ key }, n) => keys.indexOf(key) !== n).map(({ file, key }) => `${key} again in ${file}`),
    ).toEqual([]);
    expect(SOURCES).toHaveLength(keys.length);
  });

  it('each have a public address', () => {
    expect(lines.filter(({ urls }) => urls.length === 0 || !urls.every((url) => /^https?:\/\//.test(url)))).toEqual([]);
  });
});
