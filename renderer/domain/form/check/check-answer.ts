import { absentReasonOf } from '../answer-values';
import { isRealDate, isRealDateTime, isRealTime } from '../calendar';
import type { AnswerOption, FormItem } from '../form';
import { isOfKind, valueKeyOf, valueKeysOf } from '../parse/typed-answers';
import type { Coding, ResponseAnswer } from '../response';
import { textOfAnswer } from '../text-of-answer';
import { checkAttachment } from './check-attachment';
import { checkBounds } from './check-bounds';
import { checkText } from './check-text';
import { checkUnit } from './check-unit';
import { caution, fault, labelOf, type Complaint } from './finding';

const LARGEST_INTEGER = 2_147_483_647;

/** Checks one answer against its question; `options` are those that hold now (listed or from answerExpression). */
export function checkAnswer(
  item: FormItem,
  answer: ResponseAnswer,
  options: readonly AnswerOption[],
): readonly Complaint[] {
  const wrong = wrongType(item, answer, options);
  if (wrong) return [wrong];
  if (valueKeyOf(answer) === undefined) return [];
  // A day that does not exist is neither too early nor too late.
  const badDate = checkDate(item, answer);
  if (badDate.length > 0) return badDate;
  const badUnit = checkUnit(item, answer);
  return [
    ...checkOption(item, answer, options),
    ...badUnit,
    // In a wrong unit no bound means anything.
    ...checkBounds(item, answer).filter(({ code }) => code !== 'bad-unit' || badUnit.length === 0),
    ...checkText(item, answer),
    ...checkAttachment(item, answer),
  ];
}

function wrongType(item: FormItem, answer: ResponseAnswer, options: readonly AnswerOption[]): Complaint | undefined {
  const keys = Object.keys(answer).filter((key) => key.startsWith('value'));
  const [key] = keys;
  if (key === undefined) {
    if (absentReasonOf(answer) || answer.item !== undefined) return undefined;
    return fault('wrong-type', `“${labelOf(item)}” has an answer without a value.`);
  }
  if (keys.length > 1) return fault('wrong-type', `“${labelOf(item)}” has one answer with several values.`);
  const known = valueKeyOf(answer);
  if (known === undefined || !takes(item, known, options)) {
    return fault('wrong-type', `“${labelOf(item)}” takes ${takesWords(item)}, not ${key.slice(5).toLowerCase()}.`);
  }
  const value = answer[known];
  if (!isOfKind(known, value) || !isWhole(answer))
    return fault('wrong-type', `“${labelOf(item)}” takes ${takesWords(item)}; this value is of another kind.`);
  return undefined;
}

function takes(item: FormItem, key: string, options: readonly AnswerOption[]): boolean {
  if ((valueKeysOf(item.type) as readonly string[]).includes(key)) return true;
  if (item.type !== 'choice' && item.type !== 'open-choice') return false;
  // R4 lets options be numbers, dates and texts; a value set that cannot be listed is answered in words.
  return (
    options.some((option) => valueKeyOf(option.value) === key) ||
    (item.unresolvedValueSet !== undefined && key === 'valueString')
  );
}

function isWhole(answer: ResponseAnswer): boolean {
  if (answer.valueInteger !== undefined) return Math.abs(answer.valueInteger) <= LARGEST_INTEGER;
  if (answer.valueString !== undefined) return answer.valueString.trim() !== '';
  if (answer.valueUri !== undefined) return answer.valueUri.trim() !== '' && !/\s/.test(answer.valueUri);
  if (answer.valueCoding) return textMember(answer.valueCoding, 'code') || textMember(answer.valueCoding, 'display');
  if (answer.valueQuantity) return Number.isFinite(answer.valueQuantity.value);
  if (answer.valueAttachment) return isFile(answer.valueAttachment);
  if (answer.valueReference)
    return ['reference', 'identifier', 'display'].some((member) => answer.valueReference?.[member] !== undefined);
  return true;
}

/** An attachment says at least something of its file; what is there is base64 (its size is counted from it). */
function isFile(file: NonNullable<ResponseAnswer['valueAttachment']>): boolean {
  const data = file['data'];
  if (data !== undefined) return typeof data === 'string' && /^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(data);
  return ['url', 'title', 'contentType', 'hash'].some(
    (member) => typeof file[member] === 'string' && file[member] !== '',
  );
}

function textMember(coding: Coding, member: 'code' | 'display'): boolean {
  const text: unknown = coding[member];
  return typeof text === 'string' && text !== '';
}

function takesWords(item: FormItem): string {
  switch (item.type) {
    case 'boolean':
      return 'yes or no';
    case 'decimal':
      return 'a number';
    case 'integer':
      return 'a whole number';
    case 'date':
      return 'a date';
    case 'dateTime':
      return 'a date and time';
    case 'time':
      return 'a time';
    case 'string':
    case 'text':
      return 'text';
    case 'url':
      return 'a web address';
    case 'choice':
      return 'one of its options';
    case 'open-choice':
      return 'one of its options or text';
    case 'attachment':
      return 'a file';
    case 'reference':
      return 'a reference';
    case 'quantity':
      return 'a number with its unit';
    case 'group':
    case 'display':
      return 'no answer of its own';
  }
}

function checkDate(item: FormItem, answer: ResponseAnswer): readonly Complaint[] {
  const { valueDate, valueDateTime, valueTime } = answer;
  if (valueDate !== undefined && !isRealDate(valueDate))
    return [fault('bad-date', `“${labelOf(item)}”: ${valueDate} is not a date that exists. Write year-month-day.`)];
  if (valueDateTime !== undefined && !isRealDateTime(valueDateTime)) {
    return [
      fault('bad-date', `“${labelOf(item)}”: ${valueDateTime} is not a date and time that exists, with its time zone.`),
    ];
  }
  if (valueTime !== undefined && !isRealTime(valueTime))
    return [fault('bad-date', `“${labelOf(item)}”: ${valueTime} is not a time of day from 00:00 to 23:59.`)];
  return [];
}

function checkOption(item: FormItem, answer: ResponseAnswer, options: readonly AnswerOption[]): readonly Complaint[] {
  if (options.length === 0 || item.unresolvedValueSet !== undefined || item.optionsAreSuggestions) return [];
  if (item.type === 'open-choice' && answer.valueString !== undefined) return [];
  const match = options.find((option) => isThisOption(option.value, answer));
  if (!match)
    return [
      fault(
        'not-an-option',
        `“${labelOf(item)}”: “${textOfAnswer(item, answer)}” is not one of the answers offered. Choose one of them.`,
      ),
    ];
  const [said, meant] = [answer.valueCoding?.display, match.value.valueCoding?.display];
  if (said === undefined || meant === undefined || said === meant) return [];
  return [
    caution('not-an-option', `“${labelOf(item)}” says “${said}”, but its code means “${meant}”. Check which is right.`),
  ];
}

/** Strict, unlike conditions: a code without its system names nothing. */
function isThisOption(option: ResponseAnswer, answer: ResponseAnswer): boolean {
  if (option.valueCoding && answer.valueCoding) {
    const [wanted, given] = [option.valueCoding, answer.valueCoding];
    return wanted.code === undefined
      ? given.code === undefined && given.display === wanted.display
      : given.code === wanted.code && given.system === wanted.system;
  }
  if (option.valueReference && answer.valueReference)
    return option.valueReference['reference'] === answer.valueReference['reference'];
  const key = valueKeyOf(option);
  return key !== undefined && option[key] === answer[key];
}
