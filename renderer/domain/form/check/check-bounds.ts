import { compareValues, sameUnit } from '../answer-values';
import type { FormItem } from '../form';
import type { Quantity, ResponseAnswer } from '../response';
import { textOfAnswer, textOfQuantity } from '../text-of-answer';
import { caution, fault, labelOf, type Complaint } from './finding';

/** Hard bounds stop, soft bounds ask, decimal places are counted (forms.md: entry-sanity limits). */
export function checkBounds(item: FormItem, answer: ResponseAnswer): readonly Complaint[] {
  const hard = [...checkValueBounds(item, answer), ...checkQuantityBounds(item, answer)];
  return [...hard, ...checkDecimals(item, answer), ...(hard.length === 0 ? checkSoft(item, answer) : [])];
}

function checkValueBounds(item: FormItem, answer: ResponseAnswer): readonly Complaint[] {
  const value = bare(answer);
  const found: Complaint[] = [];
  if (item.minValue && (compareValues(value, item.minValue) ?? 0) < 0) {
    found.push(
      fault(
        'below-min',
        `“${labelOf(item)}” is ${textOfAnswer(item, answer)}; the lowest it takes is ${textOfAnswer(item, item.minValue)}.`,
      ),
    );
  }
  if (item.maxValue && (compareValues(value, item.maxValue) ?? 0) > 0) {
    found.push(
      fault(
        'above-max',
        `“${labelOf(item)}” is ${textOfAnswer(item, answer)}; the highest it takes is ${textOfAnswer(item, item.maxValue)}.`,
      ),
    );
  }
  return found;
}

function checkQuantityBounds(item: FormItem, answer: ResponseAnswer): readonly Complaint[] {
  const quantity = answer.valueQuantity;
  if (!quantity) return [];
  const found: Complaint[] = [];
  for (const [bound, side] of [
    [item.minQuantity, 'below-min'],
    [item.maxQuantity, 'above-max'],
  ] as const) {
    if (!bound) continue;
    if (hasUnit(bound) && !sameUnit(bound, quantity)) {
      found.push(
        caution(
          'bad-unit',
          `“${labelOf(item)}”: the limit is ${textOfQuantity(bound)}, the answer ${textOfQuantity(quantity)}. Different units are not compared: check it yourself.`,
        ),
      );
      continue;
    }
    const order = (quantity.value ?? 0) - (bound.value ?? 0);
    if (side === 'below-min' ? order < 0 : order > 0) {
      const words = side === 'below-min' ? 'the lowest it takes is' : 'the highest it takes is';
      found.push(fault(side, `“${labelOf(item)}” is ${textOfQuantity(quantity)}; ${words} ${textOfQuantity(bound)}.`));
    }
  }
  return found;
}

function checkSoft(item: FormItem, answer: ResponseAnswer): readonly Complaint[] {
  const value = numberIn(answer);
  if (value === undefined) return [];
  if ((item.softMin === undefined || value >= item.softMin) && (item.softMax === undefined || value <= item.softMax))
    return [];
  return [{ code: 'unusual', severity: 'soft', message: `${labelOf(item)}: is ${textOfAnswer(item, answer)} right?` }];
}

function checkDecimals(item: FormItem, answer: ResponseAnswer): readonly Complaint[] {
  const value = numberIn(answer);
  if (item.maxDecimalPlaces === undefined || value === undefined || decimalsOf(value) <= item.maxDecimalPlaces)
    return [];
  const places =
    item.maxDecimalPlaces === 0
      ? 'no decimals'
      : item.maxDecimalPlaces === 1
        ? 'one decimal'
        : `${item.maxDecimalPlaces} decimals`;
  return [
    fault('too-many-decimals', `“${labelOf(item)}” is ${textOfAnswer(item, answer)}; it takes ${places} at most.`),
  ];
}

/** Decimal places of a number as JSON writes it, exponents included. */
export function decimalsOf(value: number): number {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  return Math.max(0, (mantissa.split('.')[1]?.length ?? 0) - Number(exponent));
}

function numberIn(answer: ResponseAnswer): number | undefined {
  return answer.valueInteger ?? answer.valueDecimal ?? answer.valueQuantity?.value;
}

/** minValue on a quantity item is a bare number: compared with the bare number. */
function bare(answer: ResponseAnswer): ResponseAnswer {
  const value = answer.valueQuantity?.value;
  return value === undefined ? answer : { valueDecimal: value };
}

function hasUnit(quantity: Quantity): boolean {
  return quantity.unit !== undefined || quantity.code !== undefined;
}
