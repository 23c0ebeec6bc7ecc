import type { JsonObject } from '../../basics/json';
import type { FormItem, ItemType } from '../form';
import { compareValues } from '../answer-values';
import { compilePattern } from '../pattern';
import type { Coding, ResponseAnswer } from '../response';
import { extensionNumber, extensionsOf, extensionText, firstExtension, type Extensions } from './extensions';
import { noteWarning, type FormReading } from './form-reading';
import { isObject, numberAt, own } from './json-access';
import { answerAt, valueKeyOf, valueKeysOf } from './typed-answers';

type LimitParts = Pick<
  FormItem,
  | 'minOccurs'
  | 'maxOccurs'
  | 'unit'
  | 'unitOptions'
  | 'minValue'
  | 'maxValue'
  | 'minQuantity'
  | 'maxQuantity'
  | 'maxDecimalPlaces'
  | 'maxLength'
  | 'minLength'
  | 'regex'
  | 'entryFormat'
  | 'maxSizeBytes'
  | 'mimeTypes'
>;

/** Bounds, lengths, units and file limits of an item. */
export function parseLimits(
  item: JsonObject,
  type: ItemType,
  extensions: Extensions,
  where: string,
  reading: FormReading,
): LimitParts {
  const limits: { -readonly [K in keyof LimitParts]: LimitParts[K] } = {
    unitOptions: (extensions.get('unitOption') ?? []).flatMap(({ value }) =>
      isObject(value) ? [value as Coding] : [],
    ),
    mimeTypes: (extensions.get('mimeType') ?? []).flatMap(({ value }) => (typeof value === 'string' ? [value] : [])),
  };
  for (const name of ['minOccurs', 'maxOccurs', 'maxDecimalPlaces', 'minLength'] as const) {
    const value = extensionNumber(extensions, name);
    if (value === undefined) continue;
    if (Number.isInteger(value) && value >= 0) limits[name] = value;
    else noteWarning(reading, 'limit-not-a-count', where, `${name} must be a whole number from 0; it is left out.`);
  }
  // Megabytes in older drafts, bytes since SDC 3; no ward form takes a file of under a kilobyte.
  const maxSize = extensionNumber(extensions, 'maxSize');
  if (maxSize !== undefined) limits.maxSizeBytes = maxSize < 1024 ? maxSize * 1024 * 1024 : maxSize;
  const unit = firstExtension(extensions, 'unit')?.value;
  if (isObject(unit)) limits.unit = unit;
  const maxLength = numberAt(item, 'maxLength');
  if (maxLength !== undefined && maxLength > 0) limits.maxLength = maxLength;
  const entryFormat = extensionText(extensions, 'entryFormat');
  if (entryFormat !== undefined) limits.entryFormat = entryFormat;
  for (const name of ['minValue', 'maxValue'] as const) {
    const bound = boundOf(extensions, name, reading);
    if (bound && !fitsType(bound, type)) {
      noteWarning(
        reading,
        'bound-other-type',
        where,
        `The ${name} is of another type than the question; it is not checked.`,
      );
      continue;
    }
    if (bound?.valueQuantity !== undefined)
      limits[name === 'minValue' ? 'minQuantity' : 'maxQuantity'] = bound.valueQuantity;
    else if (bound) limits[name] = bound;
  }
  for (const name of ['minQuantity', 'maxQuantity'] as const) {
    const value = firstExtension(extensions, name)?.value;
    if (isObject(value)) limits[name] = value;
  }
  checkCrossed(limits, where, reading);
  const regex = regexOf(extensions, reading);
  if (regex !== undefined) limits.regex = regex;
  if (extensions.has('unitValueSet'))
    noteWarning(
      reading,
      'unit-value-set',
      where,
      'The units of this question come from a value set; any unit is accepted.',
    );
  if (type !== 'attachment' && limits.mimeTypes.length > 0)
    noteWarning(reading, 'mime-type', where, 'mimeType is only used on attachments.');
  return limits;
}

/** A whole number bounds a decimal too, and a bare number a quantity; a date bounds dates and moments. */
function fitsType(bound: ResponseAnswer, type: ItemType): boolean {
  const key = valueKeyOf(bound);
  if (key === 'valueInteger' || key === 'valueDecimal') return ['integer', 'decimal', 'quantity'].includes(type);
  if (key === 'valueDate' || key === 'valueDateTime') return type === 'date' || type === 'dateTime';
  return key !== undefined && (valueKeysOf(type) as readonly string[]).includes(key);
}

/** Limits no answer can keep: the question would stop every signature. */
function checkCrossed(limits: LimitParts, where: string, reading: FormReading): void {
  const { minValue, maxValue, minOccurs = 0, maxOccurs = Infinity, minLength = 0, maxLength = Infinity } = limits;
  const bounds = minValue && maxValue && (compareValues(minValue, maxValue) ?? 0) > 0;
  if (bounds || minOccurs > maxOccurs || minLength > maxLength)
    noteWarning(
      reading,
      'limits-crossed',
      where,
      'The lowest limit of this question is above its highest: no answer can be right.',
    );
}

function boundOf(extensions: Extensions, name: string, reading: FormReading): ResponseAnswer | undefined {
  const found = firstExtension(extensions, name);
  if (!found) return undefined;
  const bound = answerAt(found.object, 'value');
  const shadow = Object.keys(found.object).find((member) => member.startsWith('_value'));
  const inner = shadow === undefined ? undefined : own(found.object, shadow);
  if (isObject(inner) && extensionsOf(inner, found.where).has('cqf-calculatedValue')) {
    noteWarning(reading, 'bound-calculated', found.where, `The ${name} is an expression; it is kept but not checked.`);
    return undefined;
  }
  if (bound === undefined || bound === 'malformed') {
    noteWarning(
      reading,
      'bound-unreadable',
      found.where,
      `The ${name} has no value that can be read; it is not checked.`,
    );
    return undefined;
  }
  return bound;
}

function regexOf(extensions: Extensions, reading: FormReading): string | undefined {
  const found = firstExtension(extensions, 'regex');
  if (typeof found?.value !== 'string' || found.value === '') return undefined;
  // Some tools write a FHIRPath call where the extension wants the bare pattern.
  const source = /^matches\('([\s\S]*)'\)$/.exec(found.value)?.[1] ?? found.value;
  const pattern = compilePattern(source);
  if (pattern.ok) return source;
  noteWarning(reading, 'regex-not-checked', found.where, `This pattern is kept but not checked: ${pattern.error}.`);
  return undefined;
}
