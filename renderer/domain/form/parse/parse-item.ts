import type { JsonObject } from '../../basics/json';
import type { FormItem } from '../form';
import { extensionFlag, extensionsOf, extensionText, firstExtension } from './extensions';
import { noteError, noteWarning, type FormReading } from './form-reading';
import { flagAt, isObject, objectAt, objectsAt, own, textAt } from './json-access';
import { parseConditions } from './parse-conditions';
import { parseExpressions } from './parse-expressions';
import { parseInitial } from './parse-initial';
import { parseLimits } from './parse-limits';
import { parseOptions } from './parse-options';
import { parseOwn } from './own-extensions';
import { parseControl, parseType } from './parse-type';

/** Deepest nesting of items and most items of one form: far above any real form (the largest public one has 1,100). */
export const DEEPEST_ITEMS = 50;
export const MOST_ITEMS = 20_000;

/** Reads the items of a form or item; problems go to the reading. */
export function parseItems(owner: JsonObject, where: string, depth: number, reading: FormReading): readonly FormItem[] {
  const list = own(owner, 'item');
  if (list === undefined) return [];
  const at = where === '' ? 'item' : `${where}.item`;
  if (!Array.isArray(list)) {
    noteError(reading, 'items-not-a-list', at, 'The member "item" must be a list.');
    return [];
  }
  if (depth > DEEPEST_ITEMS) {
    noteError(reading, 'too-deep', at, `Items are nested deeper than ${DEEPEST_ITEMS} levels.`);
    return [];
  }
  return list.flatMap((entry, index) => {
    if (reading.linkIds.size > MOST_ITEMS) return [];
    const place = `${at}[${index}]`;
    if (!isObject(entry)) {
      noteError(reading, 'item-not-an-object', place, 'An item must be an object with linkId and type.');
      return [];
    }
    return parseItem(entry, place, depth, reading) ?? [];
  });
}

function parseItem(item: JsonObject, where: string, depth: number, reading: FormReading): FormItem | undefined {
  const linkId = parseLinkId(item, where, reading);
  const type = parseType(item, where, reading);
  const children = parseItems(item, where, depth + 1, reading);
  if (linkId === undefined || type === undefined) return undefined;
  if (type === 'display' && children.length > 0)
    noteWarning(reading, 'display-with-items', where, 'A display item has items of its own; they are shown below it.');

  noteModifiers(item, where, reading);
  const extensions = extensionsOf(item, where);
  const control = parseControl(firstExtension(extensions, 'itemControl'), reading);
  const shortText = extensionText(extensions, 'shortText');
  const prefix = textAt(item, 'prefix');
  const markdown = markdownOf(item, where);
  const options = parseOptions(item, type, where, reading);
  const openLabel = extensionText(extensions, 'openLabel');
  const orientation = extensionText(extensions, 'choiceOrientation');
  const category = categoryOf(firstExtension(extensions, 'displayCategory')?.value);
  const limits = parseLimits(item, type, extensions, where, reading);
  const helps = children.filter(
    (child) => child.type === 'display' && (child.control === 'help' || child.control === 'flyover'),
  );
  const unitText = children.find((child) => child.type === 'display' && child.control === 'unit');
  const unit = limits.unit ?? (unitText && { display: unitText.text });
  return {
    linkId,
    type,
    text: textAt(item, 'text') ?? '',
    ...(shortText === undefined ? {} : { shortText }),
    ...(markdown === undefined ? {} : { markdown }),
    ...(prefix === undefined ? {} : { prefix }),
    code: objectsAt(item, 'code'),
    ...(control === undefined ? {} : { control }),
    required: flagAt(item, 'required'),
    repeats: flagAt(item, 'repeats') && type !== 'display',
    readOnly: flagAt(item, 'readOnly'),
    hidden: extensionFlag(extensions, 'hidden'),
    ...options,
    ...(openLabel === undefined ? {} : { openLabel }),
    ...limits,
    ...(unit === undefined ? {} : { unit }),
    ...(orientation === 'horizontal' || orientation === 'vertical' ? { choiceOrientation: orientation } : {}),
    ...(category === undefined ? {} : { displayCategory: category }),
    ...parseConditions(item, where, reading),
    ...parseExpressions(extensions, reading),
    initial: parseInitial(item, options.options, where, reading),
    help: helps.flatMap((help) => (help.text === '' ? [] : help.text)),
    ...parseOwn(extensions, reading),
    items: children.filter((child) => !helps.includes(child) && child !== unitText),
  };
}

/** A modifier extension may turn a meaning around (FHIR R4 2.2.2): whoever approves the form must have read it. */
export function noteModifiers(element: JsonObject, where: string, reading: FormReading): void {
  objectsAt(element, 'modifierExtension').forEach((extension, at) =>
    noteWarning(
      reading,
      'modifier-extension',
      `${where === '' ? '' : `${where}.`}modifierExtension[${at}]`,
      `“${(textAt(extension, 'url') ?? '').slice(0, 120)}” may change what this means and is not known here. It is kept. Read it before you approve the form.`,
    ),
  );
}

function parseLinkId(item: JsonObject, where: string, reading: FormReading): string | undefined {
  const linkId = textAt(item, 'linkId');
  if (linkId === undefined) {
    noteError(
      reading,
      'link-id-missing',
      `${where}.linkId`,
      'This item has no linkId. Every item needs one, different from all others.',
    );
    return undefined;
  }
  const other = reading.linkIds.get(linkId);
  if (other !== undefined) {
    noteError(
      reading,
      'link-id-twice',
      `${where}.linkId`,
      `The linkId "${linkId.slice(0, 60)}" is used before at ${other}. Every item needs its own.`,
    );
    return linkId;
  }
  reading.linkIds.set(linkId, where);
  if (reading.linkIds.size === MOST_ITEMS + 1)
    noteError(reading, 'too-many-items', where, `The form has more than ${MOST_ITEMS} items.`);
  return linkId;
}

function markdownOf(item: JsonObject, where: string): string | undefined {
  const shadow = objectAt(item, '_text');
  return shadow && extensionText(extensionsOf(shadow, `${where}._text`), 'rendering-markdown');
}

function categoryOf(value: unknown): string | undefined {
  if (!isObject(value)) return undefined;
  return objectsAt(value, 'coding').flatMap((coding) => textAt(coding, 'code') ?? [])[0] ?? textAt(value, 'text');
}
