import { canonicalJson } from '../basics/json';
import type { EnableCondition, FormDefinition, FormItem } from '../form/form';
import { extensionsOf, extensionText } from '../form/parse/extensions';
import { textAt } from '../form/parse/json-access';
import { optionLabel } from '../form/parse/parse-options';
import type { Coding, ResponseAnswer } from '../form/response';
import { textOfQuantity, unitText } from '../form/text-of-answer';

/** What can be said about a form itself: name -> words. */
export function formFacts(form: FormDefinition): ReadonlyMap<string, string> {
  return facts({
    Title: form.title,
    Description: form.description,
    Owner: form.owner,
    'Review date in the file': reviewDateIn(form),
    Codes: codes(form.code),
    'Back into the EHR': entryBack(form.backEntry),
    'Worked out for the form': form.variables.map(({ name = '', expression }) => `${name} = ${expression}`).join('; '),
    Rules: form.constraints.map(({ human, expression }) => `${human} (${expression})`).join('; '),
    'On paper': plain(form.paper),
    Copyright: form.copyright,
  });
}

/** What can be said about an item: name -> words. */
export function itemFacts(item: FormItem): ReadonlyMap<string, string> {
  return facts({
    Words: item.text,
    'Short words': item.shortText,
    Help: item.help.join(' '),
    Number: item.prefix,
    Kind: item.type,
    Shown: item.control,
    Needed: yes(item.required),
    'More than one answer': yes(item.repeats),
    'At least': text(item.minOccurs),
    'At most': text(item.maxOccurs),
    'Read only': yes(item.readOnly),
    Hidden: yes(item.hidden),
    'Answers offered': item.options
      .map(({ label, value, score, exclusive }) =>
        [
          label,
          value.valueCoding?.code === undefined || value.valueCoding.code === label
            ? ''
            : ` [${value.valueCoding.code}]`,
          score === undefined ? '' : ` (${score} points)`,
          exclusive ? ' (alone)' : '',
        ].join(''),
      )
      .join(', '),
    'Value set': item.unresolvedValueSet,
    Unit: item.unit ? unitText(item) || plain(item.unit) : undefined,
    'Units offered': item.unitOptions.map((unit) => unit.display ?? unit.code ?? '').join(', '),
    'Lowest value': bound(item.minValue) ?? (item.minQuantity && textOfQuantity(item.minQuantity)),
    'Highest value': bound(item.maxValue) ?? (item.maxQuantity && textOfQuantity(item.maxQuantity)),
    'Asks below': text(item.softMin),
    'Asks above': text(item.softMax),
    Decimals: text(item.maxDecimalPlaces),
    'Longest text': text(item.maxLength),
    'Shortest text': text(item.minLength),
    Pattern: item.regex,
    'Written as': item.entryFormat,
    'Asked when': item.enableWhen.map(condition).join(item.enableBehavior === 'any' ? ' or ' : ' and '),
    'Asked when this holds': item.enableWhenExpression?.expression,
    'Worked out': item.calculated?.expression,
    'Starts with': [item.initialExpression?.expression, ...item.initial.map(optionLabel), item.prefill]
      .filter(Boolean)
      .join('; '),
    'Answers worked out': item.answerExpression?.expression,
    'Names worked out': item.variables.map(({ name = '', expression }) => `${name} = ${expression}`).join('; '),
    Rules: item.constraints.map(({ human, expression }) => `${human} (${expression})`).join('; '),
    Codes: codes(item.code),
    'Back into the EHR': entryBack(item.backEntry),
    Score: item.score === undefined ? undefined : plain(item.score),
    'On paper': plain(item.paper),
  });
}

function facts(found: Readonly<Record<string, string | undefined>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(found).flatMap(([name, words]) => (words ? [[name, words] as const] : [])));
}

function yes(flag: boolean): string | undefined {
  return flag ? 'yes' : undefined;
}

function text(value: number | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}

/** As the file says; the day a hospital set when it approved is no part of the form. */
function reviewDateIn({ source }: FormDefinition): string | undefined {
  return extensionText(extensionsOf(source, ''), 'own:reviewDate') ?? textAt(source, 'lastReviewDate');
}

function bound(answer: ResponseAnswer | undefined): string | undefined {
  return answer && optionLabel(answer);
}

function codes(list: readonly Coding[]): string {
  return list.map(({ system = '', code = '' }) => `${system.split('/').at(-1) ?? ''} ${code}`.trim()).join(', ');
}

function condition({ question, operator, answer }: EnableCondition): string {
  if (operator === 'exists')
    return answer.valueBoolean === false ? `“${question}” is not answered` : `“${question}” is answered`;
  const value = answer.valueQuantity ? textOfQuantity(answer.valueQuantity) : optionLabel(answer);
  return `“${question}” ${operator} ${value}`;
}

function entryBack(back: FormItem['backEntry']): string | undefined {
  return (
    back &&
    `${back.owner}, ${back.disposition}, priority ${back.priority}${back.dataClass ? `, ${back.dataClass}` : ''}`
  );
}

function plain(value: object): string {
  const json = canonicalJson(value);
  return json === '{}' ? '' : json.slice(1, -1).replaceAll('"', '');
}
