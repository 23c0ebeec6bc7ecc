import type { Instant } from '../../../../domain/basics/time';
import { absentReasonOf } from '../../../../domain/form/answer-values';
import type { FilledQuestion } from '../../../../domain/form/filled-form';
import type { ResponseAnswer } from '../../../../domain/form/response';
import { textOfAnswer } from '../../../../domain/form/text-of-answer';
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
    case 'decimal':
    case 'quantity': {
      const number = readNumber(typed);
      return number === null ? null : answerOfNumber(item, number, item.unit ?? item.unitOptions[0]);
    }
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
