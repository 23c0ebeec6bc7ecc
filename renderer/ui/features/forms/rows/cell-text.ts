import type { Instant } from '../../../../domain/basics/time';
import { absentReasonOf } from '../../../../domain/form/answer-values';
import type { FilledQuestion } from '../../../../domain/form/filled-form';
import type { FormItem } from '../../../../domain/form/form';
import type { ResponseAnswer } from '../../../../domain/form/response';
import { textOfAnswer, textOfQuantity } from '../../../../domain/form/text-of-answer';
import { readDate } from '../../../components/date-field/read-date';
import { instantOfMoment } from '../../../components/date-time-field/zoned-moment';
import { readNumber } from '../../../components/number-field/read-number';
import { readTime } from '../../../components/time-field/read-time';
import { answerOfNumber, answerOfText, numberOfAnswer } from '../questions/answer-values';

/** What a cell shows: today's times as `07:40`, other days with their date, numbers without unit (the head has it). */
export function cellText({ item, answers: [answer] }: FilledQuestion, now: Instant): string {
  if (answer === undefined) return '';
  if (absentReasonOf(answer)) return textOfAnswer(item, answer);
  if (answer.valueDateTime?.startsWith(`${now.slice(0, 10)}T`)) return answer.valueDateTime.slice(11, 16);
  if (answer.valueDateTime !== undefined)
    return `${shortDate(answer.valueDateTime)} ${answer.valueDateTime.slice(11, 16)}`.trim();
  if (answer.valueDate !== undefined) return shortDate(answer.valueDate);
  if (answer.valueTime !== undefined) return answer.valueTime.slice(0, 5);
  // With several units the head cannot say which.
  if (answer.valueQuantity && item.unitOptions.length > 1) return textOfQuantity(answer.valueQuantity);
  const number = numberOfAnswer(answer);
  return number === null ? textOfAnswer(item, answer) : String(number);
}

/** Reads what was typed into a cell; null when it is nothing of the column's kind. */
export function readCell({ item, options }: FilledQuestion, text: string, now: Instant): ResponseAnswer | null {
  const typed = text.trim();
  const option = options.find((one) => one.label.toLowerCase() === typed.toLowerCase());
  if (option) return option.value;
  switch (item.type) {
    case 'integer':
    case 'decimal': {
      const number = readNumber(typed);
      return number === null ? null : answerOfNumber(item, number, item.unit);
    }
    case 'quantity':
      return readQuantity(item, typed);
    case 'boolean':
      return YES_NO.has(typed.toLowerCase()) ? { valueBoolean: YES_NO.get(typed.toLowerCase()) === true } : null;
    case 'choice':
      return options.length > 0 ? null : answerOfText(item, text);
    case 'time': {
      const time = readTime(typed);
      return time === null ? null : { valueTime: `${time}:00` };
    }
    case 'date': {
      const date = readDay(typed);
      return date === null ? null : { valueDate: date };
    }
    case 'dateTime':
      return readMoment(typed, now);
    default:
      return answerOfText(item, text);
  }
}

const YES_NO: ReadonlyMap<string, boolean> = new Map([
  ['yes', true],
  ['y', true],
  ['true', true],
  ['no', false],
  ['n', false],
  ['false', false],
]);

/** `5 mg`; the unit may be left out only where there is one: units are never guessed. */
function readQuantity(item: FormItem, typed: string): ResponseAnswer | null {
  const [, digits = '', word = ''] = /^([-+\d.,]+)\s*(.*)$/.exec(typed) ?? [];
  const number = readNumber(digits);
  if (number === null) return null;
  const units = item.unitOptions.length > 0 ? item.unitOptions : item.unit ? [item.unit] : [];
  if (word === '') {
    const only = units.length === 1 ? units[0] : item.unit;
    return units.length > 1 && !only ? null : answerOfNumber(item, number, only);
  }
  const named = units.find(({ code, display }) => code === word || display === word);
  return named ? answerOfNumber(item, number, named) : null;
}

/** `0740` is today, `21/11 2350` or `21-11-2026 23:50` another day. */
function readMoment(typed: string, now: Instant): ResponseAnswer | null {
  const time = readTime(typed);
  if (time !== null) return { valueDateTime: instantOfMoment({ date: now.slice(0, 10), time }, now) };
  const at = typed.search(/\s\S+$/);
  const date = at < 0 ? null : readDay(typed.slice(0, at).trim(), now.slice(0, 4));
  const clock = at < 0 ? null : readTime(typed.slice(at));
  return date === null || clock === null ? null : { valueDateTime: instantOfMoment({ date, time: clock }, now) };
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function readDay(typed: string, year = ''): string | null {
  const [day = '', month = '', written = year] = typed.split(/[-/. ]+/);
  const named = MONTHS.indexOf(month.slice(0, 3).toLowerCase());
  const read = readDate({ day, month: named < 0 ? month : String(named + 1), year: written });
  return read.state === 'date' ? read.date : null;
}

function shortDate(date: string): string {
  const [year = '', month = '', day = ''] = date.slice(0, 10).split('-');
  const name = MONTHS[Number(month) - 1] ?? month;
  return [day, name && name.charAt(0).toUpperCase() + name.slice(1), year].filter(Boolean).join('-');
}
