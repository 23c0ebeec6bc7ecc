import type { JsonObject } from '../../basics/json';
import type { Coding } from '../response';
import { KNOWN_VALUE_SETS } from './known-value-sets';
import { flagAt, numberAt, objectAt, objectsAt, textAt } from './json-access';
import { extensionsOf, extensionNumber } from './extensions';

/** One code of a value set. */
export interface ListedCode {
  readonly coding: Coding;
  readonly score?: number;
}

/** The value sets a form can use without a server: its contained ones and the few we know. */
export interface ValueSets {
  /** The codes of `#id` or of a canonical; undefined when they cannot be listed offline. */
  codesOf(reference: string): readonly ListedCode[] | undefined;
}

/** Indexes the contained ValueSets and CodeSystems of a form. */
export function readValueSets(questionnaire: JsonObject): ValueSets {
  const contained = objectsAt(questionnaire, 'contained');
  const sets = contained.filter((resource) => resource['resourceType'] === 'ValueSet');
  const systems = contained.filter((resource) => resource['resourceType'] === 'CodeSystem');
  const cache = new Map<string, readonly ListedCode[] | undefined>();

  function codesOf(reference: string, seen: readonly string[] = []): readonly ListedCode[] | undefined {
    if (seen.includes(reference)) return undefined;
    if (cache.has(reference)) return cache.get(reference);
    const canonical = reference.split('|')[0] ?? reference;
    const set = sets.find((each) => `#${textAt(each, 'id') ?? ''}` === reference || textAt(each, 'url') === canonical);
    const codes = set
      ? codesOfSet(set, [...seen, reference])
      : KNOWN_VALUE_SETS.get(canonical)?.map((coding) => ({ coding }));
    cache.set(reference, codes);
    return codes;
  }

  function codesOfSet(set: JsonObject, seen: readonly string[]): readonly ListedCode[] | undefined {
    const expansion = objectAt(set, 'expansion');
    if (expansion) {
      const listed = expanded(objectsAt(expansion, 'contains'));
      // An expansion cut short by its server is no complete list of answers.
      const total = numberAt(expansion, 'total');
      if (listed.length > 0 && (total === undefined || total <= listed.length)) return listed;
    }
    const compose = objectAt(set, 'compose');
    if (!compose) return undefined;
    const all: ListedCode[] = [];
    for (const include of objectsAt(compose, 'include')) {
      const codes = included(include, seen);
      if (codes === undefined) return undefined;
      all.push(...codes);
    }
    const left = new Set<string>();
    for (const exclude of objectsAt(compose, 'exclude')) {
      const codes = included(exclude, seen);
      if (codes === undefined) return undefined;
      for (const each of codes) left.add(identity(each));
    }
    return all.filter((each) => !left.has(identity(each)));
  }

  function included(include: JsonObject, seen: readonly string[]): readonly ListedCode[] | undefined {
    const system = textAt(include, 'system');
    const others = Array.isArray(include['valueSet']) ? include['valueSet'] : [];
    const lists: (readonly ListedCode[])[] = [];
    for (const other of others) {
      const codes = typeof other === 'string' ? codesOf(other, seen) : undefined;
      if (codes === undefined) return undefined;
      lists.push(codes);
    }
    if (objectsAt(include, 'filter').length > 0) return undefined;
    const concepts = objectsAt(include, 'concept');
    if (concepts.length > 0) lists.push(concepts.map((concept) => listedCode(concept, system)));
    else if (system !== undefined) {
      const codes = wholeSystem(system);
      if (codes === undefined) return undefined;
      lists.push(codes);
    }
    // Several parts of one include are an intersection (FHIR ValueSet.compose.include).
    const [first, ...rest] = lists;
    if (first === undefined) return undefined;
    return first.filter((each) => rest.every((list) => list.some((other) => identity(other) === identity(each))));
  }

  function wholeSystem(system: string): readonly ListedCode[] | undefined {
    const resource = systems.find((each) => textAt(each, 'url') === system && textAt(each, 'content') === 'complete');
    if (!resource) return undefined;
    const codes: ListedCode[] = [];
    const take = (concepts: readonly JsonObject[]): void => {
      for (const concept of concepts) {
        codes.push(listedCode(concept, system));
        take(objectsAt(concept, 'concept'));
      }
    };
    take(objectsAt(resource, 'concept'));
    return codes;
  }

  return { codesOf: (reference) => codesOf(reference) };
}

function expanded(contains: readonly JsonObject[]): ListedCode[] {
  return contains.flatMap((entry) => {
    const nested = expanded(objectsAt(entry, 'contains'));
    const selectable = textAt(entry, 'code') !== undefined && !flagAt(entry, 'abstract') && !flagAt(entry, 'inactive');
    return selectable ? [listedCode(entry, textAt(entry, 'system')), ...nested] : nested;
  });
}

function listedCode(concept: JsonObject, system: string | undefined): ListedCode {
  const code = textAt(concept, 'code');
  const display = textAt(concept, 'display');
  const extensions = extensionsOf(concept, '');
  const score =
    extensionNumber(extensions, 'itemWeight') ??
    extensionNumber(extensions, 'ordinalValue') ??
    extensionNumber(extensions, 'valueset-ordinalValue');
  return {
    coding: {
      ...(system === undefined ? {} : { system }),
      ...(code === undefined ? {} : { code }),
      ...(display === undefined ? {} : { display }),
    },
    ...(score === undefined ? {} : { score }),
  };
}

function identity({ coding }: ListedCode): string {
  return `${coding.system ?? ''}|${coding.code ?? ''}`;
}
