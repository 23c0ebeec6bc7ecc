import { absentReasonOf } from '../../../../domain/form/answer-values';
import type { FormItem } from '../../../../domain/form/form';
import type { Coding, ResponseAnswer } from '../../../../domain/form/response';

/** The number of an answer, whatever it is kept as. */
export function numberOfAnswer(answer: ResponseAnswer | undefined): number | null {
  return answer?.valueInteger ?? answer?.valueDecimal ?? answer?.valueQuantity?.value ?? null;
}

/** A number as the answer its question takes. A fraction given to a whole-number question stays: the check says so, nothing is rounded. */
export function answerOfNumber(item: FormItem, value: number, unit: Coding | undefined): ResponseAnswer {
  if (item.type === 'quantity') {
    const { system, code, display } = unit ?? {};
    return {
      valueQuantity: {
        value,
        ...(display === undefined && code === undefined ? {} : { unit: display ?? code ?? '' }),
        ...(system === undefined ? {} : { system }),
        ...(code === undefined ? {} : { code }),
      },
    };
  }
  return item.type === 'integer' && Number.isInteger(value) ? { valueInteger: value } : { valueDecimal: value };
}

/** The text of an answer of a text question. */
export function textOfText(answer: ResponseAnswer | undefined): string {
  const { display, reference } = answer?.valueReference ?? {};
  const named = typeof display === 'string' ? display : typeof reference === 'string' ? reference : '';
  return answer?.valueString ?? answer?.valueUri ?? named;
}

/** A text as the answer its question takes. */
export function answerOfText(item: FormItem, text: string): ResponseAnswer {
  if (item.type === 'url') return { valueUri: text };
  return item.type === 'reference' ? { valueReference: { display: text } } : { valueString: text };
}

/** The one reason why there is no value, when the question says so. */
export function absentOf(answers: readonly ResponseAnswer[]): ReturnType<typeof absentReasonOf> {
  const [only] = answers;
  return only && absentReasonOf(only);
}
