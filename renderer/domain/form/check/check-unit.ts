import { sameUnit } from '../answer-values';
import type { FormItem } from '../form';
import type { Coding, Quantity, ResponseAnswer } from '../response';
import { caution, fault, labelOf, type Complaint } from './finding';

/** A quantity must be in a unit its question offers. Units are never guessed and never converted in silence. */
export function checkUnit(item: FormItem, answer: ResponseAnswer): readonly Complaint[] {
  const quantity = answer.valueQuantity;
  if (!quantity) return [];
  const offered =
    item.unitOptions.length > 0
      ? [...item.unitOptions, ...(item.unit ? [item.unit] : [])]
      : item.unit
        ? [item.unit]
        : [];
  const named = quantity.unit ?? quantity.code;
  if (offered.length > 0) {
    const words = offered.map((unit) => unit.display ?? unit.code ?? '').join(', ');
    if (named === undefined)
      return [fault('bad-unit', `“${labelOf(item)}” has a number without its unit. Choose ${words}.`)];
    if (!offered.some((unit) => sameUnit(quantity, asQuantity(unit)))) {
      return [
        fault(
          'bad-unit',
          `“${labelOf(item)}” is in ${named}; this form takes ${words}. Convert it yourself and check twice.`,
        ),
      ];
    }
  }
  if (quantity.code !== undefined && quantity.system === undefined) {
    return [
      caution('bad-unit', `“${labelOf(item)}”: the unit code ${quantity.code} does not say which system it is from.`),
    ];
  }
  return [];
}

function asQuantity(unit: Coding): Quantity {
  return {
    ...(unit.code === undefined ? {} : { code: unit.code }),
    ...(unit.display === undefined ? {} : { unit: unit.display }),
  };
}
