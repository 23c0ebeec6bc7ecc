import { absentReasonOf, sameValue, snapshotTimeOf } from '../../../domain/form/answer-values';
import type { FormItem } from '../../../domain/form/form';
import type { Slot } from '../../../domain/form/form-tree';
import type { ResponseAnswer } from '../../../domain/form/response';
import { clinicalDate, clinicalInstant } from '../type/dates';
import { WORDS } from '../words';

/** One answer as a person reads it. Numbers are printed as they were entered, never rounded. */
export function answerText(item: FormItem, answer: ResponseAnswer): string {
  const absent = absentReasonOf(answer);
  if (absent) return [absentWords(absent.reason), absent.note].filter((part) => part !== undefined).join(': ');
  const option = item.options.find(({ value }) => sameValue(value, answer));
  if (option) return option.label;
  if (answer.valueBoolean !== undefined) return answer.valueBoolean ? WORDS.yes : WORDS.no;
  const number = answer.valueInteger ?? answer.valueDecimal;
  if (number !== undefined) return withUnit(String(number), item.unit?.display ?? item.unit?.code);
  if (answer.valueDate !== undefined) return clinicalDate(answer.valueDate);
  if (answer.valueDateTime !== undefined) return clinicalInstant(answer.valueDateTime);
  if (answer.valueTime !== undefined) return answer.valueTime.slice(0, 5);
  if (answer.valueQuantity) {
    const { comparator = '', value, unit, code } = answer.valueQuantity;
    return withUnit(`${comparator}${value ?? ''}`, unit ?? code);
  }
  if (answer.valueCoding) return answer.valueCoding.display ?? answer.valueCoding.code ?? '';
  const other = answer.valueAttachment?.['title'] ?? answer.valueAttachment?.['contentType'] ?? answer.valueReference?.['display'] ?? answer.valueReference?.['reference'];
  return answer.valueString ?? answer.valueUri ?? (typeof other === 'string' ? other : '');
}

/** All answers of a question on one line. */
export function answersText({ item, answers }: Pick<Slot, 'item' | 'answers'>): string {
  return answers.map((answer) => answerText(item, answer)).join('; ');
}

/** Whether what is printed was copied from the EHR and nobody has changed it. */
export function isFromEhr(answers: readonly ResponseAnswer[]): boolean {
  return answers.length > 0 && answers.every((answer) => snapshotTimeOf(answer) !== undefined);
}

function absentWords(reason: string): string {
  return reason === 'not-performed' ? WORDS.notDone : WORDS.notKnown;
}

/** A space between number and unit (ISMP): 5 mg, never 5mg. */
function withUnit(number: string, unit: string | undefined): string {
  return unit === undefined || unit === '' || unit === '1' ? number : `${number} ${unit}`;
}
