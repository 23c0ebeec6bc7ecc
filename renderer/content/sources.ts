import file from './library/sources/sources.json';

/** A public source behind a step. */
export interface Source {
  readonly key: string;
  readonly title?: string;
  readonly urls: readonly string[];
}

const byKey = new Map<string, Source>(file.sources.map((source: Source) => [source.key, source]));

/** Every source the library names. */
export const SOURCES: readonly Source[] = file.sources;

/** What a key stands for; undefined when the library does not know it. */
export function sourceOf(key: string): Source | undefined {
  return byKey.get(key);
}
