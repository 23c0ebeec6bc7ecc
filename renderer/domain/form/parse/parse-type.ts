import type { JsonObject } from '../../basics/json';
import type { ItemControl, ItemType } from '../form';
import type { FoundExtension } from './extensions';
import { noteError, noteWarning, type FormReading } from './form-reading';
import { isObject, objectsAt, own, textAt } from './json-access';

const R4_TYPES: ReadonlySet<string> = new Set<ItemType>([
  'group',
  'display',
  'boolean',
  'decimal',
  'integer',
  'date',
  'dateTime',
  'time',
  'string',
  'text',
  'url',
  'choice',
  'open-choice',
  'attachment',
  'reference',
  'quantity',
]);

const CONTROLS: ReadonlySet<string> = new Set<ItemControl>([
  'drop-down',
  'radio-button',
  'check-box',
  'autocomplete',
  'gtable',
  'table',
  'htable',
  'grid',
  'slider',
  'unit',
  'help',
  'flyover',
  'prompt',
  'page',
  'header',
  'footer',
  'tab-container',
]);

/** Names other tools use for the same control. */
const CONTROL_ALIASES: ReadonlyMap<string, ItemControl> = new Map([
  ['lookup', 'autocomplete'],
  ['upper', 'prompt'],
  ['lower', 'help'],
  ['inline', 'prompt'],
  ['atable', 'table'],
  ['Autocomplete', 'autocomplete'],
  ['tab', 'page'],
]);

/** Controls that ask for what the type shows anyway. */
const USUAL_CONTROLS: ReadonlySet<string> = new Set([
  'text-box',
  'spinner',
  'open-choice',
  'context-display',
  'list',
  'gtable-row',
]);

/** The type of an item, R5's `coding` and STU3's `uri` mapped; undefined (and an error noted) when there is none. */
export function parseType(item: JsonObject, where: string, reading: FormReading): ItemType | undefined {
  const type = textAt(item, 'type');
  if (type !== undefined && R4_TYPES.has(type)) return type as ItemType;
  if (type === 'coding')
    return own(item, 'answerConstraint') === 'optionsOrString' ? 'open-choice' : codingType(item, where, reading);
  if (type === 'uri') return 'url';
  if (type === 'question') {
    noteWarning(reading, 'type-question', `${where}.type`, 'The abstract type "question" is read as a group.');
    return 'group';
  }
  const message =
    type === undefined
      ? 'This item has no type. Add one of: group, display, boolean, decimal, integer, date, dateTime, time, string, text, url, choice, open-choice, attachment, reference, quantity.'
      : `"${type.slice(0, 40)}" is no item type. Use one of FHIR R4's, e.g. string, integer, choice, group.`;
  noteError(reading, type === undefined ? 'type-missing' : 'type-unknown', `${where}.type`, message);
  return undefined;
}

function codingType(item: JsonObject, where: string, reading: FormReading): ItemType {
  if (own(item, 'answerConstraint') !== 'optionsOrType') return 'choice';
  noteWarning(
    reading,
    'answer-constraint',
    `${where}.answerConstraint`,
    'optionsOrType on a coding is read as open-choice: another answer is text.',
  );
  return 'open-choice';
}

/** The control of an itemControl extension; what is not known falls back to the type's own. */
export function parseControl(found: FoundExtension | undefined, reading: FormReading): ItemControl | undefined {
  if (!found) return undefined;
  const concept = isObject(found.value) ? found.value : undefined;
  const codes = concept ? objectsAt(concept, 'coding').flatMap((coding) => textAt(coding, 'code') ?? []) : [];
  for (const code of codes) {
    if (CONTROLS.has(code)) return code as ItemControl;
    const alias = CONTROL_ALIASES.get(code);
    if (alias) return alias;
  }
  const name = codes[0] ?? (concept ? textAt(concept, 'text') : undefined);
  if (name !== undefined && !USUAL_CONTROLS.has(name)) {
    noteWarning(
      reading,
      'control-unknown',
      found.where,
      `The control "${name.slice(0, 40)}" is not known here; the usual control of the type is shown.`,
    );
  }
  return undefined;
}
