import type { FormItem } from '../form';
import { compilePattern } from '../pattern';
import type { ResponseAnswer } from '../response';
import { unsafeIn } from '../unsafe-text';
import { caution, fault, labelOf, type Complaint } from './finding';

/** Longest text a pattern is tried on; the cost is this times the size of the pattern, never more. */
const LONGEST_MATCHED = 20_000;

/** Lengths, pattern, and what must not stand in a text about medicines. */
export function checkText(item: FormItem, answer: ResponseAnswer): readonly Complaint[] {
  const text = answer.valueString ?? answer.valueUri;
  const found: Complaint[] = [];
  if (text !== undefined) {
    const length = [...text].length;
    if (item.maxLength !== undefined && length > item.maxLength) {
      found.push(fault('too-long', `“${labelOf(item)}” has ${length} characters; it takes ${item.maxLength} at most.`));
    }
    if (item.minLength !== undefined && length < item.minLength) {
      found.push(
        fault('too-short', `“${labelOf(item)}” has ${length} characters; it needs ${item.minLength} at least.`),
      );
    }
  }
  const written = text ?? numberText(answer);
  if (item.regex !== undefined && written !== undefined && written.length <= LONGEST_MATCHED) {
    const pattern = compilePattern(item.regex);
    if (pattern.ok && !pattern.value.matches(written)) {
      found.push(
        fault(
          'pattern',
          `“${labelOf(item)}” is not written as expected${item.entryFormat === undefined ? '' : `: ${item.entryFormat}`}.`,
        ),
      );
    }
  }
  if (answer.valueString !== undefined)
    for (const unsafe of unsafeIn(answer.valueString))
      found.push(caution('unsafe-text', `“${labelOf(item)}”: “${unsafe.found}” can be misread. ${unsafe.instead}`));
  return found;
}

function numberText(answer: ResponseAnswer): string | undefined {
  const number = answer.valueInteger ?? answer.valueDecimal;
  return number === undefined ? undefined : String(number);
}
