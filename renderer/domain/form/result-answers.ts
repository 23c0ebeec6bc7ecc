import type { FormItem } from './form';
import { isObject } from './parse/json-access';
import type { ResponseAnswer } from './response';

/**
 * A number rounded on purpose: to the item's decimal places, else to what floating point can vouch for.
 * 38.4 °C came out as 101.11999999999983 °F (standards.md 1.5); at six significant digits the dust is gone, and a
 * whole part of more digits is never cut.
 */
export function rounded(value: number, maxDecimalPlaces?: number): number {
  if (maxDecimalPlaces !== undefined)
    return Number(
      (Math.sign(value) * roundHalfUp(Math.abs(value), Math.min(maxDecimalPlaces, 15))).toFixed(
        Math.min(maxDecimalPlaces, 15),
      ),
    );
  if (Number.isInteger(value)) return value;
  const wholeDigits = Math.trunc(Math.abs(value)).toString().length;
  return Number(value.toPrecision(Math.max(6, Math.min(wholeDigits + 2, 15))));
}

/** Half goes up, also where the binary form lies a hair below it: 1.005 at two places is 1.01, as on paper. */
function roundHalfUp(value: number, places: number): number {
  const shifted = Number(`${value}e${places}`);
  if (Number.isNaN(shifted)) return value;
  const whole = Math.floor(Number(shifted.toPrecision(15)) + 0.5);
  const back = Number(`${whole}e-${places}`);
  return Number.isNaN(back) ? value : back;
}

/** One element of an expression's result as an answer of its question; undefined where it is no such answer. */
export function answerOfResult(value: unknown, item: FormItem): ResponseAnswer | undefined {
  switch (item.type) {
    case 'boolean':
      return typeof value === 'boolean' ? { valueBoolean: value } : undefined;
    case 'integer':
      return isNumber(value) ? { valueInteger: rounded(value, 0) } : undefined;
    case 'decimal':
      return isNumber(value) ? { valueDecimal: rounded(value, item.maxDecimalPlaces) } : undefined;
    case 'quantity':
      return quantityOf(value, item);
    case 'date':
      return typeof value === 'string' ? { valueDate: value.split('T')[0] ?? value } : undefined;
    case 'dateTime':
      return typeof value === 'string' ? { valueDateTime: value } : undefined;
    case 'time':
      return typeof value === 'string' ? { valueTime: value.replace(/^T/, '') } : undefined;
    case 'string':
    case 'text':
      return typeof value === 'string' || isNumber(value) || typeof value === 'boolean'
        ? { valueString: isNumber(value) ? String(rounded(value, item.maxDecimalPlaces)) : String(value) }
        : undefined;
    case 'url':
      return typeof value === 'string' ? { valueUri: value } : undefined;
    case 'choice':
    case 'open-choice':
      return choiceOf(value, item);
    case 'attachment':
      return isObject(value) ? { valueAttachment: value } : undefined;
    case 'reference':
      return isObject(value) ? { valueReference: value } : undefined;
    case 'group':
    case 'display':
      return undefined;
  }
}

function quantityOf(value: unknown, item: FormItem): ResponseAnswer | undefined {
  if (isObject(value)) {
    const number = value['value'];
    return isNumber(number)
      ? { valueQuantity: { ...value, value: rounded(number, item.maxDecimalPlaces) } }
      : undefined;
  }
  if (!isNumber(value)) return undefined;
  const unit = item.unit;
  return {
    valueQuantity: {
      value: rounded(value, item.maxDecimalPlaces),
      ...(unit?.display === undefined ? {} : { unit: unit.display }),
      ...(unit?.system === undefined ? {} : { system: unit.system }),
      ...(unit?.code === undefined ? {} : { code: unit.code }),
    },
  };
}

function choiceOf(value: unknown, item: FormItem): ResponseAnswer | undefined {
  if (isObject(value)) {
    // A CodeableConcept carries its codings one level down.
    const codings: unknown = value['coding'];
    const first: unknown = Array.isArray(codings) ? codings[0] : value;
    return isObject(first) ? { valueCoding: first } : undefined;
  }
  if (typeof value !== 'string')
    return isNumber(value) ? item.options.find((option) => option.value.valueInteger === value)?.value : undefined;
  const option = item.options.find(
    (each) => each.value.valueCoding?.code === value || each.value.valueString === value,
  );
  return option?.value ?? (item.type === 'open-choice' ? { valueString: value } : undefined);
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
