import type { FormDefinition, FormItem, ItemType } from '../../domain/form/form';
import type { FormResponse, ResponseItem } from '../../domain/form/response';
import type { ResourceFault } from './check-resource';

/** value[x] members an item type may carry. */
const MEMBERS: Readonly<Record<ItemType, readonly string[]>> = {
  group: [],
  display: [],
  boolean: ['valueBoolean'],
  decimal: ['valueDecimal', 'valueInteger'],
  integer: ['valueInteger'],
  date: ['valueDate'],
  dateTime: ['valueDateTime'],
  time: ['valueTime'],
  string: ['valueString'],
  text: ['valueString'],
  url: ['valueUri'],
  choice: ['valueCoding', 'valueString', 'valueInteger', 'valueDate', 'valueTime', 'valueReference'],
  'open-choice': ['valueCoding', 'valueString', 'valueInteger', 'valueDate', 'valueTime', 'valueReference'],
  attachment: ['valueAttachment'],
  reference: ['valueReference'],
  quantity: ['valueQuantity'],
};

/** Checks answers against their form: every linkId known and in its place, every value of its question's type. */
export function checkAnswers(
  response: Pick<FormResponse, 'item'>,
  definition: Pick<FormDefinition, 'items'>,
): readonly ResourceFault[] {
  const faults: ResourceFault[] = [];
  walk(response.item ?? [], definition.items, '', faults);
  return faults;
}

function walk(given: readonly ResponseItem[], asked: readonly FormItem[], path: string, faults: ResourceFault[]): void {
  given.forEach((one, at) => {
    const here = `${path}item[${at}]`;
    const item = asked.find((other) => other.linkId === one.linkId);
    if (item === undefined) {
      faults.push({ path: `${here}.linkId`, code: 'wrong-code', message: 'the form has no such item here' });
      return;
    }
    (one.answer ?? []).forEach((answer, index) => {
      for (const name of Object.keys(answer))
        if (name.startsWith('value') && !MEMBERS[item.type].includes(name))
          faults.push({
            path: `${here}.answer[${index}].${name}`,
            code: 'wrong-value',
            message: `the form asks for ${item.type}`,
          });
      walk(answer.item ?? [], item.items, `${here}.answer[${index}].`, faults);
    });
    walk(one.item ?? [], item.items, `${here}.`, faults);
  });
}
