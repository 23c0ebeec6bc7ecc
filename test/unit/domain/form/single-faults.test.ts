import { describe, expect, test } from 'vitest';
import { checkResponse } from '../../../../renderer/domain/form/check-response';
import { newResponse } from '../../../../renderer/domain/form/new-response';
import type { FormResponse } from '../../../../renderer/domain/form/response';
import { createInProcessEngine } from '../../../../renderer/exchange/fhirpath/in-process-engine';
import { settleForm } from '../../../../renderer/domain/form/settle-form';
import { formOf } from '../../../support/form-answers';

const hl7 = (name: string, value: object) => ({ url: `http://hl7.org/fhir/StructureDefinition/${name}`, ...value });
const code = (value: string) => ({ valueCoding: { system: 'http://x', code: value, display: value.toUpperCase() } });
const option = (value: string, exclusive = false) => ({
  ...code(value),
  ...(exclusive ? { extension: [hl7('questionnaire-optionExclusive', { valueBoolean: true })] } : {}),
});
const unit = (value: string) => ({ valueCoding: { system: 'http://unitsofmeasure.org', code: value, display: value } });
const bounds = (kind: string, low: unknown, high: unknown) => [
  hl7('minValue', { [kind]: low }),
  hl7('maxValue', { [kind]: high }),
];

const form = formOf(
  [
    { linkId: 'name', type: 'string', text: 'Name', required: true, maxLength: 10 },
    { linkId: 'sex', type: 'choice', text: 'Sex', answerOption: [option('f'), option('m')] },
    { linkId: 'set', type: 'choice', text: 'Set', answerValueSet: '#set' },
    { linkId: 'composed', type: 'choice', text: 'Composed', answerValueSet: '#composed' },
    { linkId: 'open', type: 'open-choice', text: 'Open', answerOption: [option('a')] },
    {
      linkId: 'alerts',
      type: 'choice',
      text: 'Alerts',
      repeats: true,
      answerOption: [option('x'), option('y'), option('none', true)],
    },
    { linkId: 'pain', type: 'integer', text: 'Pain', extension: bounds('valueInteger', 0, 10) },
    {
      linkId: 'temp',
      type: 'decimal',
      text: 'Temperature',
      extension: [...bounds('valueDecimal', 25, 45), hl7('maxDecimalPlaces', { valueInteger: 1 })],
    },
    { linkId: 'day', type: 'date', text: 'Day', extension: bounds('valueDate', '2026-01-01', '2026-12-31') },
    { linkId: 'at', type: 'dateTime', text: 'At', extension: bounds('valueDateTime', '2026-01-01', '2026-12-31') },
    { linkId: 'clock', type: 'time', text: 'Clock', extension: bounds('valueTime', '06:00:00', '22:00:00') },
    {
      linkId: 'dose',
      type: 'quantity',
      text: 'Dose',
      extension: [
        hl7('questionnaire-unitOption', unit('mg')),
        hl7('questionnaire-unitOption', unit('g')),
        hl7('maxDecimalPlaces', { valueInteger: 2 }),
        hl7('maxValue', { valueQuantity: { value: 100, code: 'mg', system: 'http://unitsofmeasure.org', unit: 'mg' } }),
      ],
    },
    {
      linkId: 'photo',
      type: 'attachment',
      text: 'Photo',
      extension: [hl7('mimeType', { valueCode: 'image/png' }), hl7('maxSize', { valueDecimal: 2048 })],
    },
    { linkId: 'web', type: 'url', text: 'Web' },
    { linkId: 'who', type: 'reference', text: 'Who' },
    { linkId: 'ward', type: 'string', text: 'Ward', extension: [hl7('regex', { valueString: '[0-9][A-Z]' })] },
    { linkId: 'flag', type: 'boolean', text: 'Flag' },
    {
      linkId: 'why',
      type: 'text',
      text: 'Why',
      required: true,
      enableWhen: [{ question: 'flag', operator: '=', answerBoolean: true }],
    },
    {
      linkId: 'rows',
      type: 'group',
      text: 'Rows',
      repeats: true,
      extension: [
        hl7('questionnaire-minOccurs', { valueInteger: 1 }),
        hl7('questionnaire-maxOccurs', { valueInteger: 2 }),
      ],
      item: [{ linkId: 'ml', type: 'integer', text: 'Volume', required: true }],
    },
    { linkId: 'once', type: 'group', text: 'Once', item: [{ linkId: 'inner', type: 'string', text: 'Inner' }] },
    { linkId: 'said', type: 'display', text: 'Said' },
    { linkId: 'sbp', type: 'integer', text: 'Systolic' },
    { linkId: 'dbp', type: 'integer', text: 'Diastolic' },
  ],
  {
    contained: [
      {
        resourceType: 'ValueSet',
        id: 'set',
        expansion: { contains: [{ system: 'http://x', code: 'p', display: 'P' }] },
      },
      {
        resourceType: 'ValueSet',
        id: 'composed',
        compose: { include: [{ system: 'http://x', concept: [{ code: 'q', display: 'Q' }] }] },
      },
    ],
    extension: [
      {
        url: 'http://hl7.org/fhir/uv/sdc/StructureDefinition/targetConstraint',
        extension: [
          { url: 'key', valueId: 'bp' },
          { url: 'severity', valueCode: 'error' },
          { url: 'human', valueString: 'The upper number must be above the lower one.' },
          { url: 'location', valueString: 'dbp' },
          {
            url: 'expression',
            valueExpression: {
              language: 'text/fhirpath',
              expression:
                "%resource.item.where(linkId='dbp').answer.value.empty() or %resource.item.where(linkId='sbp').answer.value > %resource.item.where(linkId='dbp').answer.value",
            },
          },
        ],
      },
    ],
  },
);

type Items = Record<string, readonly object[] | undefined>;
const GOOD: Items = {
  name: [{ valueString: 'Ann' }],
  sex: [code('f')],
  set: [code('p')],
  composed: [code('q')],
  open: [{ valueString: 'in words' }],
  alerts: [code('x'), code('y')],
  pain: [{ valueInteger: 3 }],
  temp: [{ valueDecimal: 36.5 }],
  day: [{ valueDate: '2026-11-22' }],
  at: [{ valueDateTime: '2026-11-22T05:27:00+01:00' }],
  clock: [{ valueTime: '07:30:00' }],
  dose: [{ valueQuantity: { value: 2.5, unit: 'mg', system: 'http://unitsofmeasure.org', code: 'mg' } }],
  photo: [{ valueAttachment: { contentType: 'image/png', data: 'AAEC' } }],
  web: [{ valueUri: 'https://example.org/a' }],
  who: [{ valueReference: { display: 'Dr Who' } }],
  ward: [{ valueString: '7B' }],
  flag: [{ valueBoolean: true }],
  why: [{ valueString: 'Because' }],
  sbp: [{ valueInteger: 120 }],
  dbp: [{ valueInteger: 80 }],
};
const row = (...answers: object[]) => ({ linkId: 'rows', item: [{ linkId: 'ml', answer: answers }] });
const GROUPS: readonly object[] = [
  row({ valueInteger: 5 }),
  { linkId: 'once', item: [{ linkId: 'inner', answer: [{ valueString: 'x' }] }] },
];
const quantity = (value: unknown, unitCode = 'mg') => ({
  valueQuantity: { value, unit: unitCode, system: 'http://unitsofmeasure.org', code: unitCode },
});

async function found(change: Items, groups: readonly object[] = GROUPS): Promise<readonly string[]> {
  const item = [
    ...Object.entries({ ...GOOD, ...change }).flatMap(([linkId, answer]) => (answer ? [{ linkId, answer }] : [])),
    ...groups,
  ];
  const response = { ...newResponse(form), item } as unknown as FormResponse;
  const { results } = await settleForm({
    definition: form,
    response,
    changed: 'everything',
    evaluate: createInProcessEngine().evaluate,
  });
  return checkResponse(form, response, results).map((one) => {
    expect(one.message.length).toBeGreaterThan(10);
    return `${one.path.map(({ linkId, index }) => `${linkId}[${index}]`).join('.')} ${one.code} ${one.severity}`;
  });
}

describe('one fault in a form that is right', () => {
  test('is not there when nothing is wrong', async () => {
    expect(await found({})).toEqual([]);
  });

  test.each<[string, Items, readonly string[]]>([
    ['a needed answer is missing', { name: undefined }, ['name[0] required error']],
    ['a needed answer has an empty list', { name: [] }, ['name[0] required error']],
    ['a text is too long', { name: [{ valueString: 'Annabellina' }] }, ['name[0] too-long error']],
    ['an option is none', { sex: [code('q')] }, ['sex[0] not-an-option error']],
    ['an option has no system', { sex: [{ valueCoding: { code: 'f' } }] }, ['sex[0] not-an-option error']],
    [
      'an option has another system',
      { sex: [{ valueCoding: { system: 'http://y', code: 'f' } }] },
      ['sex[0] not-an-option error'],
    ],
    [
      'an option says another word',
      { sex: [{ valueCoding: { system: 'http://x', code: 'f', display: 'M' } }] },
      ['sex[0] not-an-option warning'],
    ],
    ['an option is given in words', { sex: [{ valueString: 'F' }] }, ['sex[0] wrong-type error']],
    ['a code is not in the expanded set', { set: [code('z')] }, ['set[0] not-an-option error']],
    ['a code is not in the composed set', { composed: [code('z')] }, ['composed[0] not-an-option error']],
    ['an open choice has a code not offered', { open: [code('z')] }, ['open[0] not-an-option error']],
    ['"none" stands beside another', { alerts: [code('x'), code('none')] }, ['alerts[0] exclusive error']],
    ['one is ticked twice', { alerts: [code('x'), code('x')] }, ['alerts[1] too-many warning']],
    ['a choice is made twice', { sex: [code('f'), code('m')] }, ['sex[1] too-many error']],
    ['a number is too low', { pain: [{ valueInteger: -1 }] }, ['pain[0] below-min error']],
    ['a number is too high', { pain: [{ valueInteger: 11 }] }, ['pain[0] above-max error']],
    ['a whole number has a fraction', { pain: [{ valueInteger: 3.5 }] }, ['pain[0] wrong-type error']],
    ['a number is text', { pain: [{ valueInteger: '3' }] }, ['pain[0] wrong-type error']],
    ['a decimal is too low', { temp: [{ valueDecimal: 24.9 }] }, ['temp[0] below-min error']],
    ['a decimal has too many places', { temp: [{ valueDecimal: 36.55 }] }, ['temp[0] too-many-decimals error']],
    ['a date does not exist', { day: [{ valueDate: '2026-02-30' }] }, ['day[0] bad-date error']],
    ['a date is written the other way round', { day: [{ valueDate: '22/11/2026' }] }, ['day[0] bad-date error']],
    ['a date is too early', { day: [{ valueDate: '2025-12-31' }] }, ['day[0] below-min error']],
    ['a date is too late', { day: [{ valueDate: '2027-01-01' }] }, ['day[0] above-max error']],
    ['a moment has no zone', { at: [{ valueDateTime: '2026-11-22T05:27:00' }] }, ['at[0] bad-date error']],
    ['a moment is too late', { at: [{ valueDateTime: '2027-01-01T00:00:00Z' }] }, ['at[0] above-max error']],
    ['a time does not exist', { clock: [{ valueTime: '25:00:00' }] }, ['clock[0] bad-date error']],
    ['a time is too early', { clock: [{ valueTime: '05:59:59' }] }, ['clock[0] below-min error']],
    ['a quantity is in another unit', { dose: [quantity(2, 'mL')] }, ['dose[0] bad-unit error']],
    ['a quantity has no unit', { dose: [{ valueQuantity: { value: 2 } }] }, ['dose[0] bad-unit error']],
    ['a quantity is above its highest', { dose: [quantity(101)] }, ['dose[0] above-max error']],
    ['a quantity has too many places', { dose: [quantity(2.555)] }, ['dose[0] too-many-decimals error']],
    ['a quantity is text', { dose: [quantity('2')] }, ['dose[0] wrong-type error']],
    [
      'a file is of another kind',
      { photo: [{ valueAttachment: { contentType: 'text/html', data: 'AAEC' } }] },
      ['photo[0] attachment-type error'],
    ],
    [
      'a file is too large',
      { photo: [{ valueAttachment: { contentType: 'image/png', data: 'A'.repeat(4000) } }] },
      ['photo[0] attachment-size error'],
    ],
    ['a file is empty', { photo: [{ valueAttachment: {} }] }, ['photo[0] wrong-type error']],
    [
      'a file is not base64',
      { photo: [{ valueAttachment: { contentType: 'image/png', data: '<svg>' } }] },
      ['photo[0] wrong-type error'],
    ],
    ['an address has a space', { web: [{ valueUri: 'https://a b' }] }, ['web[0] wrong-type error']],
    ['a reference names nobody', { who: [{ valueReference: {} }] }, ['who[0] wrong-type error']],
    ['a text is not written as expected', { ward: [{ valueString: '7b' }] }, ['ward[0] pattern error']],
    ['yes is text', { flag: [{ valueBoolean: 'true' }] }, ['flag[0] wrong-type error', 'why[0] not-enabled error']],
    ['what is off has an answer', { flag: [{ valueBoolean: false }] }, ['why[0] not-enabled error']],
    ['what is on and needed has none', { why: undefined }, ['why[0] required error']],
    ['an answer has two values', { pain: [{ valueInteger: 3, valueString: '3' }] }, ['pain[0] wrong-type error']],
    ['an answer has a value of no known kind', { pain: [{ valueAge: { value: 3 } }] }, ['pain[0] wrong-type error']],
    ['an answer is empty', { pain: [{}] }, ['pain[0] wrong-type error']],
    ['a text of the form is answered', { said: [{ valueString: 'x' }] }, ['said[0] wrong-type error']],
    ['the form has no such question', { nowhere: [{ valueString: 'x' }] }, ['nowhere[0] unknown-item error']],
    ['a question of a group stands outside it', { inner: [{ valueString: 'y' }] }, ['inner[0] unknown-item error']],
    ['two answers do not fit together', { dbp: [{ valueInteger: 130 }] }, ['dbp[0] constraint error']],
  ])('is caught at its place when %s', async (_, change, expected) => {
    expect(await found(change)).toEqual(expected);
  });

  test.each<[string, readonly object[], readonly string[]]>([
    [
      'a row too many is there',
      [row({ valueInteger: 1 }), row({ valueInteger: 2 }), row({ valueInteger: 3 })],
      ['rows[2] too-many error'],
    ],
    ['a row too few is there', [], ['rows[0] too-few error']],
    [
      'a needed answer of the second row is missing',
      [row({ valueInteger: 1 }), row()],
      ['rows[1].ml[0] required error'],
    ],
    [
      'a wrong answer is in the second row',
      [row({ valueInteger: 1 }), row({ valueString: 'x' })],
      ['rows[1].ml[0] wrong-type error'],
    ],
    [
      'a group that is there once is there twice',
      [row({ valueInteger: 1 }), { linkId: 'once' }, { linkId: 'once' }],
      ['once[1] too-many error'],
    ],
    [
      'a group is answered itself',
      [row({ valueInteger: 1 }), { linkId: 'once', answer: [{ valueString: 'x' }] }],
      ['once[0] wrong-type error'],
    ],
    [
      'an item has no linkId',
      [row({ valueInteger: 1 }), { answer: [{ valueString: 'x' }] }],
      ['[0] unknown-item error'],
    ],
  ])('is caught in its row when %s', async (_, groups, expected) => {
    expect(await found({}, groups)).toEqual(expected);
  });
});
