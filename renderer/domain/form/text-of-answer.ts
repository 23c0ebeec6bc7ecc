import { absentReasonOf, sameValue } from './answer-values';
import type { FormItem } from './form';
import type { Quantity, ResponseAnswer } from './response';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** What a ward writes for a UCUM code. The code stays in the answer; this is only how it is read. */
const WARD_UNITS: ReadonlyMap<string, string> = new Map([
  ['mm[Hg]', 'mmHg'],
  ['Cel', '°C'],
  ['[degF]', '°F'],
  ['ug', 'micrograms'],
  ['[IU]', 'units'],
  ['[iU]', 'units'],
  ['{score}', ''],
  ['1', ''],
  ['{beats}/min', '/min'],
  ['{breaths}/min', '/min'],
]);

const ABSENT_WORDS: ReadonlyMap<string, string> = new Map([
  ['asked-unknown', 'Not known'],
  ['unknown', 'Not known'],
  ['not-performed', 'Not done'],
  ['not-applicable', 'Not applicable'],
  ['asked-declined', 'Declined'],
]);

const COMPARATORS: ReadonlyMap<string, string> = new Map([
  ['<', 'less than '],
  ['<=', 'at most '],
  ['>', 'more than '],
  ['>=', 'at least '],
]);

/** One answer as people read it, the same on screen, paper and in text. Empty when there is nothing to say. */
export function textOfAnswer(item: FormItem, answer: ResponseAnswer): string {
  const absent = absentReasonOf(answer);
  if (absent) {
    const words = ABSENT_WORDS.get(absent.reason) ?? 'Not given';
    return absent.note === undefined ? words : `${words}: ${absent.note}`;
  }
  if (answer.valueBoolean !== undefined) return answer.valueBoolean ? 'Yes' : 'No';
  const number = answer.valueInteger ?? answer.valueDecimal;
  if (number !== undefined) return withUnit(number, unitText(item));
  if (answer.valueQuantity) return textOfQuantity(answer.valueQuantity);
  if (answer.valueDate !== undefined) return textOfDate(answer.valueDate);
  if (answer.valueDateTime !== undefined) return textOfDateTime(answer.valueDateTime);
  if (answer.valueTime !== undefined) return textOfTime(answer.valueTime);
  if (answer.valueCoding) {
    const option = item.options.find((each) => sameValue(each.value, answer));
    return option?.label ?? answer.valueCoding.display ?? answer.valueCoding.code ?? '';
  }
  if (answer.valueAttachment) return firstText(answer.valueAttachment, 'title', 'contentType') ?? 'File';
  if (answer.valueReference) return firstText(answer.valueReference, 'display', 'reference') ?? '';
  return answer.valueString ?? answer.valueUri ?? '';
}

/** The first of some members that is a text. */
export function firstText(
  object: Readonly<Record<string, unknown>>,
  ...members: readonly string[]
): string | undefined {
  return members.map((member) => object[member]).find((value) => typeof value === 'string');
}

/** All answers of a question in one text. */
export function textOfAnswers(item: FormItem, answers: readonly ResponseAnswer[]): string {
  return answers
    .map((answer) => textOfAnswer(item, answer))
    .filter((text) => text !== '')
    .join('; ');
}

/** The unit of a number question as a ward writes it; empty when it has none. */
export function unitText(item: FormItem): string {
  return item.unit ? (WARD_UNITS.get(item.unit.code ?? '') ?? item.unit.display ?? item.unit.code ?? '') : '';
}

/** A quantity: number, space, unit (ux.md 4.1: always a space). */
export function textOfQuantity(quantity: Quantity): string {
  if (quantity.value === undefined) return '';
  const unit = WARD_UNITS.get(quantity.code ?? '') ?? quantity.unit ?? quantity.code ?? '';
  return `${COMPARATORS.get(quantity.comparator ?? '') ?? ''}${withUnit(quantity.value, unit)}`;
}

/** `14-Aug-1980`, `Aug-1980` or `1980` (NHS Common User Interface: month in letters); as it is when it is no date. */
export function textOfDate(date: string): string {
  const [year = '', month, day] = date.split('-');
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1];
  if (month !== undefined && name === undefined) return date;
  return [day, name, year].filter((part) => part !== undefined).join('-');
}

/** `22-Nov-2026 07:41`, the wall clock as it was written. */
export function textOfDateTime(dateTime: string): string {
  const [date = '', time] = dateTime.split('T');
  return time === undefined
    ? textOfDate(date)
    : `${textOfDate(date)} ${textOfTime(time.replace(/(Z|[+-]\d\d:\d\d)$/, ''))}`;
}

/** `07:41`; seconds only when there are any. */
export function textOfTime(time: string): string {
  const [hour = '', minute = '', second = '00'] = time.split(':');
  return /^00(\.0*)?$/.test(second) ? `${hour}:${minute}` : `${hour}:${minute}:${second}`;
}

/** A number as a ward reads it: never an exponent, a comma from 1,000 where there is a unit (doses, volumes). */
export function textOfNumber(value: number, grouped = false): string {
  const plain =
    Math.abs(value) < 1e-6 || Math.abs(value) >= 1e21 ? value.toFixed(12).replace(/\.?0+$/, '') : String(value);
  if (!grouped) return plain;
  const [whole = '', fraction] = plain.split('.');
  return whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',') + (fraction === undefined ? '' : `.${fraction}`);
}

function withUnit(value: number, unit: string): string {
  if (unit === '') return textOfNumber(value);
  return `${textOfNumber(value, true)} ${unit}`;
}
