/** A public source behind a step. */
export interface Source {
  readonly key: string;
  readonly title?: string;
  /** How far it carries where that was judged: hospital, study, news, vendor. A low one prompts a step, it proves nothing. */
  readonly authority?: string;
  readonly urls: readonly string[];
}

const files = import.meta.glob<readonly Source[]>('./library/sources/*.json', { eager: true, import: 'sources' });

// Several files, so that authors of different areas can add keys side by side; a key in two files counts once.
const byKey = new Map<string, Source>();
for (const source of Object.values(files).flat()) if (!byKey.has(source.key)) byKey.set(source.key, source);

/** Every source the library names. */
export const SOURCES: readonly Source[] = [...byKey.values()];

/** What a key stands for; undefined when the library does not know it. */
export function sourceOf(key: string): Source | undefined {
  return byKey.get(key);
}
