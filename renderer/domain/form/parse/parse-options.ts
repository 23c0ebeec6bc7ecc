import { canonicalJson, type JsonObject } from '../../basics/json';
import type { AnswerOption, FormItem, ItemType } from '../form';
import type { Coding, ResponseAnswer } from '../response';
import { firstText } from '../text-of-answer';
import { extensionFlag, extensionNumber, extensionsOf, extensionText } from './extensions';
import { noteWarning, type FormReading } from './form-reading';
import { flagAt, objectAt, objectsAt, own, textAt } from './json-access';
import { answerAt, valueKeyOf } from './typed-answers';

type OptionParts = Pick<FormItem, 'options' | 'unresolvedValueSet' | 'optionsAreSuggestions'>;

/** The allowed answers of an item: R4 answerOption, STU3 option, a contained or known value set. */
export function parseOptions(item: JsonObject, type: ItemType, where: string, reading: FormReading): OptionParts {
  const listed = [...optionList(item, 'answerOption', where, reading), ...optionList(item, 'option', where, reading)];
  const reference = valueSetOf(item);
  const suggestions = suggestionsOnly(item, type);
  noteTwins(listed, where, reading);
  if (reference === undefined) {
    if (type === 'choice' && listed.length === 0 && extensionsOf(item, where).get('answerExpression') === undefined)
      noteWarning(reading, 'no-options', where, 'This choice offers no answers: nobody can answer it here.');
    return { options: listed, ...suggestions };
  }
  const codes = reading.valueSets.codesOf(reference);
  if (codes === undefined) {
    noteWarning(
      reading,
      'value-set-unresolved',
      `${where}.answerValueSet`,
      `The value set ${reference} cannot be listed without a server: the question takes free text instead.`,
    );
    return { options: listed, unresolvedValueSet: reference, ...suggestions };
  }
  const fromSet = codes.map(({ coding, score }) =>
    option({ valueCoding: coding }, score === undefined ? {} : { score }),
  );
  return { options: [...listed, ...fromSet], ...suggestions };
}

/** Two options of one value: which of them was meant cannot be told from the answer. */
function noteTwins(options: readonly AnswerOption[], where: string, reading: FormReading): void {
  const seen = new Set<string>();
  options.forEach(({ value }, at) => {
    const key = canonicalJson(value.valueCoding ? [value.valueCoding.system, value.valueCoding.code ?? value] : value);
    if (seen.has(key))
      noteWarning(reading, 'option-twice', `${where}.answerOption[${at}]`, 'This answer is offered twice.');
    seen.add(key);
  });
}

/** What the user reads for an answer value in a list. */
export function optionLabel(answer: ResponseAnswer): string {
  const coding: Coding | undefined = answer.valueCoding;
  if (coding) return coding.display ?? coding.code ?? '';
  const reference = answer.valueReference;
  if (reference) return firstText(reference, 'display', 'reference') ?? '';
  const key = valueKeyOf(answer);
  const value = key === undefined ? undefined : answer[key];
  return typeof value === 'object' || value === undefined ? '' : String(value);
}

function optionList(item: JsonObject, member: string, where: string, reading: FormReading): AnswerOption[] {
  return objectsAt(item, member).flatMap((entry, index) => {
    const place = `${where}.${member}[${index}]`;
    const value = answerAt(entry, 'value');
    if (value === undefined || value === 'malformed') {
      noteWarning(
        reading,
        'option-without-value',
        place,
        'This answer option has no value that can be read; it is left out.',
      );
      return [];
    }
    const extensions = extensionsOf(entry, place);
    const coding = objectAt(entry, 'valueCoding');
    const onCoding = coding ? extensionsOf(coding, place) : undefined;
    const prefix = extensionText(extensions, 'optionPrefix');
    const score =
      extensionNumber(extensions, 'itemWeight') ??
      extensionNumber(extensions, 'ordinalValue') ??
      (onCoding && (extensionNumber(onCoding, 'itemWeight') ?? extensionNumber(onCoding, 'ordinalValue')));
    return [
      option(value, {
        exclusive: extensionFlag(extensions, 'optionExclusive'),
        initialSelected: flagAt(entry, 'initialSelected'),
        ...(prefix === undefined ? {} : { prefix }),
        ...(score === undefined ? {} : { score }),
      }),
    ];
  });
}

function option(value: ResponseAnswer, more: Partial<AnswerOption>): AnswerOption {
  return { value, label: optionLabel(value), exclusive: false, initialSelected: false, ...more };
}

function valueSetOf(item: JsonObject): string | undefined {
  const stu3 = objectAt(item, 'options');
  return textAt(item, 'answerValueSet') ?? (stu3 ? textAt(stu3, 'reference') : undefined);
}

function suggestionsOnly(item: JsonObject, type: ItemType): Pick<FormItem, 'optionsAreSuggestions'> {
  const constraint = own(item, 'answerConstraint');
  const choice = type === 'choice' || type === 'open-choice';
  return !choice && (constraint === 'optionsOrType' || constraint === 'optionsOrString')
    ? { optionsAreSuggestions: true }
    : {};
}
