import type { JsonObject } from '../../basics/json';
import type { ItemType } from '../form';
import type { ResponseAnswer } from '../response';
import { isObject, own } from './json-access';

type ValueKey = Exclude<keyof ResponseAnswer, 'item' | 'extension'>;

const SUFFIXES: ReadonlyMap<string, ValueKey> = new Map(
  Object.entries({
    Boolean: 'valueBoolean',
    Decimal: 'valueDecimal',
    Integer: 'valueInteger',
    Date: 'valueDate',
    DateTime: 'valueDateTime',
    Instant: 'valueDateTime',
    Time: 'valueTime',
    String: 'valueString',
    Markdown: 'valueString',
    Code: 'valueString',
    Uri: 'valueUri',
    Url: 'valueUri',
    Canonical: 'valueUri',
    Attachment: 'valueAttachment',
    Coding: 'valueCoding',
    Quantity: 'valueQuantity',
    Reference: 'valueReference',
  } as const),
);

const VALUE_KEYS: readonly ValueKey[] = [...new Set(SUFFIXES.values())];

const OBJECTS: ReadonlySet<ValueKey> = new Set(['valueAttachment', 'valueCoding', 'valueQuantity', 'valueReference']);

/** Which value[x] an item of a type takes. */
export function valueKeysOf(type: ItemType): readonly ValueKey[] {
  switch (type) {
    case 'boolean':
      return ['valueBoolean'];
    case 'decimal':
      return ['valueDecimal'];
    case 'integer':
      return ['valueInteger'];
    case 'date':
      return ['valueDate'];
    case 'dateTime':
      return ['valueDateTime'];
    case 'time':
      return ['valueTime'];
    case 'string':
    case 'text':
      return ['valueString'];
    case 'url':
      return ['valueUri'];
    case 'choice':
      return ['valueCoding'];
    case 'open-choice':
      return ['valueCoding', 'valueString'];
    case 'attachment':
      return ['valueAttachment'];
    case 'reference':
      return ['valueReference'];
    case 'quantity':
      return ['valueQuantity'];
    case 'group':
    case 'display':
      return [];
  }
}

/** The value[x] an answer carries, or undefined when it carries none. */
export function valueKeyOf(answer: ResponseAnswer): ValueKey | undefined {
  for (const key of VALUE_KEYS) if (answer[key] !== undefined) return key;
  return undefined;
}

/**
 * Reads `value[x]`, `answer[x]` or `initial[x]` as a response answer; undefined when there is none, `malformed` when
 * its JSON is not of the type its name says.
 */
export function answerAt(
  object: JsonObject,
  prefix: 'value' | 'answer' | 'initial',
): ResponseAnswer | 'malformed' | undefined {
  for (const member of Object.keys(object)) {
    if (!member.startsWith(prefix)) continue;
    const key = SUFFIXES.get(member.slice(prefix.length));
    if (key === undefined) continue;
    const value = own(object, member);
    if (value === null || value === undefined) continue;
    return isOfKind(key, value) ? { [key]: value } : 'malformed';
  }
  return undefined;
}

/** Whether a JSON value has the shape of its value[x]. */
export function isOfKind(key: ValueKey, value: unknown): boolean {
  if (OBJECTS.has(key)) return isObject(value);
  if (key === 'valueBoolean') return typeof value === 'boolean';
  if (key === 'valueInteger') return typeof value === 'number' && Number.isInteger(value);
  if (key === 'valueDecimal') return typeof value === 'number' && Number.isFinite(value);
  return typeof value === 'string';
}
