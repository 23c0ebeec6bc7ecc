import { describe, expect, test, vi } from 'vitest';
import { evaluateBatch } from '../../../../renderer/exchange/fhirpath/evaluate-batch';

const response = {
  resourceType: 'QuestionnaireResponse',
  status: 'in-progress',
  item: [
    { linkId: 'a', answer: [{ valueInteger: 5 }] },
    { linkId: 'g', item: [{ linkId: 'x', answer: [{ valueCoding: { system: 's', code: 'c' } }] }] },
  ],
};

function evaluated(expression: string, more: object = {}): unknown {
  const [outcome] = evaluateBatch({
    questionnaire: undefined,
    response,
    context: response,
    expressions: [{ key: 'k', expression, ...more }],
  });
  return outcome?.error ?? outcome?.result;
}

describe('an expression', () => {
  test.each([
    ["%resource.item.where(linkId='a').answer.value", [5]],
    ["item.where(linkId='a').answer.value + 1", [6]],
    ["%resource.repeat(item).where(linkId='x').answer.value.code", ['c']],
    ["%resource.repeat(item).where(linkId='x').answer.value", [{ system: 's', code: 'c' }]],
    ["10 'mL' + 1 'L'", [{ value: 1010, unit: 'mL', system: 'http://unitsofmeasure.org', code: 'mL' }]],
    ['0.1 + 0.2', [0.3]],
    ['{}', []],
    ['(1 | 2).sum()', [3]],
  ])('%s', (expression, expected) => {
    expect(evaluated(expression)).toEqual(expected);
  });

  test('looks from its own item when a context is given', () => {
    expect(evaluated("item.where(linkId='x').answer.value.code", { context: response.item[1] })).toEqual(['c']);
    expect(evaluated("%context.item.where(linkId='x').answer.value.code", { context: response.item[1] })).toEqual([
      'c',
    ]);
  });

  test('takes the result of one before it, types kept, when it uses it', () => {
    const outcomes = evaluateBatch({
      questionnaire: undefined,
      response,
      context: response,
      expressions: [
        { key: 'v', expression: "%resource.item.where(linkId='g')" },
        { key: 'w', expression: '%g.item.answer.value.code', uses: { g: 'v' } },
        { key: 'x', expression: '%gone + 1', uses: { gone: 'nothing' } },
      ],
    });
    expect(outcomes[1]?.result).toEqual(['c']);
    expect(outcomes[2]).toMatchObject({ error: 'failed', message: expect.stringContaining('%gone') as unknown });
  });

  test.each([
    "item.trace('x')",
    'Patient.resolve()',
    "item.memberOf('x')",
    '%factory.Coding()',
    "'a'.matches('(a|a)*')",
    "'x'.htmlChecks()",
  ])('is refused, not run, when it is %s', (expression) => {
    expect(evaluated(expression)).toBe('refused');
  });

  test.each(['1 +', "item.where(linkId='a'", '%patient.name', "'a' / 2"])(
    'fails with words and without an exception when it is %s',
    (expression) => {
      expect(['failed', 'refused']).toContain(evaluated(expression));
    },
  );

  test('writes nothing to the console when it fails or is refused', () => {
    const seen = [
      vi.spyOn(console, 'log'),
      vi.spyOn(console, 'warn'),
      vi.spyOn(console, 'error'),
      vi.spyOn(console, 'info'),
    ];
    for (const expression of ["item.trace('secret')", '1 +', "'a' / 2"]) evaluated(expression);
    for (const spy of seen) {
      expect(spy).not.toHaveBeenCalled();
      spy.mockRestore();
    }
  });
});
