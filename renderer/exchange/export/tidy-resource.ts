/** Members whose text is a person's own words: never touched. */
const WORDS = new Set([
  'valueString',
  'text',
  'display',
  'value',
  'description',
  'reference',
  'linkId',
  'contentString',
  'data',
]);

const MINUTES = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?=Z$|[+-]\d\d:\d\d$)/;

/**
 * A resource as R4 wants it written: times with seconds (a form notes 05:27, R4 asks for 05:27:00), no empty lists,
 * objects or texts, as a saved form may hold them.
 */
export function tidyResource<T>(resource: T): T {
  return tidy(resource, '') as T;
}

function tidy(value: unknown, name: string): unknown {
  if (typeof value === 'string') return tidyText(value, name);
  if (Array.isArray(value)) {
    const kept = value.map((one) => tidy(one, name)).filter((one) => one !== undefined);
    return kept.length === 0 ? undefined : kept;
  }
  if (typeof value !== 'object' || value === null) return value ?? undefined;
  const kept = Object.entries(value).flatMap(([member, one]): [string, unknown][] => {
    const tidied = tidy(one, member);
    return tidied === undefined ? [] : [[member, tidied]];
  });
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

function tidyText(value: string, name: string): string | undefined {
  if (value.trim() === '') return undefined;
  if (WORDS.has(name)) return value;
  if (name === 'valueTime' && /^\d\d:\d\d$/.test(value)) return `${value}:00`;
  return value.replace(MINUTES, (time) => `${time}:00`);
}
